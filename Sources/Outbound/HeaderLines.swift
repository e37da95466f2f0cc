import CCurl

/// The lines of a request's head, as libcurl wants them.
final class HeaderLines {
    private var list: UnsafeMutablePointer<curl_slist>?

    deinit {
        curl_slist_free_all(list)
    }

    /// Nil where there are none.
    var first: UnsafeMutableRawPointer? { list.map { UnsafeMutableRawPointer($0) } }

    func append(_ line: String) {
        // Without memory it answers nil, and the list is as it was.
        if let longer = curl_slist_append(list, line) { list = longer }
    }
}
