import Foundation
import Workbench

/// The files of the package, as far as they are its own.
enum Repository {
    /// What stands at the top level, and nothing else.
    static let topLevel: Set = [
        ".ci", ".editorconfig", ".env.example", ".gitignore", ".swift-format", "LICENSE",
        "Makefile",
        "Package.swift", "README.md", "Sources", "Tests", "config", "docs", "migrations", "pages",
    ]

    /// What git and tools leave there: not the package's, and never committed.
    static let foreign: Set = [".git", ".build", ".env", "var", ".swiftpm", ".vscode", ".idea"]

    /// Every text file, read.
    static let files: [SourceText] = paths.compactMap { path in
        guard isText(path), let data = FileManager.default.contents(atPath: PackageRoot.file(path))
        else { return nil }
        return SourceText(path: path, bytes: Array(data))
    }

    /// The names at the top level, those of others left out.
    static var topLevelNames: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path)
        return (names ?? []).filter { !foreign.contains($0) }.sorted()
    }

    private static var paths: [String] {
        topLevelNames.filter { topLevel.contains($0) }.flatMap { name -> [String] in
            let below = FileManager.default.enumerator(atPath: PackageRoot.file(name))
            return [name] + (below?.compactMap { ($0 as? String).map { "\(name)/\($0)" } } ?? [])
        }
    }

    private static func isText(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        let kind = name.split(separator: ".").last.map(String.init) ?? ""
        return kinds.contains(kind) || textNames.contains(String(name)) || path == ".ci/run"
    }

    private static let kinds: Set = [
        "c", "css", "h", "html", "ics", "js", "json", "md", "modulemap", "py", "sh", "sql", "svg",
        "swift", "yml",
    ]
    private static let textNames: Set = [
        ".editorconfig", ".env.example", ".gitignore", ".swift-format", "LICENSE", "Makefile",
    ]
}
