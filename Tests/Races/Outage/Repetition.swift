/// A call that is made again with the key that it had.
struct Repetition: Errand {
    private let promise: Promise
    private let promises: Promises
    private let replayed: Notebook<Bool>

    init(_ promise: Promise, _ promises: Promises, _ replayed: Notebook<Bool>) {
        self.promise = promise
        self.promises = promises
        self.replayed = replayed
    }

    mutating func next(after answered: Answered?) -> Call? {
        guard let answered else { return promise.call }
        promises.note(promise.key, answered)
        replayed.note(answered, answered.reply?.isReplayed ?? false)
        return nil
    }
}
