import CCurl

/// One request and its answer.
struct Transfer: ~Copyable {
    /// libcurl must be set up once, before any other thread uses it: curl.se/libcurl/c/libcurl-thread.html
    private static let global = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    private let handle: UnsafeMutableRawPointer
    /// libcurl reads it when the transfer begins, and not before.
    private let address: WebAddress

    init(to address: consuming WebAddress) throws(WebClientError) {
        guard Self.global == CURLE_OK, let handle = curl_easy_init() else {
            throw .failed("libcurl can't be set up")
        }
        self.handle = handle
        self.address = address
    }

    deinit {
        curl_easy_cleanup(handle)
    }

    func setUp(_ client: WebClient) throws(WebClientError) {
        let results = [
            ccurl_set_pointer(handle, CURLOPT_CURLU, UnsafeMutableRawPointer(address.url)),
            ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0),
            ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
            ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
            ccurl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, client.connectLimit.milliseconds),
            ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, client.limit.milliseconds),
            ccurl_set_text(handle, CURLOPT_USERAGENT, "Roost"),
            // Signals go to whichever thread they like: time limits must not come from them.
            ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            // Without a proxy, an empty name keeps libcurl from asking the environment for one.
            client.proxies == .none ? ccurl_set_text(handle, CURLOPT_PROXY, "") : CURLE_OK,
        ]
        guard results.allSatisfy({ $0 == CURLE_OK }) else {
            throw .failed("libcurl lacks an option")
        }
    }

    func run(atMost bodyLimit: Int) throws(WebClientError) -> WebAnswer {
        let inbox = Inbox(atMost: bodyLimit)
        let place = Unmanaged.passUnretained(inbox).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, place)
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, place)
        ccurl_set_header(handle) { bytes, size, count, place in
            Transfer.hand(bytes, size * count, place) { $0.addLine($1) }
        }
        ccurl_set_write(handle) { bytes, size, count, place in
            Transfer.hand(bytes, size * count, place) { $0.addBody($1) }
        }
        let code = withExtendedLifetime(inbox) { curl_easy_perform(handle) }
        guard !inbox.isFull else { throw .tooLarge }
        guard code == CURLE_OK else { throw WebClientError(code) }
        return inbox.answer
    }

    /// Gives what came to the inbox. Less than what came, as an answer to libcurl, ends the transfer.
    private static func hand(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ place: UnsafeMutableRawPointer?,
        _ add: (Inbox, [UInt8]) -> Void
    ) -> Int {
        guard let bytes, let place else { return 0 }
        let inbox = Unmanaged<Inbox>.fromOpaque(place).takeUnretainedValue()
        add(inbox, Array(UnsafeRawBufferPointer(start: bytes, count: count)))
        return inbox.isFull ? 0 : count
    }
}

extension Duration {
    /// One at least: to libcurl, none would mean no limit.
    fileprivate var milliseconds: Int { max(1, Int(self / .milliseconds(1))) }
}

extension WebClientError {
    fileprivate init(_ code: CURLcode) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
            self = .unreachable
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: self = .untrusted
        // The scheme is one of ours by now: what is not supported is an answer without a head.
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_GOT_NOTHING,
            CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            self = .malformedAnswer
        default: self = .failed(String(cString: curl_easy_strerror(code)))
        }
    }
}
