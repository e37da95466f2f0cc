import HTTP

/// The connection of a request that no server has.
final class MemoryPeer: Exchange {
    let peer = IPAddress.loopback
    let timeLeft = Duration.seconds(10)
    let isOutOfTime = false

    func limitTime(to limit: Duration) {}
}
