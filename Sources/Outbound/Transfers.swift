import CCurl
import Glibc

/// The requests that are under way. They belong to the thread of their loop.
final class Transfers {
    /// As many requests as hundreds of receivers need that all are dead; each holds a socket until its time
    /// is over.
    static let most = 1_024
    /// As many connections are held in all, so that some are left for whoever comes next.
    private static let connections = most + 128
    /// How long nothing may happen before the thread looks around, in milliseconds: libcurl itself knows when
    /// it has to look at a time limit.
    private static let longestWait: Int32 = 60_000

    /// Nil only when there is no memory.
    let multi = curl_multi_init()
    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]

    init() {
        ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.connections)
    }

    deinit {
        curl_multi_cleanup(multi)
    }

    var count: Int { transfers.count }

    func begin(_ errand: Errand) {
        do throws(WebClientError) {
            let transfer = try Transfer(errand)
            guard curl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
                throw .failed("libcurl takes no request")
            }
            transfers[transfer.handle] = transfer
        } catch {
            errand.end(.failure(error))
        }
    }

    /// Goes on with all of them as far as they go without waiting.
    func perform() {
        var running: Int32 = 0
        curl_multi_perform(multi, &running)
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle
            else { continue }
            // Behind this the message is gone.
            let code = message.pointee.data.result
            guard let transfer = remove(handle) else { continue }
            transfer.errand.end(transfer.result(code))
        }
    }

    /// Sleeps until something comes, a time is over, or another thread calls.
    func wait() {
        guard curl_multi_poll(multi, nil, 0, Self.longestWait, nil) != CURLM_OK else { return }
        // It couldn't sleep: not turning in circles is all that is left to do.
        poll(nil, 0, 10)
    }

    func drop(_ errand: Errand) {
        guard let transfer = transfers.values.first(where: { $0.errand === errand }) else { return }
        _ = remove(transfer.handle)
    }

    func dropAll() {
        for (handle, transfer) in transfers {
            _ = remove(handle)
            transfer.errand.end(.failure(CancellationError()))
        }
    }

    private func remove(_ handle: UnsafeMutableRawPointer) -> Transfer? {
        curl_multi_remove_handle(multi, handle)
        return transfers.removeValue(forKey: handle)
    }
}
