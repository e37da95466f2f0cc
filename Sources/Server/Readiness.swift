import CLinux

/// What epoll reports of a connection.
struct Readiness: OptionSet {
    let rawValue: UInt32

    static let readable = Readiness(rawValue: UInt32(clinux_readable))
    static let writable = Readiness(rawValue: UInt32(clinux_writable))
    /// The client sends no more (FIN).
    static let peerFinished = Readiness(rawValue: UInt32(clinux_peer_finished))
    /// Nothing can be sent any more (RST).
    static let broken = Readiness(rawValue: UInt32(clinux_broken))
}
