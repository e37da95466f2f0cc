import Time

/// Reads one member of an object into a part, whatever its type.
struct FieldReader: Sendable {
    let name: String
    var aliases: [String] = []
    /// The part where the member isn't given, the same each time; nil where it has to be given.
    private let absent: (any ObjectPart)?
    private let readPart: @Sendable (JSON, inout Faults) -> (any ObjectPart)?

    init(
        _ name: String, absent: (any ObjectPart)?,
        _ readPart: @escaping @Sendable (JSON, inout Faults) -> (any ObjectPart)?
    ) {
        self.name = name
        self.absent = absent
        self.readPart = readPart
    }

    var isRequired: Bool { absent == nil }

    /// The field's part out of an object's members, or nil after adding its faults.
    func read(_ members: [JSON.Member], _ faults: inout Faults) -> (any ObjectPart)? {
        guard let index = place(in: members) else {
            if isRequired { faults.at(name) { $0.add("required", "is required") } }
            return absent
        }
        let count = faults.all.count
        let part = readPart(members[index].value, &faults)
        if faults.all.count > count { faults.place(since: count, under: members[index].name) }
        return part
    }

    /// Which of the members it is: not the member itself, as looking at it is not to copy it.
    private func place(in members: [JSON.Member]) -> Int? {
        for index in members.indices where members[index].name.hasSameBytes(as: name) {
            return index
        }
        if aliases.isEmpty { return nil }
        return members.firstIndex { member in
            aliases.contains { $0.hasSameBytes(as: member.name) }
        }
    }
}

/// The readers of fields are made where nothing but the value's type is open, and for the usual types once more: code
/// for any type asks the runtime what an optional of it is, each time, which was half of what reading a body took.
extension Schema {
    /// Of a member that must be there.
    @_specialize(where Value == String)
    @_specialize(where Value == Int)
    @_specialize(where Value == Instant)
    func field(_ name: String) -> FieldReader {
        FieldReader(name, absent: nil) { [reader] json, faults in
            reader(json, &faults).map { TypedPart($0) }
        }
    }

    /// Of a member that may be absent or null, which means the default.
    func field(_ name: String, default value: Value) -> FieldReader {
        let absent = TypedPart(value)
        return FieldReader(name, absent: absent) { [reader] json, faults in
            if case .null = json { return absent }
            return reader(json, &faults).map { TypedPart($0) }
        }
    }

    /// Of a member that may be absent or null, which both mean nil.
    @_specialize(where Value == String)
    @_specialize(where Value == Int)
    @_specialize(where Value == Instant)
    func optionalField(_ name: String) -> FieldReader {
        let absent = TypedPart<Value?>(nil)
        return FieldReader(name, absent: absent) { [reader] json, faults in
            if case .null = json { return absent }
            return reader(json, &faults).map { TypedPart<Value?>($0) }
        }
    }

    /// Of a member whose absence means `.keep`.
    func changeField(_ name: String) -> FieldReader {
        FieldReader(name, absent: TypedPart(Change<Value>.keep)) { [reader] json, faults in
            reader(json, &faults).map { TypedPart(Change.set($0)) }
        }
    }
}
