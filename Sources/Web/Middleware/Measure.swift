import HTTP
import Time

/// Measures how long each request takes, for the metrics and for the access log.
///
/// A stream counts until it begins: how long it then goes on is the reader's pace.
package struct Measure: Middleware {
    private let durations: RequestDurations
    private let clock: MonotonicClock
    private let accessLog: AccessLog?

    /// Without an access log everything is still measured.
    package init(
        _ durations: RequestDurations, clock: MonotonicClock,
        accessLog: AccessLog?
    ) {
        self.durations = durations
        self.clock = clock
        self.accessLog = accessLog
    }

    package func enter(_ request: Request, _ context: Context) throws -> Response? {
        context.started = clock.nanoseconds
        return nil
    }

    package func leave(_ request: Request, _ context: Context, _ response: inout Response) {
        let elapsed = clock.nanoseconds - context.started
        durations.observe(context.match.route, response.status, nanoseconds: elapsed)
        accessLog?.write(request, context, response, nanoseconds: elapsed)
    }
}
