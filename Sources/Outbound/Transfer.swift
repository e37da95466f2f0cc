import CCurl

/// One request and its answer, as libcurl goes about it. It belongs to the thread of its loop.
final class Transfer {
    let errand: Errand
    let handle: UnsafeMutableRawPointer
    /// libcurl reads it when the transfer begins, and not before.
    private let address: WebAddress
    private let inbox: Inbox
    private let gate: AddressGate
    private let lines = HeaderLines()

    init(_ errand: Errand) throws(WebClientError) {
        guard errand.request.isWellFormed else { throw .malformedField }
        address = try WebAddress.reading(errand.request.url, errand.client.schemes)
        guard let handle = curl_easy_init() else { throw .failed("libcurl can't be set up") }
        self.handle = handle
        self.errand = errand
        inbox = Inbox(atMost: errand.client.bodyLimit, beyond: errand.client.excess)
        gate = AddressGate(errand.client.addresses, for: errand.purpose)
        let results = connection(errand.client) + content(errand.request)
        guard results.allSatisfy({ $0 == CURLE_OK }) else {
            throw .failed("libcurl lacks an option")
        }
        listen()
    }

    deinit {
        curl_easy_cleanup(handle)
    }

    private func connection(_ client: WebClient) -> [CURLcode] {
        [
            ccurl_set_pointer(handle, CURLOPT_CURLU, UnsafeMutableRawPointer(address.url)),
            ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0),
            ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
            ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
            ccurl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, client.connectLimit.milliseconds),
            ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, client.limit.milliseconds),
            // One request at a time on a connection: none waits for what comes before it.
            ccurl_set_long(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1),
            // Signals go to whichever thread they like: time limits must not come from them.
            ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            // Otherwise the end of a transfer would wait for the name server, and all others with it.
            ccurl_set_long(handle, CURLOPT_QUICK_EXIT, 1),
            // Who only looks must not be told of a connection that is there already.
            ccurl_set_long(handle, CURLOPT_FRESH_CONNECT, errand.purpose == .looking ? 1 : 0),
            // Without a proxy, an empty name keeps libcurl from asking the environment for one.
            client.proxies == .none ? ccurl_set_text(handle, CURLOPT_PROXY, "") : CURLE_OK,
        ]
    }

    private func content(_ request: WebRequest) -> [CURLcode] {
        for (name, value) in request.fields {
            // A field without a value has this form of its own; with a colon it would be left out.
            lines.append(value.isEmpty ? "\(name);" : "\(name): \(value)")
        }
        var results = [ccurl_set_text(handle, CURLOPT_USERAGENT, "Roost")]
        if let body = request.body {
            // Nobody should be asked whether a large body may come: that takes a second.
            lines.append("Expect:")
            results += [
                ccurl_set_long(handle, CURLOPT_POST, 1),
                ccurl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, body.count),
                body.withUnsafeBytes {
                    let bytes = UnsafeMutableRawPointer(mutating: $0.baseAddress)
                    return ccurl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, bytes)
                },
            ]
        }
        return results + [ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, lines.first)]
    }

    /// Has libcurl bring what comes, and ask before it connects.
    private func listen() {
        let inbox = Unmanaged.passUnretained(inbox).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, inbox)
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, inbox)
        ccurl_set_header(handle) { bytes, size, count, place in
            Transfer.hand(bytes, size * count, place) { $0.addLine($1) }
        }
        ccurl_set_write(handle) { bytes, size, count, place in
            Transfer.hand(bytes, size * count, place) { $0.addBody($1) }
        }
        let gate = Unmanaged.passUnretained(gate).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, gate)
        ccurl_set_pointer(handle, CURLOPT_PREREQDATA, gate)
        ccurl_set_open_socket(handle) { place, _, target in
            guard let place, let target else { return CURL_SOCKET_BAD }
            return Unmanaged<AddressGate>.fromOpaque(place).takeUnretainedValue().open(target)
        }
        ccurl_set_before_request(handle) { place, address, _, _, _ in
            guard let place, let address else { return CURL_PREREQFUNC_ABORT }
            let gate = Unmanaged<AddressGate>.fromOpaque(place).takeUnretainedValue()
            return gate.mayUse(connectionTo: String(cString: address))
                ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
    }

    /// Gives what came to the inbox. Less than what came, as an answer to libcurl, ends the transfer.
    private static func hand(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ place: UnsafeMutableRawPointer?,
        _ add: (Inbox, [UInt8]) -> Void
    ) -> Int {
        guard let bytes, let place else { return 0 }
        let inbox = Unmanaged<Inbox>.fromOpaque(place).takeUnretainedValue()
        add(inbox, Array(UnsafeRawBufferPointer(start: bytes, count: count)))
        return inbox.state == .open ? count : 0
    }

    /// What has come of it, when libcurl says that it has ended.
    func result(_ code: CURLcode) -> Result<WebAnswer, any Error> {
        if gate.hasRefused, errand.purpose == .looking || code != CURLE_OK {
            return .failure(WebClientError.refusedAddress)
        }
        if errand.purpose == .looking, gate.hasSeenAny { return .success(WebAnswer()) }
        switch inbox.state {
        case .overflowing: return .failure(WebClientError.tooLarge)
        case .satisfied: return .success(inbox.answer)
        case .open:
            return code == CURLE_OK ? .success(inbox.answer) : .failure(WebClientError(code))
        }
    }
}

extension Duration {
    /// One at least: to libcurl, none would mean no limit.
    fileprivate var milliseconds: Int { max(1, Int(self / .milliseconds(1))) }
}
