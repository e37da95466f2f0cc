/// What stands against a row: a sentence without its full stop.
struct ImportFault: Error {
    let sentence: String

    init(_ sentence: String) {
        self.sentence = sentence
    }
}
