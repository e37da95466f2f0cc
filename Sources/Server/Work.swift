import HTTP

/// The request that a connection has in hand.
struct Work {
    let version: Version
    let isHead: Bool
    /// Whether the client would keep the connection.
    var keepsAlive: Bool
    /// How the body was announced, and whether its end has been read.
    let framing: RequestHead.Framing
    var bodyIsRead: Bool
    /// Whether the client holds the body back until it is told to go on.
    var awaitsContinue: Bool
    /// Body bytes that came, in all and when the pace was last looked at.
    var bodyCount = 0
    var bodyCountAtCheck = 0
    /// What is left of the work's time while the client is waited for.
    var timeLeft: Int64?
    /// What is left until the pace is looked at, while the client is not waited for.
    var paceLeft: Int64?
    var isOutOfTime = false
    /// What a streamed answer is like, and how much of it is still promised.
    var isEndless = false
    var isChunked = false
    var lengthLeft: Int?
    var task: Task<Void, Never>?

    init(_ head: borrowing RequestHead) {
        version = head.version
        isHead = head.method == .head
        keepsAlive = head.keepsAlive
        framing = head.framing
        bodyIsRead = head.framing == .none
        awaitsContinue = head.expectsContinue && head.framing != .none
    }
}
