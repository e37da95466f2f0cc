/// Who made a database, as far as it tells before anything is written to it.
enum DatabaseOrigin {
    /// Nobody has made anything in it.
    case empty
    case roost

    /// "Roos": what the file's header says of its owner (https://www.sqlite.org/fileformat.html
    /// section 1.3.17).
    static let applicationID = 0x526F_6F73

    /// Finds out, and refuses what is somebody else's.
    init(_ reader: Reader) throws {
        let id = try reader.count("pragma application_id")
        guard id == 0 || id == DatabaseOrigin.applicationID else {
            throw MigrationError.notRoost(
                path: try reader.connection.path,
                reason: "it is marked as another program's (application_id \(id))")
        }
        // A database that was restored from a dump has lost its mark, but not its tables.
        if try reader.count("select count(*) from sqlite_schema") == 0 {
            self = .empty
        } else if try DatabaseOrigin.hasList(reader) {
            self = .roost
        } else {
            throw MigrationError.notRoost(
                path: try reader.connection.path, reason: "it has tables, but no list of migrations"
            )
        }
    }

    private static func hasList(_ reader: Reader) throws -> Bool {
        let columns = try reader.all(
            """
            select name
            from pragma_table_info('migration')
            order by cid
            """
        ) { try $0.text(0) }
        return columns == ["number", "name", "checksum", "applied_at"]
    }
}
