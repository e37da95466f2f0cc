import Glibc
import Studio

/// What a process says that is about to be killed, a line for each thing.
enum KilledLine: Equatable {
    /// The database is open.
    case open
    /// The tables are there.
    case built
    case begun(Attempt)
    case answered(Int, Outcome)

    /// One system call, and so short that the pipe takes all of it or nothing (pipe(7), PIPE_BUF).
    func write() {
        let line = Array("\(text)\n".utf8)
        _ = Glibc.write(STDOUT_FILENO, line, line.count)
    }

    var text: String {
        switch self {
        case .open: "open"
        case .built: "built"
        case .begun(let attempt): "begun \(attempt.id) \(attempt.sitting) \(attempt.person)"
        case .answered(let id, let outcome): "answered \(id) \(outcome.word)"
        }
    }

    /// Nil for what is no such line.
    init?(_ text: Substring) {
        let words = text.split(separator: " ")
        let numbers = words.dropFirst().compactMap { Int($0) }
        switch (words.first, words.count) {
        case ("open", 1): self = .open
        case ("built", 1): self = .built
        case ("begun", 4) where numbers.count == 3:
            self = .begun(Attempt(id: numbers[0], sitting: numbers[1], person: numbers[2]))
        case ("answered", 3) where numbers.count == 1:
            guard let outcome = Outcome(word: words[2]) else { return nil }
            self = .answered(numbers[0], outcome)
        default: return nil
        }
    }
}

extension Outcome {
    fileprivate var word: String {
        switch self {
        case .acknowledged: "acknowledged"
        case .refused(.full): "full"
        case .refused: "twice"
        case .unavailable: "unavailable"
        case .unknown: "unknown"
        }
    }

    fileprivate init?(word: Substring) {
        switch word {
        case "acknowledged": self = .acknowledged
        case "full": self = .refused(.full)
        case "twice": self = .refused(.alreadyPlaced)
        case "unavailable": self = .unavailable
        case "unknown": self = .unknown
        default: return nil
        }
    }
}
