import Glibc
import JSON

/// What a server answered.
package struct Reply: Sendable {
    package let status: Int
    package let tag: String?
    package let isReplayed: Bool
    let closes: Bool
    package let body: [UInt8]

    /// Reads an answer from the front of what came, and removes it there; nil as long as it isn't whole.
    init?(_ bytes: inout [UInt8]) {
        guard let end = Reply.place(of: "\r\n\r\n", in: bytes[...]) else { return nil }
        let head = bytes[..<end]
        let status = head.prefix(12).suffix(3).reduce(0) { $0 * 10 + Int($1) - 48 }
        let length = Reply.field("Content-Length", in: head).flatMap { Int($0) } ?? 0
        guard bytes.count >= end + 4 + length else { return nil }
        self.status = status
        tag = Reply.field("ETag", in: head)
        isReplayed = Reply.field("Idempotency-Replayed", in: head) == "true"
        closes = Reply.field("Connection", in: head) == "close"
        body = Array(bytes[(end + 4)..<(end + 4 + length)])
        bytes.removeFirst(end + 4 + length)
    }

    package var json: JSON? { try? JSON.parse(body) }

    package func text(_ name: String) -> String? {
        guard case .string(let text)? = json?[name] else { return nil }
        return text
    }

    package func number(_ name: String) -> Int? {
        guard case .integer(let number)? = json?[name] else { return nil }
        return Int(exactly: number)
    }

    /// The code of the problem that it tells of.
    package var code: String? { text("code") }

    private static func field(_ name: String, in head: ArraySlice<UInt8>) -> String? {
        guard let start = place(of: "\r\n\(name): ", in: head) else { return nil }
        let value = head[(start + name.utf8.count + 4)...].prefix { $0 != UInt8(ascii: "\r") }
        return String(decoding: value, as: UTF8.self)
    }

    /// The C library looks for its first letter: a loop of a debug build would take too long.
    private static func place(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let needle = Array(text.utf8)
        return bytes.withUnsafeBytes { space in
            guard let start = space.baseAddress, let first = needle.first else { return nil }
            var place = 0
            while place + needle.count <= space.count,
                let found = memchr(start + place, Int32(first), space.count - place)
            {
                place = UnsafeRawPointer(found) - start
                if place + needle.count <= space.count,
                    memcmp(found, needle, needle.count) == 0
                {
                    return bytes.startIndex + place
                }
                place += 1
            }
            return nil
        }
    }
}

extension Reply: CustomStringConvertible {
    package var description: String {
        "\(status) \(String(decoding: body.prefix(500), as: UTF8.self))"
    }
}
