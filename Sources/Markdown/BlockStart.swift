/// What a line begins, where that is no paragraph.
enum BlockStart {
    case fence(Fence)
    case heading(level: Int, text: ArraySlice<UInt8>)
    case rule
    case quote
    case item(ListMarker)

    /// The line above a block of code.
    struct Fence {
        let sign: UInt8
        let length: Int
        let indent: Int
        let language: String

        func isClosed(by line: Line) -> Bool {
            let signs = line.trimmed
            return signs.count >= length && signs.allSatisfy { $0 == sign }
        }
    }

    init?(_ line: Line) {
        let text = line.trimmed
        if let fence = BlockStart.fence(text, indent: line.indent) {
            self = .fence(fence)
        } else if let heading = BlockStart.heading(text) {
            self = heading
        } else if BlockStart.isRule(text) {
            self = .rule
        } else if text.first == Sign.greater {
            self = .quote
        } else if let marker = ListMarker(line) {
            self = .item(marker)
        } else {
            return nil
        }
    }

    /// Whether a paragraph ends before it. A number doesn't end one but 1: a line may well begin with a year.
    static func interrupts(_ line: Line) -> Bool {
        switch BlockStart(line) {
        case .item(let marker): marker.number == nil || marker.number == 1
        case nil: isComment(line)
        default: true
        }
    }

    /// A remark for whoever writes the text, alone on its line.
    static func isComment(_ line: Line) -> Bool {
        let text = String(decoding: line.trimmed, as: UTF8.self)
        return text.hasPrefix("<!--") && text.hasSuffix("-->") && text.utf8.count >= 7
    }

    /// Three ticks or tildes at least, and one word at most: more than that wouldn't be shown.
    private static func fence(_ text: ArraySlice<UInt8>, indent: Int) -> Fence? {
        guard let sign = text.first, sign == Sign.tick || sign == Sign.tilde else { return nil }
        let length = text.prefix { $0 == sign }.count
        let word = Sign.trimmed(text.dropFirst(length))
        guard length >= 3, word.allSatisfy({ Sign.isWordPart($0) || $0 == Sign.dash }) else {
            return nil
        }
        return Fence(
            sign: sign, length: length, indent: indent,
            language: String(decoding: word, as: UTF8.self))
    }

    private static func heading(_ text: ArraySlice<UInt8>) -> BlockStart? {
        let level = text.prefix { $0 == Sign.hash }.count
        let rest = text.dropFirst(level)
        guard (1...6).contains(level), rest.first.map(Sign.isBlank) ?? true else { return nil }
        return .heading(level: level, text: Sign.trimmed(rest))
    }

    private static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
        guard let sign = text.first, [Sign.dash, Sign.star, Sign.underscore].contains(sign) else {
            return false
        }
        return text.allSatisfy { $0 == sign || Sign.isBlank($0) }
            && text.count { $0 == sign } >= 3
    }
}
