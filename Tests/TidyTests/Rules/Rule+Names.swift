extension Rule {
    static let oneType = Rule(name: "A file declares one top-level type") { file in
        guard !holdsShapes(file) else { return [] }
        return TopLevelType.all(in: file).dropFirst().map {
            Finding(path: file.path, line: $0.line, what: "\($0.name) wants a file of its own")
        }
    }

    static let fileName = Rule(name: "A file is named after its type, or Type+Aspect.swift") {
        file in
        guard !holdsShapes(file), file.name != "main.swift",
            let type = TopLevelType.all(in: file).first
        else {
            return []
        }
        let isNamedAfter =
            file.name == "\(type.name).swift" || file.name.hasPrefix("\(type.name)+")
        return isNamedAfter
            ? [] : [Finding(path: file.path, line: 0, what: "it declares \(type.name)")]
    }

    /// Words that say nothing of what is in there, and so gather everything.
    static let vagueNames = Rule(name: "A name says what it is") { file in
        let declared = TopLevelType.all(in: file).map { (name: $0.name, line: $0.line) }
        let folders = file.path.split(separator: "/").map { (name: String($0), line: 0) }
        return (folders + declared).filter { isVague($0.name) }.map {
            Finding(path: file.path, line: $0.line, what: "\($0.name) says nothing")
        }
    }

    static let noPublic = Rule(name: "Targets see each other by package access") { file in
        guard file.isIn("Sources"), file.isSwift else { return [] }
        return file.findings(ofWords: ["public ", "open class ", "open func ", "open var "]) {
            "\($0)opens more than the package needs"
        }
    }

    /// A feature's `…Schema.swift` holds the shapes of all its requests and answers.
    private static func holdsShapes(_ file: SourceText) -> Bool {
        file.isIn("Sources/Booking") && file.name.hasSuffix("Schema.swift")
    }

    private static func isVague(_ name: String) -> Bool {
        ["Util", "Utils", "Helper", "Helpers", "Common", "Manager", "Misc"].contains { word in
            name.ranges(of: word).contains { range in
                range.upperBound == name.endIndex || !name[range.upperBound].isLowercase
            }
        }
    }
}
