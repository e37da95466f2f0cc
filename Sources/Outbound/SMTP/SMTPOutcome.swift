/// What became of a mail that was handed to a server. None of its words hold a secret, or whom it was for.
package enum SMTPOutcome: Equatable, Sendable {
    /// The server has it, and will see to the rest.
    case accepted(SMTPAnswer?)
    /// The server will never take this mail for this recipient.
    case refused(String, SMTPAnswer?)
    /// It may go better another time: the server is away, busy, or not set up for us.
    case failed(String, SMTPAnswer?)
}
