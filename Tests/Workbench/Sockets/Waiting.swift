import Glibc

/// Whether a condition comes true within the patience of a client.
package func soon(_ condition: () -> Bool) -> Bool {
    let end = ContinuousClock.now + RawClient.patience
    while !condition() {
        if ContinuousClock.now > end { return false }
        usleep(2_000)
    }
    return true
}

/// The same for a test whose tasks have to go on meanwhile: it holds no thread. Looks are counted and not
/// seconds, as others may hold all threads for longer than anybody's patience.
package func eventually(_ condition: () async -> Bool) async -> Bool {
    for _ in 0..<5_000 {
        if await condition() { return true }
        try? await Task.sleep(for: .milliseconds(2))
    }
    return false
}

/// A number, when it has not changed for a while.
package func settled(_ number: () -> Int) -> Int {
    var last = number()
    for _ in 0..<20 {
        usleep(100_000)
        let next = number()
        if next == last { return next }
        last = next
    }
    return last
}
