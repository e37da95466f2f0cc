extension Schema where Value == String {
    /// Text of so many Unicode scalars, kept byte for byte.
    ///
    /// Scalars, because JSON Schema counts them: what the document promises is what is checked.
    /// Swift's characters would not even bound the bytes, as one may carry any number of accents.
    /// NUL is refused: C libraries and databases cut text there.
    package static func text(_ length: ClosedRange<Int>) -> Schema {
        text(length) { $0 }
    }

    /// Text that loses the white space at both ends before it is measured.
    package static func trimmedText(_ length: ClosedRange<Int>) -> Schema {
        text(length) { $0.trimmed }
    }

    private static func text(
        _ length: ClosedRange<Int>, _ prepare: @escaping @Sendable (String) -> String
    ) -> Schema {
        let document = SchemaDocument.text
            .with("minLength", length.lowerBound).with("maxLength", length.upperBound)
        return Schema(document) { json, faults in
            guard let text = string(json, &faults) else { return nil }
            let prepared = prepare(text)
            return prepared.isAllowed(length, &faults) ? prepared : nil
        } write: { value, writer in
            writer.string(value)
        }
    }

    /// Text that a rule of its own checks and may rewrite; nil from `check` is a `bad_format`.
    static func text(
        _ document: SchemaDocument, _ detail: String,
        check: @escaping @Sendable (String) -> String?
    ) -> Schema {
        Schema(document) { json, faults in
            guard let text = string(json, &faults) else { return nil }
            if let checked = check(text) { return checked }
            faults.add("bad_format", detail)
            return nil
        } write: { value, writer in
            writer.string(value)
        }
    }

    static func string(_ json: JSON, _ faults: inout Faults) -> String? {
        if case .string(let text) = json { return text }
        faults.addWrongType(json, expected: "must be text")
        return nil
    }
}

extension String {
    fileprivate func isAllowed(_ length: ClosedRange<Int>, _ faults: inout Faults) -> Bool {
        let (count, hasNUL) = scalars
        if count < length.lowerBound {
            faults.add("too_short", "must have at least \(characters(length.lowerBound))")
        } else if count > length.upperBound {
            faults.add("too_long", "must have at most \(characters(length.upperBound))")
        } else if hasNUL {
            faults.add("not_allowed", "must not contain the character NUL")
        } else {
            return true
        }
        return false
    }

    /// How many Unicode scalars there are, each of which has one byte that goes on none, and whether one of
    /// them is NUL.
    private var scalars: (count: Int, hasNUL: Bool) {
        let bytes = utf8Span.span
        var count = 0
        var hasNUL = false
        for index in bytes.indices {
            if bytes[index] & 0xC0 != 0x80 { count += 1 }
            if bytes[index] == 0 { hasNUL = true }
        }
        return (count, hasNUL)
    }

    private func characters(_ count: Int) -> String {
        count == 1 ? "1 character" : "\(count) characters"
    }

    /// Without white space at both ends. Blanks are taken off as bytes first: a megabyte of them is sent
    /// in no time, and must not take long to look at.
    var trimmed: String {
        // Most have none: their first and last byte are plain characters, and no part of longer ones.
        let isPlain = { (byte: UInt8) in (0x21...0x7E).contains(byte) }
        if let first = utf8.first, let last = utf8.last, isPlain(first), isPlain(last) {
            return self
        }
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let start = utf8.firstIndex(where: { !isBlank($0) }),
            let end = utf8.lastIndex(where: { !isBlank($0) })
        else { return "" }
        let scalars = unicodeScalars[start...end]
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
