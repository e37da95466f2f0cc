import Synchronization
import Web

/// Pages that are made once, when somebody first asks for them: a server starts without them, and whoever
/// comes second waits for nothing.
final class MadePages: Sendable {
    private let pages = Mutex<[String: PreparedText]>([:])

    func page(_ path: String, _ html: () -> String) -> PreparedText {
        if let page = pages.withLock({ $0[path] }) { return page }
        // Two who come at the same time both make it; it is the same.
        let page = PageAssets.page(of: html())
        pages.withLock { $0[path] = page }
        return page
    }
}
