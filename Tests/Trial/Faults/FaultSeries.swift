import CSQLite

/// The same fault at the first operation, at the second, and so on.
struct FaultSeries: CustomStringConvertible, Sendable {
    let name: String
    var description: String { name }
    let span: Fault.Span
    let fault: @Sendable (_ nth: Int) -> Fault

    static let all: [FaultSeries] =
        [Fault.Span.once, .fromThenOn].flatMap { span in
            [
                FaultSeries("opening", span, .open),
                FaultSeries("reading", span, .read),
                FaultSeries("mapping", span, .map),
                FaultSeries("deleting", span, .delete),
                FaultSeries("truncating", span, .truncate),
                FaultSeries("writing the log", span, .write, on: .log),
                FaultSeries("writing the database", span, .write, on: .database),
                FaultSeries("writing half to the log", span, .write, on: .log, landing: .half),
                FaultSeries(
                    "writing half to the database", span, .write, on: .database, landing: .half),
                FaultSeries("syncing the log", span, .sync, on: .log),
                FaultSeries("syncing the database", span, .sync, on: .database),
                FaultSeries("growing", span, .grow),
                FaultSeries("growing by half", span, .grow, landing: .half),
                FaultSeries(
                    "filling the log by half", span, .write, on: .log, code: SQLITE_FULL,
                    landing: .half),
            ]
        } + [
            FaultSeries("reading or syncing the log", .twice, [.read, .sync], on: .log),
            FaultSeries("changing the log", .twice, [.write, .sync, .truncate], on: .log),
            FaultSeries("reading or syncing the log", .nowAndThen, [.read, .sync], on: .log),
            FaultSeries("changing anything", .nowAndThen, .changes, landing: .half),
            FaultSeries("anything", .nowAndThen, .all, landing: .half),
            FaultSeries("power", .fromThenOn, .changes, landing: .half),
        ]

    private init(
        _ name: String, _ span: Fault.Span, _ operations: Fault.Operations,
        on files: Fault.Files = .any, code: Int32? = nil, landing: Fault.Landing = .nothing
    ) {
        self.span = span
        self.name = "\(name), \(span.rawValue)"
        fault = { nth in
            Fault(operations, on: files, nth: nth, span, code: code, landing: landing)
        }
    }
}
