extension Schema {
    /// An array whose elements are all read, and all their faults told.
    package static func array<Element: Sendable>(
        of element: Schema<Element>, count: ClosedRange<Int>
    ) -> Schema where Value == [Element] {
        let document = SchemaDocument.array(of: element.document, count: count)
        let answer = Answer.array(of: element.answer)
        return Schema(document, textForm: .list(element.textForm)) { json, faults in
            guard case .array(let elements) = json else {
                faults.addWrongType(json, expected: "must be an array")
                return nil
            }
            guard elements.isAllowed(count, &faults) else { return nil }
            return element.readAll(elements, &faults)
        } write: { elements, writer in
            answer.write(elements, to: &writer)
        }
    }

    private func readAll(_ elements: [JSON], _ faults: inout Faults) -> [Value]? {
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for (index, json) in elements.enumerated() {
            if let value = faults.at(index, { read(json, &$0) }) { values.append(value) }
        }
        return values.count == elements.count ? values : nil
    }

    /// The same schema, where null means that there is no value.
    package var nullable: Schema<Value?> {
        Schema<Value?>(document.nullable, textForm: textForm) { json, faults in
            if json == .null { return .some(nil) }
            return read(json, &faults).map(Optional.some)
        } write: { value, writer in
            guard let value else { return writer.null() }
            write(value, to: &writer)
        }
    }

    /// The same schema with one more rule. `member` names whom to blame when the rule is about an
    /// object's members together.
    package func refined(
        code: String, detail: String, at member: String? = nil,
        _ holds: @escaping @Sendable (Value) -> Bool
    ) -> Schema {
        Schema(document, textForm: textForm) { json, faults in
            guard let value = read(json, &faults) else { return nil }
            if holds(value) { return value }
            guard let member else {
                faults.add(code, detail)
                return nil
            }
            faults.at(member) { $0.add(code, detail) }
            return nil
        } write: { value, writer in
            write(value, to: &writer)
        }
    }

    /// The same JSON as another type; nil from `read` is a fault.
    package func mapped<Other: Sendable>(
        code: String = "bad_format", detail: String = "is not valid",
        read convert: @escaping @Sendable (Value) -> Other?,
        write convertBack: @escaping @Sendable (Other) -> Value
    ) -> Schema<Other> {
        Schema<Other>(document, textForm: textForm) { json, faults in
            guard let value = read(json, &faults) else { return nil }
            if let other = convert(value) { return other }
            faults.add(code, detail)
            return nil
        } write: { other, writer in
            write(convertBack(other), to: &writer)
        }
    }
}

extension [JSON] {
    fileprivate func isAllowed(_ allowed: ClosedRange<Int>, _ faults: inout Faults) -> Bool {
        if count < allowed.lowerBound {
            faults.add("too_few", "must have at least \(allowed.lowerBound) elements")
        } else if count > allowed.upperBound {
            faults.add("too_many", "must have at most \(allowed.upperBound) elements")
        } else {
            return true
        }
        return false
    }
}
