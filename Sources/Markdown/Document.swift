/// A text in Markdown, read: headings, paragraphs, lists, code, tables, quotations, links.
///
/// It is made for texts of this repository and takes the part of CommonMark and of GitHub's tables that they
/// use. Nothing in it is dropped but remarks (`<!-- -->`): what isn't understood stays as it was written.
package struct Document: Equatable, Sendable {
    package let blocks: [Block]

    package init(_ text: String) {
        var anchors = Anchors()
        blocks = anchors.naming(BlockReader.blocks(of: Line.all(of: text)))
    }

    /// Some of the blocks of another, with the anchors that they have there.
    package init(blocks: [Block]) {
        self.blocks = blocks
    }

    /// The first heading.
    package var title: String {
        headings.first?.phrases.plainText ?? ""
    }

    package var headings: [(level: Int, anchor: String, phrases: [Phrase])] {
        blocks.compactMap { block in
            guard case .heading(let level, let anchor, let phrases) = block else { return nil }
            return (level, anchor, phrases)
        }
    }
}
