import Markdown
import Pages

/// What `docs/PROBLEMS.md` says of a code: what it means, when it comes, and what to do.
///
/// The texts are Markdown and not a table in Swift, because they are prose with links, are read in the
/// repository too, and are nearest to right when whoever writes about a problem can read its neighbours.
struct ProblemText: Sendable {
    let code: String
    let document: Document

    /// The first paragraph.
    var meaning: [Markdown.Phrase] {
        guard case .paragraph(let phrases)? = document.blocks.first else { return [] }
        return phrases
    }

    /// What stands before the first code.
    static var introduction: Document {
        Document(blocks: Array(blocks.prefix { !isCode($0) }))
    }

    static let all: [ProblemText] = {
        let starts = blocks.indices.filter { isCode(blocks[$0]) }
        let ends = starts.dropFirst() + [blocks.count]
        return zip(starts, ends).compactMap { start, end in
            guard case .heading(_, let code, _) = blocks[start] else { return nil }
            return ProblemText(
                code: code, document: Document(blocks: Array(blocks[(start + 1)..<end])))
        }
    }()

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    static func of(_ code: String) -> ProblemText? { byCode[code] }

    private static let blocks: [Block] = {
        let file = PageFile.documents.first { $0.name == "PROBLEMS.md" }
        return Document(String(decoding: file?.bytes ?? [], as: UTF8.self)).blocks
    }()

    private static func isCode(_ block: Block) -> Bool {
        if case .heading(level: 2, _, _) = block { true } else { false }
    }
}
