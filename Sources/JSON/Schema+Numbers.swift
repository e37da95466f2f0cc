extension Schema where Value == Int {
    /// A whole number within limits. 20.0 and 2e1 are whole too, as JSON Schema sees them.
    package static func integer(_ range: ClosedRange<Int>) -> Schema {
        let document = SchemaDocument.integer
            .with("minimum", range.lowerBound).with("maximum", range.upperBound)
        return number(document, range, decimals: 0) { value, writer in
            writer.integer(Int64(value))
        }
    }

    /// An amount of money in exact minor units.
    ///
    /// On the wire it is a number with at most two decimals: 2500 is `25.0`.
    package static func money(upTo limit: Int) -> Schema {
        let document = SchemaDocument.number
            .with("minimum", 0).with("maximum", .decimal(NumberText(minorUnits: limit)))
            .with("multipleOf", .decimal(NumberText(minorUnits: 1)))
        return number(document, 0...limit, decimals: 2) { value, writer in
            writer.money(Int64(value))
        }
    }

    private static func number(
        _ document: SchemaDocument, _ range: ClosedRange<Int>, decimals: Int,
        write: @escaping @Sendable (Int, inout JSONWriter) -> Void
    ) -> Schema {
        let limits = NumberLimits(range: range, decimals: decimals)
        return Schema(
            document, textForm: .number, read: { limits.read($0, &$1) }, write: write)
    }
}

/// The limits of a number in units of a decimal place.
private struct NumberLimits {
    let range: ClosedRange<Int>
    let decimals: Int

    func read(_ json: JSON, _ faults: inout Faults) -> Int? {
        switch json.scaled(decimals: decimals) {
        case nil: faults.addWrongType(json, expected: kind)
        case .exact(let value) where range.contains(Int(value)): return Int(value)
        case .exact(let value) where value < range.lowerBound: addTooSmall(&faults)
        case .tooSmall: addTooSmall(&faults)
        case .exact, .tooLarge: faults.add("too_large", "must be at most \(text(range.upperBound))")
        case .tooPrecise where decimals == 0: faults.addWrongType(json, expected: kind)
        case .tooPrecise: faults.add("too_precise", "must have at most \(decimals) decimals")
        }
        return nil
    }

    private var kind: String { decimals == 0 ? "must be a whole number" : "must be a number" }

    private func addTooSmall(_ faults: inout Faults) {
        faults.add("too_small", "must be at least \(text(range.lowerBound))")
    }

    private func text(_ bound: Int) -> String {
        decimals == 0 ? String(bound) : NumberText(minorUnits: bound).text
    }
}

extension NumberText {
    /// An amount in hundredths, as the writer shows it.
    fileprivate init(minorUnits: Int) {
        var writer = JSONWriter()
        writer.money(Int64(minorUnits))
        self.init(checked: String(decoding: writer.bytes, as: UTF8.self))
    }
}
