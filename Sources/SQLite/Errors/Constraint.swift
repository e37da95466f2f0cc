import CSQLite

/// A rule of the schema that a statement would have broken.
package struct Constraint: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case unique
        case check
        case notNull
        case foreignKey
        /// A trigger that refused with `raise(abort, 'its words')`, or with `fail`.
        case trigger
    }

    package let kind: Kind
    /// The name of the unique index or the check, the words of the trigger, or `table.column` for what
    /// has no name. A foreign key's name SQLite doesn't tell: it is empty.
    package let name: String
}

extension Constraint {
    /// What a result code and its message tell; nil when it was no constraint.
    init?(code: Int32, message: String) {
        switch code {
        case ExtendedCode.check: kind = .check
        case ExtendedCode.notNull: kind = .notNull
        case ExtendedCode.foreignKey: kind = .foreignKey
        case ExtendedCode.trigger: kind = .trigger
        case ExtendedCode.unique, ExtendedCode.primaryKey, ExtendedCode.rowID: kind = .unique
        default: return nil
        }
        name = Constraint.name(in: message, of: kind)
    }

    private static func name(in message: String, of kind: Kind) -> String {
        if kind == .trigger { return message }
        let text = message.split(separator: " constraint failed: ", maxSplits: 1)
        guard text.count == 2 else { return "" }
        return String(text[1])
    }

    /// The table and the columns of a unique constraint that SQLite names by them:
    /// `claim.occasion, claim.person`.
    var columns: (table: String, names: [String])? {
        guard kind == .unique else { return nil }
        let pairs = name.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
        guard let table = pairs.first?.first, pairs.allSatisfy({ $0.count == 2 }) else {
            return nil
        }
        return (String(table), pairs.map { String($0[1]) })
    }

    /// The name of an index on an expression, which SQLite tells: `index 'name'`.
    var indexOnExpression: String? {
        guard kind == .unique, name.hasPrefix("index '"), name.hasSuffix("'") else { return nil }
        return String(name.dropFirst(7).dropLast())
    }

    func named(_ name: String) -> Constraint {
        Constraint(kind: kind, name: name)
    }
}
