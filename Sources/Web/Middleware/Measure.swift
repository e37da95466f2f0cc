import HTTP

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

    package func handle(
        _ request: Request, _ context: Context, next: Next
    ) async throws -> Response {
        let start = clock.nanoseconds
        inFlight.add(1)
        defer { inFlight.add(-1) }
        let response = try await next(request, context)
        let elapsed = clock.nanoseconds - start
        durations.observe(context.match.route, response.status, nanoseconds: elapsed)
        accessLog?.write(request, context, response, nanoseconds: elapsed)
        return response
    }
}
