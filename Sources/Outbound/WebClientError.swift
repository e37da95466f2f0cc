/// Why a request to another server has no answer. None of it names the address, which may hold a secret.
package enum WebClientError: Error, Equatable {
    /// The address is none, or has a name and password in it.
    case malformedURL
    /// The address is neither https nor what else the client may use.
    case refusedScheme
    /// There is no such host, or nobody listens there.
    case unreachable
    /// The other side could not prove who it is.
    case untrusted
    case timedOut
    case tooLarge
    /// What came is no answer of HTTP, or ended too early.
    case malformedAnswer
    /// Anything else, in the words of libcurl.
    case failed(String)
}

extension WebClientError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformedURL: "the address can't be used"
        case .refusedScheme: "the address must be https"
        case .unreachable: "the server can't be reached"
        case .untrusted: "the server's certificate is not trusted"
        case .timedOut: "the server took too long"
        case .tooLarge: "the answer is too large"
        case .malformedAnswer: "the answer can't be read"
        case .failed(let words): "the request failed: \(words)"
        }
    }
}
