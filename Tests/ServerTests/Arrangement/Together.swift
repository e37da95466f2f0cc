import Posix
import Server
import Workbench

/// Does the same on many threads at once, and waits for all of them. Throws what one of them threw.
func together(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Void) throws {
    let failures = Notes<any Error>()
    let threads = try (0..<count).map { number in
        try OwnThread {
            do { try work(number) } catch { failures.add(error) }
        }
    }
    for thread in threads { thread.join() }
    if let failure = failures.all.first { throw failure }
}
