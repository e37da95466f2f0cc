import Outbound
import Posix
import Web

/// Where mails go.
package enum MailRoute: Sendable {
    case server(SMTPClient)
    /// Each is told of in the log, where there is one: in development its reader wants to find it.
    case folder(LetterFolder, Log?)

    func send(_ message: LetterMessage) async -> Outcome {
        switch self {
        case .server(let client):
            Outcome(
                await client.send(
                    SMTPMail(
                        from: message.sender.address, to: message.letter.recipient.address,
                        message.bytes)))
        case .folder(let folder, let log): MailRoute.put(message, into: folder, log)
        }
    }

    private static func put(
        _ message: LetterMessage, into folder: LetterFolder, _ log: Log?
    ) -> Outcome {
        do throws(SystemError) {
            let path = try folder.write(message)
            log?.info("letter written", ["path": path])
            return .delivered()
        } catch {
            return .failed("the letter can't be written: \(error)")
        }
    }
}

extension Outcome {
    /// "Service not available" (RFC 5321 section 4.2.3): whatever it was asked.
    private static let away = 421

    fileprivate init(_ outcome: SMTPOutcome) {
        self =
            switch outcome {
            case .accepted(let answer): .delivered(answer.map(Reply.init))
            case .refused(let reason, let answer): .refused(reason, answer.map(Reply.init))
            case .failed(let reason, let answer?) where answer.code == Outcome.away:
                .failed("\(reason): \(answer.text)")
            case .failed(let reason, let answer): .failed(reason, answer.map(Reply.init))
            }
    }
}

extension Reply {
    fileprivate init(_ answer: SMTPAnswer) {
        self.init(answer.code, Array(answer.text.utf8))
    }
}
