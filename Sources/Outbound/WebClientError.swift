import CCurl

/// Why a request to another server has no answer. None of it names the address, which may hold a secret.
package enum WebClientError: Error, Equatable {
    /// The address is none, or has a name and password in it.
    case malformedURL
    /// The address is neither https nor what else the client may use.
    case refusedScheme
    /// The address leads to where the client may not go.
    case refusedAddress
    /// A field of the request has a line break or the like in it.
    case malformedField
    /// There is no such host, or nobody listens there.
    case unreachable
    /// The other side could not prove who it is.
    case untrusted
    case timedOut
    case tooLarge
    /// What came is no answer of HTTP, or ended too early.
    case malformedAnswer
    /// So many requests are under way that no more are begun.
    case overloaded
    /// Anything else, in the words of libcurl.
    case failed(String)
}

extension WebClientError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformedURL: "the address can't be used"
        case .refusedScheme: "the address must be https"
        case .refusedAddress: "the address is not a public one"
        case .malformedField: "a field of the request can't be sent"
        case .unreachable: "the server can't be reached"
        case .untrusted: "the server's certificate is not trusted"
        case .timedOut: "the server took too long"
        case .tooLarge: "the answer is too large"
        case .malformedAnswer: "the answer can't be read"
        case .overloaded: "too many requests are under way"
        case .failed(let words): "the request failed: \(words)"
        }
    }
}

extension WebClientError {
    init(_ code: CURLcode) {
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
