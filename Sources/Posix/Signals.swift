import Glibc

/// Signals that wake other threads, held back until a piece of work is done.
///
/// Whoever tells forty tasks of another thread something wakes it with the first word. Where both share a core, that
/// thread comes at once, finds a task or two, and sleeps again before the next word: so it goes on, a dozen times.
package final class Signals {
    /// One signal for each receiver, however often it was sent.
    private var held: [(receiver: ObjectIdentifier, send: () -> Void)] = []

    private init() {}

    /// Does something whose signals go out when it is done, each once.
    package static func together<Failure: Error>(
        _ work: () throws(Failure) -> Void
    ) throws(Failure) {
        guard current == nil else { return try work() }
        let signals = Signals()
        pthread_setspecific(key, Unmanaged.passUnretained(signals).toOpaque())
        defer {
            pthread_setspecific(key, nil)
            for signal in signals.held { signal.send() }
        }
        try work()
    }

    /// Sends a signal: now, or when the work of this thread is done that holds signals back.
    package static func send(to receiver: AnyObject, _ send: @escaping () -> Void) {
        guard let current else { return send() }
        let receiver = ObjectIdentifier(receiver)
        guard !current.held.contains(where: { $0.receiver == receiver }) else { return }
        current.held.append((receiver, send))
    }

    /// What holds back the signals of this thread.
    private static var current: Signals? {
        pthread_getspecific(key).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
    }

    private static let key = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()
}
