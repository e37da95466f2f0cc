/// What a receiver answered, for the log.
package struct Reply: Equatable, Sendable {
    /// More isn't kept.
    package static let mostBytes = 4_096

    /// The status of HTTP, or the code of SMTP.
    package let status: Int
    package let answer: [UInt8]

    package init(_ status: Int, _ answer: [UInt8] = []) {
        self.status = status
        self.answer = Array(answer.prefix(Reply.mostBytes))
    }
}
