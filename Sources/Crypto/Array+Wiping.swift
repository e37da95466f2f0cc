import COpenSSL

extension [UInt8] {
    /// Overwrites the bytes, and keeps none. A copy that somebody else holds stays as it is.
    package mutating func wipe() {
        withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
        self = []
    }
}
