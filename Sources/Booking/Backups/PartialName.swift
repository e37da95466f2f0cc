/// The name of a file that a process has not finished: `roost.db.partial-4711`.
struct PartialName: Equatable {
    /// What it will be called.
    let target: String
    /// What it is called now, without what SQLite adds for its own files beside it.
    let file: String
    let process: Int32

    /// The ends of a database's files: those of SQLite's own beside it, and none for that itself.
    static let endings = ["-wal", "-shm", "-journal", ""]

    /// Nil for any other name.
    init?(_ name: String) {
        guard let mark = name.ranges(of: ".partial-").last else { return nil }
        let digits = name[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
        let rest = name[digits.endIndex...]
        guard let process = Int32(digits), process > 0, mark.lowerBound > name.startIndex,
            PartialName.endings.contains(String(rest))
        else { return nil }
        self.process = process
        target = String(name[..<mark.lowerBound])
        file = String(name[..<digits.endIndex])
    }
}
