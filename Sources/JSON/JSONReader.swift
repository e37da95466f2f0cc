/// Reads one JSON document, strictly by RFC 8259.
///
/// What the RFC leaves open is refused where readers are known to disagree, since that is how two
/// programs see different things in one body: duplicate names, lone surrogates, a byte order mark.
package struct JSONReader {
    /// Deeper documents are refused. No request needs more than five levels; 64 leaves room for
    /// free JSON, and the recursion stays within a few kilobytes of stack.
    package static let maximumDepth = 64

    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The document's value; anything but blanks behind it is malformed.
    package mutating func document() throws(MalformedJSON) -> JSON {
        skipBlanks()
        let value = try value()
        skipBlanks()
        guard position == bytes.count else { throw malformed("Something follows the document.") }
        return value
    }

    private mutating func value() throws(MalformedJSON) -> JSON {
        switch next {
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "{"): .object(try members())
        case UInt8(ascii: "["): .array(try elements())
        case UInt8(ascii: "t"): try word("true", .bool(true))
        case UInt8(ascii: "f"): try word("false", .bool(false))
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"): try number()
        case let byte? where byte.isDigit: try number()
        case nil: throw malformed("The document ends where a value should be.")
        default: throw malformed("No value starts like this.")
        }
    }

    private mutating func members() throws(MalformedJSON) -> [JSON.Member] {
        let start = position
        try descend()
        defer { depth -= 1 }
        var members: [JSON.Member] = []
        guard !skip(UInt8(ascii: "}")) else { return members }
        // A body has a handful of members; objects within it may be many, and start small.
        if depth == 1 { members.reserveCapacity(8) }
        repeat {
            members.append(try member())
        } while try another(closedBy: UInt8(ascii: "}"))
        guard members.haveDistinctNames else {
            throw malformed("Two members of an object have the same name.", at: start)
        }
        return members
    }

    private mutating func member() throws(MalformedJSON) -> JSON.Member {
        skipBlanks()
        guard next == UInt8(ascii: "\"") else { throw malformed("A member's name is missing.") }
        let name = try string()
        skipBlanks()
        guard skip(UInt8(ascii: ":")) else { throw malformed("A name needs a colon behind it.") }
        skipBlanks()
        return JSON.Member(name, try value())
    }

    private mutating func elements() throws(MalformedJSON) -> [JSON] {
        try descend()
        defer { depth -= 1 }
        var elements: [JSON] = []
        guard !skip(UInt8(ascii: "]")) else { return elements }
        repeat {
            skipBlanks()
            elements.append(try value())
        } while try another(closedBy: UInt8(ascii: "]"))
        return elements
    }

    /// Steps over an opening bracket and the blanks behind it.
    private mutating func descend() throws(MalformedJSON) {
        guard depth < Self.maximumDepth else {
            throw malformed("The document is nested deeper than \(Self.maximumDepth) levels.")
        }
        depth += 1
        position += 1
        skipBlanks()
    }

    /// After a member or element: steps over a comma (true) or the closing bracket (false).
    private mutating func another(closedBy bracket: UInt8) throws(MalformedJSON) -> Bool {
        skipBlanks()
        if skip(UInt8(ascii: ",")) { return true }
        if skip(bracket) { return false }
        throw malformed("Here should be a comma or the closing bracket.")
    }

    private mutating func word(_ word: String, _ value: JSON) throws(MalformedJSON) -> JSON {
        guard bytes[position...].starts(with: word.utf8) else {
            throw malformed("No value starts like this.")
        }
        position += word.utf8.count
        return value
    }
}

extension JSONReader {
    /// The byte at the reading position; nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Steps over this byte if it comes next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    func malformed(_ reason: String, at offset: Int? = nil) -> MalformedJSON {
        MalformedJSON(offset: offset ?? position, reason: reason)
    }
}

extension JSON {
    /// Reads a whole document from its bytes.
    package static func parse(_ bytes: [UInt8]) throws(MalformedJSON) -> JSON {
        var reader = JSONReader(bytes)
        return try reader.document()
    }

    /// Reads a whole document from text.
    package static func parse(_ text: String) throws(MalformedJSON) -> JSON {
        try parse(Array(text.utf8))
    }
}
