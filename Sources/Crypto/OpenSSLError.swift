/// A call of OpenSSL that failed. Those here do so only without memory, or with an OpenSSL that was
/// configured to refuse the algorithm.
package struct OpenSSLError: Error, Equatable, CustomStringConvertible {
    package let call: String

    package var description: String { "OpenSSL: \(call) failed" }
}
