/// One call, and what its answer means.
package struct SingleCall<Deed: Sendable>: Errand {
    private let call: Call
    private let notebook: Notebook<Deed>
    private let meaning: @Sendable (Reply) -> Deed?

    /// An answer without a meaning is a finding.
    package init(
        _ call: Call, _ notebook: Notebook<Deed>, _ meaning: @escaping @Sendable (Reply) -> Deed?
    ) {
        self.call = call
        self.notebook = notebook
        self.meaning = meaning
    }

    package mutating func next(after answered: Answered?) -> Call? {
        guard let answered else { return call }
        if let deed = answered.reply.flatMap(meaning) {
            notebook.note(answered, deed)
        } else {
            notebook.find(answered)
        }
        return nil
    }
}
