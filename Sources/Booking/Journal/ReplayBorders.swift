import SQLite

/// Read tables come and go as a whole, so references may not tie them to other tables: a replay would
/// delete by cascade what no journal brings back, or fail where a person was erased.
struct ReplayBorders {
    private let tables: Set<String>

    init(_ chapters: Chapters) {
        tables = Set(chapters.tables.map { "\($0.name)" })
    }

    func check(_ reader: Reader) throws {
        try reader.each(
            """
            select schema.name, reference."table", reference.on_delete
            from sqlite_schema as schema, pragma_foreign_key_list(schema.name) as reference
            where schema.type = 'table'
            """
        ) { row in
            try check(from: row.text(0), to: row.text(1), onDelete: row.text(2))
        }
    }

    private func check(
        from child: String, to parent: String, onDelete action: String
    ) throws(ReplayFailure) {
        let isInward = tables.contains(parent)
        if tables.contains(child), !isInward {
            throw .entangled("\(child) refers to \(parent), which is not made from the journal")
        }
        if !tables.contains(child), isInward, action != "NO ACTION" {
            throw .entangled(
                "\(child) refers to \(parent) with on delete \(action.lowercased()), "
                    + "by which a replay would change it")
        }
    }
}
