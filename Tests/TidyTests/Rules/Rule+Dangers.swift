extension Rule {
    /// A trap on a request's path takes the server down. Forced unwraps are the formatter's to
    /// find.
    static let traps = Rule(name: "Nothing in Sources traps on purpose") { file in
        guard file.isIn("Sources"), file.isSwift else { return [] }
        return file.findings(ofWords: ["try!", "as!", "fatalError(", "preconditionFailure("]) {
            "\($0) takes the server down"
        }
    }

    static let uncheckedConcurrency = Rule(
        name: "What the compiler can't check about concurrency is listed with its reason"
    ) { file in
        guard file.isSwift, Exceptions.unchecked[file.path] == nil else { return [] }
        return file.findings(ofWords: Exceptions.uncheckedWords) { "\($0) is not in Exceptions" }
    }

    static let strayOutput = Rule(name: "Only commands print") { file in
        guard file.isIn("Sources"), file.isSwift, !file.isIn("Sources/roost/Commands"),
            file.path != "Sources/roost/main.swift"
        else { return [] }
        // A function of the file's own with such a name is not the one that prints.
        let words = ["print(", "debugPrint(", "dump("].filter {
            SourceText.places(of: "func \($0)", in: file.code).isEmpty
        }
        return file.findings(ofWords: words) { "\($0) was left behind" }
    }

    static let foundationProcess = Rule(name: "Processes are not started by Foundation") { file in
        guard file.isSwift, !file.isIn("Tests/TidyTests") else { return [] }
        return file.findings(ofWords: ["Process(", "Process.run("]) {
            "\($0)…) crashes where many files are open: ChildProcess doesn't"
        }
    }

    /// What is remembered of rows relies on it, as SQLite tells of no row that goes so.
    static let replacedRows = Rule(name: "No statement removes rows for others without a word") {
        file in
        guard file.isIn("Sources") || file.isIn("migrations") else { return [] }
        return ["replace into", "insert or replace", "update or replace", "on conflict replace"]
            .flatMap { words in
                SourceText.places(of: words, in: file.bytes).map {
                    file.finding(at: $0, "\(words) removes rows: delete them, or update them")
                }
            }
    }

    static let openEnds = Rule(name: "What is left to do names who does it") { file in
        guard
            file.isIn("Sources") || file.isIn("Tests") || file.isIn(".ci")
                || file.path == "Makefile",
            !file.isIn("Tests/TidyTests")
        else { return [] }
        return ["TODO", "FIXME", "XXX"].flatMap { word in
            SourceText.places(of: word, in: file.bytes)
                .filter { isOpenEnd(at: $0, length: word.utf8.count, in: file.bytes) }
                .map { file.finding(at: $0, "\(word) without an owner: \(word)(name)") }
        }
    }

    private static func isOpenEnd(at place: Int, length: Int, in bytes: [UInt8]) -> Bool {
        if place > 0, SourceText.isNamePart(bytes[place - 1]) { return false }
        let rest = bytes[(place + length)...]
        if let next = rest.first, SourceText.isNamePart(next) { return false }
        let owner = rest.dropFirst().prefix { SourceText.isNamePart($0) }
        let isOwned =
            rest.first == UInt8(ascii: "(") && !owner.isEmpty
            && rest.dropFirst(1 + owner.count).first == UInt8(ascii: ")")
        return !isOwned
    }
}
