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

/// The same for a test whose tasks have to go on meanwhile: it holds no thread.
package func eventually(_ condition: () async -> Bool) async -> Bool {
    let end = ContinuousClock.now + RawClient.patience
    while await !condition() {
        if ContinuousClock.now > end { return false }
        try? await Task.sleep(for: .milliseconds(2))
    }
    return true
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
