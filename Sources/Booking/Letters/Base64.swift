import Crypto

/// Bytes as letters, digits and two marks (RFC 4648 section 4).
enum Base64 {
    /// Four characters for each three bytes, in one line; `=` fills up the last four.
    static func text(of bytes: [UInt8]) -> String {
        UnpaddedBase64.text(bytes) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
    }

    /// The same in lines of 76 columns (RFC 2045 section 6.8).
    static func lines(of bytes: [UInt8]) -> String {
        let text = Array(text(of: bytes).utf8)
        return stride(from: 0, to: text.count, by: columns).map {
            String(decoding: text[$0..<min($0 + columns, text.count)], as: UTF8.self)
        }.joined(separator: "\r\n")
    }

    private static let columns = 76
}
