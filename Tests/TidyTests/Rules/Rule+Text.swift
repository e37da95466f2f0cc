extension Rule {
    static let whitespace = Rule(name: "No tabs, no blanks at a line's end, a line feed at the end")
    {
        file in
        let mayHaveTabs = file.name == "Makefile"
        // Two blanks at the end of a Markdown line are a line break.
        let mayEndInBlanks = file.name.hasSuffix(".md")
        var findings = file.lines.enumerated().flatMap { index, line -> [Finding] in
            var faults: [String] = []
            if !mayHaveTabs, line.contains(0x09) { faults.append("a tab") }
            if !mayEndInBlanks, line.last == 0x20 || line.last == 0x09 {
                faults.append("trailing blanks")
            }
            if line.last == 0x0D { faults.append("a carriage return") }
            return faults.map { Finding(path: file.path, line: index + 1, what: $0) }
        }
        if let last = file.bytes.last, last != 0x0A {
            findings.append(Finding(path: file.path, line: 0, what: "no line feed at the end"))
        }
        return findings
    }

    /// A path of somebody's machine means nothing on another.
    static let machinePaths = Rule(name: "No path of one machine") { file in
        guard !file.isIn("Tests/TidyTests") else { return [] }
        return ["/work/", "/root/", "/home/", "/tmp/bash_jobs"].flatMap { path in
            SourceText.places(of: path, in: file.bytes)
                .filter { $0 == 0 || !SourceText.continuesWord(file.bytes[$0 - 1]) }
                .map { file.finding(at: $0, "\(path) is a path of one machine") }
        }
    }
}
