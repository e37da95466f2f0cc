/// One member of an object: its name, where its value lives, and how that is read and written.
package struct Field<Root, Part: Sendable>: Sendable {
    let name: String
    private var aliases: [String] = []
    private let document: SchemaDocument
    private let isRequired: Bool
    private let reader: @Sendable (JSON?, inout Faults) -> Part?
    private let writer: @Sendable (Root, inout JSONWriter) -> Void

    init(
        _ name: String, _ document: SchemaDocument, isRequired: Bool,
        read: @escaping @Sendable (JSON?, inout Faults) -> Part?,
        write: @escaping @Sendable (Root, inout JSONWriter) -> Void
    ) {
        self.name = name
        self.document = document
        self.isRequired = isRequired
        reader = read
        writer = write
    }

    /// The same field, also read under a second spelling. The first wins where both are given, but the
    /// other has to be good, too; only the first is written.
    package func alsoSpelled(_ alias: String) -> Field {
        var copy = self
        copy.aliases.append(alias)
        return copy
    }

    var documented: SchemaDocument.Member {
        SchemaDocument.Member(
            name: name, aliases: aliases, document: document, isRequired: isRequired)
    }

    /// The field's value out of an object's members, or nil after adding its faults.
    func read(_ members: [JSON.Member], _ faults: inout Faults) -> Part? {
        let found = given(in: members)
        let part = read(found, &faults)
        if aliases.isEmpty || found == nil { return part }
        let count = faults.all.count
        for other in members where other.name != found?.name && isAlias(other.name) {
            _ = read(other, &faults)
        }
        return faults.all.count == count ? part : nil
    }

    private func isAlias(_ name: String) -> Bool {
        aliases.contains { $0.hasSameBytes(as: name) }
    }

    private func read(_ member: JSON.Member?, _ faults: inout Faults) -> Part? {
        let count = faults.all.count
        let part = reader(member?.value, &faults)
        if faults.all.count > count { faults.place(since: count, under: member?.name ?? name) }
        return part
    }

    private func given(in members: [JSON.Member]) -> JSON.Member? {
        if let member = members.first(where: { $0.name.hasSameBytes(as: name) }) { return member }
        return members.first { isAlias($0.name) }
    }

    func write(_ root: Root, to writer: inout JSONWriter) {
        self.writer(root, &writer)
    }
}
