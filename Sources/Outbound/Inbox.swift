/// Where libcurl puts what comes, up to a limit. It belongs to the thread of its transfer.
final class Inbox {
    enum State {
        case open
        /// More came than may come.
        case overflowing
        /// There is an answer, and so much behind it that the rest isn't worth waiting for.
        case satisfied
    }

    /// As much as this server itself takes in a head, a few times over.
    private static let headLimit = 65_536
    /// How much is thrown away before the connection is: less than a new connection would cost.
    private static let wasteLimit = 65_536

    private(set) var answer = WebAnswer()
    private(set) var state = State.open
    private let bodyLimit: Int
    private let excess: WebClient.Excess
    private var headSize = 0
    private var waste = 0

    init(atMost bodyLimit: Int, beyond excess: WebClient.Excess) {
        self.bodyLimit = bodyLimit
        self.excess = excess
    }

    /// Takes a line of the head: the first, a field, or the empty one at the end.
    func addLine(_ bytes: [UInt8]) {
        headSize += bytes.count
        guard headSize <= Self.headLimit else {
            state = .overflowing
            return
        }
        if bytes.starts(with: "HTTP/".utf8) {
            // A head before, such as 103, was not the answer's.
            answer.fields = []
            answer.status = Self.status(bytes)
        } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
            let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            let value = bytes[(colon + 1)...].withoutBlanks
            answer.fields.append((name, String(decoding: value, as: UTF8.self)))
        }
    }

    /// The second word of the first line.
    private static func status(_ line: [UInt8]) -> Int {
        let words = line.split { $0.isBlank }
        return words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
    }

    func addBody(_ bytes: [UInt8]) {
        let room = bodyLimit - answer.body.count
        guard bytes.count > room else {
            answer.body += bytes
            return
        }
        guard excess == .dropped else {
            state = .overflowing
            return
        }
        answer.body += bytes.prefix(room)
        waste += bytes.count - room
        if waste > Self.wasteLimit { state = .satisfied }
    }
}

extension UInt8 {
    /// Whether it is a blank, or belongs to the end of a line.
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}

extension ArraySlice<UInt8> {
    /// What is left without blanks at both ends.
    fileprivate var withoutBlanks: ArraySlice<UInt8> {
        guard let last = lastIndex(where: { !$0.isBlank }) else { return [] }
        return self[...last].drop { $0.isBlank }
    }
}
