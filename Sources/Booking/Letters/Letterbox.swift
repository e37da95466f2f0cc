import Posix
import Synchronization
import Time
import Web

/// Takes letters from anyone at once, and has a thread of its own put them into a folder.
///
/// Letters wait in memory, and nobody who posts one waits for a disk: where it is too slow, letters
/// are lost, and counted.
package final class Letterbox: Sendable {
    /// So many letters may wait, the one that is being written included.
    package static let capacity = 1_000

    /// Whether each letter is told of in the log: in development its reader wants to find it.
    package enum Telling: Sendable {
        case ofEach
        case ofFailures
    }

    private struct Queue {
        /// The first one stays until it is written.
        var letters: [LetterMessage] = []
        var isEnding = false
    }

    private let folder: LetterFolder
    private let sender: Mailbox
    private let clock: Clock
    private let makeID: @Sendable () -> String
    private let log: Log
    private let telling: Telling

    private let monitor = Monitor()
    private let queue = Mutex(Queue())
    private let thread = Mutex<OwnThread?>(nil)
    private let written = Tally()
    private let failed = Tally()
    private let dropped = Tally()

    /// `makeID` gives each letter an id of its own. The thread is started for the first letter, and runs
    /// until `stop`.
    package init(
        into folder: LetterFolder, from sender: Mailbox, clock: Clock,
        makeID: @escaping @Sendable () -> String, log: Log, telling: Telling
    ) {
        self.folder = folder
        self.sender = sender
        self.clock = clock
        self.makeID = makeID
        self.log = log
        self.telling = telling
    }

    /// Takes a letter to be written soon, and returns at once.
    package func post(_ letter: Letter) {
        let message = LetterMessage(letter, from: sender, id: makeID(), date: clock.now)
        guard let refusal = startIfNeeded() ?? refusal(of: message) else { return }
        dropped.add(1)
        log.warning("letter dropped", ["letter": message.id, "reason": refusal])
    }

    /// Says why there is no thread, if there should be one. Behind the end there is none to join it.
    private func startIfNeeded() -> String? {
        thread.withLock { thread in
            guard thread == nil, !queue.withLock(\.isEnding) else { return nil }
            do throws(SystemError) {
                thread = try OwnThread { self.run() }
                return nil
            } catch {
                return "\(error)"
            }
        }
    }

    /// Puts a letter into the queue, or says why not.
    private func refusal(of message: LetterMessage) -> String? {
        changing { queue in
            guard !queue.isEnding else { return "no more are taken" }
            guard queue.letters.count < Letterbox.capacity else { return "too many wait" }
            queue.letters.append(message)
            return nil
        }
    }

    /// Returns when no letter waits: each is written, or has failed.
    package func drain() {
        waiting(until: \.letters.isEmpty)
    }

    /// Takes no more letters, and returns when those that wait are written.
    package func stop() {
        changing { $0.isEnding = true }
        thread.withLock { $0.take() }?.join()
    }

    package var metrics: [Metric] {
        let (written, failed, dropped) = (written, failed, dropped)
        return [
            .counter("roost_letters_written_total", "Letters that were put into the folder.") {
                written.value
            },
            .counter("roost_letters_failed_total", "Letters that could not be written.") {
                failed.value
            },
            .counter("roost_letters_dropped_total", "Letters for which there was no room.") {
                dropped.value
            },
        ]
    }

    // MARK: The thread

    private func run() {
        while let message = next() {
            write(message)
            _ = changing { $0.letters.removeFirst() }
        }
    }

    /// The next letter, when there is one; nil when there will be none.
    private func next() -> LetterMessage? {
        waiting { !$0.letters.isEmpty || $0.isEnding }
        return queue.withLock { $0.letters.first }
    }

    /// Says what went wrong, and neither what was written nor to whom.
    private func write(_ message: LetterMessage) {
        do {
            let path = try folder.write(message)
            written.add(1)
            if telling == .ofEach { log.info("letter written", ["path": path]) }
        } catch {
            failed.add(1)
            log.error("letter not written", ["letter": message.id, "reason": "\(error)"])
        }
    }

    // MARK: The queue

    private func changing<Value>(_ body: (inout sending Queue) -> Value) -> Value {
        monitor.locked {
            defer { monitor.tell() }
            return queue.withLock { body(&$0) }
        }
    }

    private func waiting(until isReady: (Queue) -> Bool) {
        monitor.locked {
            while !queue.withLock({ isReady($0) }) { monitor.wait() }
        }
    }
}
