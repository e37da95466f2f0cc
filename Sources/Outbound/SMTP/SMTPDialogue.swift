/// What is said between a mail server and us, as far as it tells what has gone wrong. It belongs to the thread
/// of its session.
final class SMTPDialogue {
    /// How far it has come: what we said last.
    enum Step: Equatable {
        case connecting
        case hello
        case encryption
        case login
        case sender
        case recipient
        case content
    }

    /// Nobody needs more of an answer; a server may send it for ever.
    private static let mostBytes = 2_000

    private(set) var step = Step.connecting
    /// The lines of the answer to what was said last.
    private var heard: [UInt8] = []
    /// Whether that answer has come to its end.
    private var isAnswered = false
    /// What comes behind the goodbye doesn't matter.
    private var isOver = false

    /// For the next mail. On a connection that is there already, that begins with its sender.
    func begin() {
        step = .connecting
        isOver = false
        forget()
    }

    private func forget() {
        heard = []
        isAnswered = false
    }

    /// Takes a command. What it holds is not kept: a login may be in it.
    func say(_ command: [UInt8]) {
        let verb = String(decoding: command.prefix(4), as: UTF8.self).uppercased()
        isOver = isOver || verb == "QUIT"
        guard !isOver else { return }
        forget()
        if let next = SMTPDialogue.steps[verb] { step = next }
    }

    private static let steps: [String: Step] = [
        "EHLO": .hello, "HELO": .hello, "STAR": .encryption, "AUTH": .login, "MAIL": .sender,
        "RCPT": .recipient, "DATA": .content,
    ]

    /// Takes a line of an answer: behind the code of the last one stands a blank.
    func hear(_ line: [UInt8]) {
        guard !isOver else { return }
        if isAnswered { forget() }
        heard += line.prefix(max(0, SMTPDialogue.mostBytes - heard.count))
        isAnswered = line.count < 4 || line[3] != UInt8(ascii: "-")
    }

    /// The answer to what was said last. What a server says of a login is told by its code only, as it might
    /// repeat that.
    func answer(without recipient: String) -> SMTPAnswer? {
        guard let answer = SMTPAnswer(heard, without: recipient) else { return nil }
        return step == .login ? SMTPAnswer(code: answer.code, text: "\(answer.code)") : answer
    }

    /// Whether an answer of 5xx is about the mail or its recipient, and will be the same tomorrow. Otherwise it
    /// is about this server and us, and somebody will see to it: a login that is wrong, a sender that isn't
    /// allowed.
    func isFinal(_ code: Int) -> Bool {
        switch step {
        case .connecting, .hello, .encryption, .login: false
        // A mail that is too large is refused with its sender (RFC 1870 section 6.2).
        case .sender: code == 552
        // Whoever must encrypt or log in first (RFC 3207 section 4, RFC 4954 section 6) may hear it here.
        case .recipient, .content: (500..<600).contains(code) && code != 530 && code != 538
        }
    }
}
