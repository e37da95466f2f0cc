extension Rule {
    /// One screen can't show more, but a few can.
    static let fileLength = Rule(name: "A file has 300 lines at most") { file in
        guard file.isSwift else { return [] }
        let count = file.bytes.count { $0 == 0x0A }
        return count > 300 ? [Finding(path: file.path, line: 0, what: "it has \(count) lines")] : []
    }

    /// The formatter breaks code at 100 columns, but neither a comment nor a literal.
    static let lineLength = Rule(name: "A line has 100 columns of code and 120 in all at most") {
        file in
        guard file.isSwift else { return [] }
        return zip(file.lines, file.codeLines).enumerated().compactMap { index, line in
            guard line.0.count > 100 else { return nil }
            // Bytes that continue a character take no column; blanked ones are no code.
            let columns = line.0.count { $0 & 0xC0 != 0x80 }
            let code = zip(line.0, line.1).count { $0 == $1 }
            guard columns > 120 || code > 100 else { return nil }
            return Finding(path: file.path, line: index + 1, what: "it has \(columns) columns")
        }
    }

    static let functionLength = Rule(name: "A function has 50 lines at most") { file in
        guard file.isSwift else { return [] }
        return FunctionBody.all(in: file.code).filter { $0.lines > 50 }.map {
            file.finding(at: $0.start, "the function has \($0.lines) lines")
        }
    }
}
