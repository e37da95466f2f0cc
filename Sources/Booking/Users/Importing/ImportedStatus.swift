import JSON

/// Whether a user may sign in, by whichever columns tell of it.
enum ImportedStatus {
    /// Where they differ, the strictest holds: nobody is let in by an import who was shut out.
    static func read(_ cells: inout ImportCells<UserColumn>) -> User.Status {
        let stated = cells.read(.status, readName)
        let isActive = cells.read(.isActive, readBool)
        let isDisabled = cells.read(.isDisabled, readBool)
        if stated == .banned { return .banned }
        let isShutOut = stated == .suspended || isActive == false || isDisabled == true
        return isShutOut ? .suspended : .active
    }

    private static func readName(_ json: JSON, _ faults: inout Faults) -> User.Status? {
        guard let text = ImportedText.short.read(json, &faults) else { return nil }
        switch text.lowercased() {
        case "active", "enabled": return .active
        case "suspended", "inactive", "disabled": return .suspended
        case "banned", "blocked": return .banned
        default:
            faults.add("not_allowed", "must be active, suspended or banned")
            return nil
        }
    }

    static func readBool(_ json: JSON, _ faults: inout Faults) -> Bool? {
        switch json {
        case .bool(let value): return value
        case .integer(1): return true
        case .integer(0): return false
        case .string(let text):
            if let value = words[text.asColumnName] { return value }
        default: break
        }
        faults.add("wrong_type", "must be true or false")
        return nil
    }

    private static let words = [
        "true": true, "t": true, "yes": true, "y": true, "1": true,
        "false": false, "f": false, "no": false, "n": false, "0": false,
    ]
}
