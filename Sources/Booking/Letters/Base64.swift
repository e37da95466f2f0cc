import Crypto

/// Bytes as letters, digits and two marks (RFC 4648 section 4).
enum Base64 {
    /// Four characters for each three bytes, in one line; `=` fills up the last four.
    static func text(of bytes: [UInt8]) -> String {
        UnpaddedBase64.text(bytes) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
    }
}
