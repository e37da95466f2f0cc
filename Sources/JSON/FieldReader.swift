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
        let part = read(members[index], &faults)
        return aliases.isEmpty || areGood(members, but: index, &faults) ? part : nil
    }

    private func read(_ member: JSON.Member, _ faults: inout Faults) -> (any ObjectPart)? {
        let count = faults.all.count
        let part = readPart(member.value, &faults)
        if faults.all.count > count { faults.place(since: count, under: member.name) }
        return part
    }

    /// Whether the member's other spellings hold what it may be, too: they are not used, but documented.
    private func areGood(
        _ members: [JSON.Member], but index: Int, _ faults: inout Faults
    ) -> Bool {
        let count = faults.all.count
        for other in members.indices where other != index && isAlias(members[other].name) {
            _ = read(members[other], &faults)
        }
        return faults.all.count == count
    }

    private func isAlias(_ name: String) -> Bool {
        aliases.contains { $0.hasSameBytes(as: name) }
    }

    /// Which of the members it is: not the member itself, as looking at it is not to copy it.
    private func place(in members: [JSON.Member]) -> Int? {
        for index in members.indices where members[index].name.hasSameBytes(as: name) {
            return index
        }
        if aliases.isEmpty { return nil }
        return members.firstIndex { isAlias($0.name) }
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
