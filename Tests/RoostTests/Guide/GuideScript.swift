import Markdown

/// The commands of a page of the guide, as one script for bash whose lines are those of the page.
struct GuideScript {
    /// A block of code.
    struct Block {
        let language: String
        let line: Int
        let lines: [Substring]
    }

    let file: String
    let blocks: [Block]

    init(_ file: String, _ text: String) {
        self.file = file
        blocks = GuideScript.blocks(of: Document(text).blocks)
    }

    /// A page that starts a server itself wants none that runs already, and an import none at all.
    var wantsServer: Bool {
        let words = commands.flatMap(\.lines)
        return !words.contains { $0.contains("roost serve") || $0.contains("roost import") }
    }

    var hasCommands: Bool { !commands.isEmpty }

    private var commands: [Block] { blocks.filter { $0.language == "sh" } }

    /// The first line of a page is its title, so there is room for what ends the servers that it starts and
    /// names the place of a failure.
    var text: String {
        var lines = [
            "trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT; "
                + "trap 'echo \"\(file):$LINENO: this failed: $BASH_COMMAND\" >&2' ERR"
        ]
        for block in commands {
            while lines.count < block.line - 1 { lines.append("") }
            lines += block.lines.map(String.init)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func blocks(of blocks: [Markdown.Block]) -> [Block] {
        blocks.flatMap { block -> [Block] in
            switch block {
            case .code(let language, let text, let line):
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                return [Block(language: language, line: line, lines: lines.dropLast())]
            case .list(_, let items): return items.flatMap { self.blocks(of: $0) }
            case .quote(let inner): return self.blocks(of: inner)
            default: return []
            }
        }
    }
}
