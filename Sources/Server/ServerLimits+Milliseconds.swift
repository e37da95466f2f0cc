extension ServerLimits {
    /// The limits in time as the loops' clock counts them, worked out once.
    struct Milliseconds: Sendable {
        let head: Int64
        let idle: Int64
        let body: Int64
        let request: Int64
        let stop: Int64
        let stall: Int64
        let halfClosed: Int64
        let linger: Int64
        let beat: Int64
    }

    var milliseconds: Milliseconds {
        Milliseconds(
            head: headTime.inMilliseconds, idle: idleTime.inMilliseconds,
            body: bodyTime.inMilliseconds, request: requestTime.inMilliseconds,
            stop: stopTime.inMilliseconds, stall: stallTime.inMilliseconds,
            halfClosed: halfClosedTime.inMilliseconds, linger: lingerTime.inMilliseconds,
            beat: beatTime.inMilliseconds)
    }
}
