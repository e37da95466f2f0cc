import SQLite

extension Readiness {
    /// Ready while the database answers and takes what is written.
    package convenience init(_ database: Database) {
        self.init(checks: [.database(database)]) {
            switch database.trouble {
            case nil, .locked, .outOfMemory: nil
            case .queueFull: .overloaded
            case .diskFull, .diskFailed, .closed: .readOnly
            }
        }
    }
}

extension HealthCheck {
    /// A look into the database's file; a probe isn't worth more than half a second.
    fileprivate static func database(_ database: Database) -> HealthCheck {
        HealthCheck("database", good: "connected", bad: "disconnected") {
            let tables = try? database.read(within: .milliseconds(500)) { reader in
                try reader.count("select count(*) from sqlite_schema")
            }
            return tables != nil
        }
    }
}
