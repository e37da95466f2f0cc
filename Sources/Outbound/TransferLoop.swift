import CCurl
import Glibc
import Posix
import Synchronization

/// The thread on which every request to another server is made, all of them at once: libcurl's multi
/// interface (https://curl.se/libcurl/c/libcurl-multi.html). Who waits for one server keeps nobody else from
/// theirs, and connections are kept for whoever asks the same server next.
final class TransferLoop: Sendable {
    private struct State {
        var thread: OwnThread?
        /// Where libcurl keeps what the thread works with: other threads only wake it by that, and only
        /// while it is there.
        var multi: UInt?
        var arrivals: [Errand] = []
        var withdrawals: [Errand] = []
        var underWay = 0
        var isStopping = false

        func wake() {
            guard let multi else { return }
            curl_multi_wakeup(UnsafeMutableRawPointer(bitPattern: multi))
        }
    }

    static let shared: TransferLoop = {
        // Once, before any other thread uses libcurl: curl.se/libcurl/c/libcurl-thread.html. It sets OpenSSL
        // up too, whose end at the process's end comes behind what is registered from here on.
        curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        atexit { TransferLoop.shared.stop() }
        return TransferLoop()
    }()

    private let state = Mutex(State())

    /// Takes over a request whose answer somebody waits for.
    func begin(_ errand: Errand) {
        do {
            try state.withLock { state in
                guard state.underWay < Transfers.most else { throw WebClientError.overloaded }
                guard !state.isStopping else { throw CancellationError() }
                if state.thread == nil { state.thread = try OwnThread { [self] in work() } }
                state.underWay += 1
                state.arrivals.append(errand)
                state.wake()
            }
        } catch {
            errand.end(.failure(error))
        }
    }

    /// Gives up a request that nobody waits for any more.
    func withdraw(_ errand: Errand) {
        errand.end(.failure(CancellationError()))
        state.withLock { state in
            state.withdrawals.append(errand)
            state.wake()
        }
    }

    /// Ends every request and the thread: a process must not end while libcurl is at work.
    private func stop() {
        let thread = state.withLock { state in
            state.isStopping = true
            state.wake()
            return state.thread
        }
        thread?.join()
    }

    private func work() {
        let transfers = Transfers()
        let multi = UInt(bitPattern: transfers.multi)
        state.withLock { $0.multi = multi }
        while let news = news() {
            for errand in news.arrivals where !errand.isEnded { transfers.begin(errand) }
            for errand in news.withdrawals { transfers.drop(errand) }
            transfers.perform()
            let count = transfers.count
            state.withLock { $0.underWay = count + $0.arrivals.count }
            transfers.wait()
        }
        state.withLock { $0.multi = nil }
        transfers.dropAll()
    }

    /// What has come meanwhile; nil when it is time to stop.
    private func news() -> (arrivals: [Errand], withdrawals: [Errand])? {
        state.withLock { state in
            guard !state.isStopping else { return nil }
            defer {
                state.arrivals = []
                state.withdrawals = []
            }
            return (state.arrivals, state.withdrawals)
        }
    }
}
