extension MigrationPlan {
    /// What will be done, as lines for a terminal.
    package var announcement: [String] {
        let lines = steps.map { step in
            switch step {
            case .up(let migration): "would apply \(migration.label)"
            case .down(let migration):
                "would take back \(migration.label), and delete the data that only it has a place for"
            }
        }
        return lines.isEmpty ? [nothing] : lines
    }

    /// What was done, as lines for a terminal.
    package var report: [String] {
        let lines = steps.map { step in
            switch step {
            case .up(let migration): "applied \(migration.label)"
            case .down(let migration): "took back \(migration.label)"
            }
        }
        return lines.isEmpty ? [nothing] : lines
    }

    private var nothing: String {
        "nothing to do: the database \(end.map { "is at \($0.label)" } ?? "has no migration")"
    }
}
