/// What a handler may know and ask of the connection its request came on.
package protocol Exchange: AnyObject, Sendable {
    /// Who sent the bytes: the client, or the last proxy before it.
    var peer: IPAddress { get }

    /// Lets the request's work go on for so long; then its task is cancelled. The time that the client
    /// takes to send its body does not count: it has a limit of its own.
    func limitTime(to limit: Duration)

    /// How much of that time is left, never less than nothing. It is asked where the request's task runs,
    /// before work that no cancellation can stop, such as a query.
    var timeLeft: Duration { get }

    /// Whether the task was cancelled because its time was over, and not because the client left.
    var isOutOfTime: Bool { get }
}
