import HTTP
import Time

/// Measures how long each request takes, for the metrics and for the access log.
///
/// A stream counts until it begins: how long it then goes on is the reader's pace.
package struct Measure: Middleware {
    private let durations: RequestDurations
    private let inFlight: Tally
    private let clock: MonotonicClock
    private let accessLog: AccessLog?

    /// Without an access log everything is still measured.
    package init(
        _ durations: RequestDurations, inFlight: Tally, clock: MonotonicClock,
        accessLog: AccessLog?
    ) {
        self.durations = durations
        self.inFlight = inFlight
        self.clock = clock
        self.accessLog = accessLog
    }

    package func enter(_ request: Request, _ context: Context) throws -> Response? {
        context.started = clock.nanoseconds
        inFlight.add(1)
        return nil
    }

    package func leave(_ request: Request, _ context: Context, _ response: inout Response) {
        inFlight.add(-1)
        let elapsed = clock.nanoseconds - context.started
        durations.observe(context.match.route, response.status, nanoseconds: elapsed)
        accessLog?.write(request, context, response, nanoseconds: elapsed)
    }
}
