import CCurl

/// An address that may be asked, as libcurl reads it: so what is checked is what is connected to.
struct WebAddress: ~Copyable {
    let url: OpaquePointer

    private init() throws(WebClientError) {
        guard let url = curl_url() else { throw .failed("out of memory") }
        self.url = url
    }

    deinit {
        curl_url_cleanup(url)
    }

    static func reading(
        _ text: String, _ schemes: WebClient.Schemes
    ) throws(WebClientError) -> WebAddress {
        let address = try WebAddress()
        // C would take the text up to its first NUL for the whole.
        guard !text.utf8.contains(0),
            curl_url_set(address.url, CURLUPART_URL, text, 0) == CURLUE_OK,
            let scheme = address.part(CURLUPART_SCHEME)
        else { throw .malformedURL }
        guard scheme == "https" || scheme == "http" else { throw .refusedScheme }
        guard let host = address.part(CURLUPART_HOST), address.part(CURLUPART_USER) == nil,
            address.part(CURLUPART_PASSWORD) == nil
        else { throw .malformedURL }
        guard scheme == "https" || schemes.allowPlain(host) else { throw .refusedScheme }
        return address
    }

    private func part(_ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text).lowercased()
    }
}

extension WebClient.Schemes {
    /// Whether a host may be asked by http.
    fileprivate func allowPlain(_ host: String) -> Bool {
        switch self {
        case .https: false
        case .httpsOrLoopback: Self.isLoopback(host)
        case .any: true
        }
    }

    /// Only what is plainly this machine. libcurl has written out numbers such as 0x7f000001 by now.
    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
