/// A `.env` file: lines of `NAME=value`, read without expanding anything.
///
/// A line may start with `export`. `#` starts a comment at the start of a line and behind a blank.
/// In double quotes `\n`, `\r`, `\t`, `\"`, `\\` and `\$` are escapes, in single quotes `\'` and
/// `\\`.
struct Dotenv {
    struct Entry: Equatable {
        let name: String
        let text: String
        let line: Int
    }

    private(set) var entries: [Entry] = []
    /// Lines that are none, with what was expected. What they hold is not told: it may be a secret.
    private(set) var faults: [(line: Int, expected: String)] = []

    init(_ text: String) {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let line = String(line.last == 0x0D ? line.dropLast() : line) ?? ""
            read(line.trimmed, number: index + 1)
        }
    }

    private mutating func read(_ line: String, number: Int) {
        guard !line.isEmpty, !line.hasPrefix("#") else { return }
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = Self.name(parts[0].trimmed)
        guard parts.count == 2, let name else {
            faults.append((number, "NAME=value"))
            return
        }
        do {
            entries.append(
                Entry(name: name, text: try DotenvValue.read(parts[1].trimmed), line: number))
        } catch {
            faults.append((number, error.expected))
        }
    }

    private static func name(_ text: String) -> String? {
        let isExported = text.hasPrefix("export ") || text.hasPrefix("export\t")
        let name = isExported ? text.dropFirst(7).trimmed : text
        let isName = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || $0 == 0x5F
        }
        return isName && !name.isEmpty ? name : nil
    }
}
