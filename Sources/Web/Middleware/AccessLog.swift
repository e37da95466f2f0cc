import HTTP
import JSON

/// Writes one line for each request that was answered.
///
/// A line names the route and never the path, because ids, codes and searches stand in paths and
/// queries.
package struct AccessLog: Sendable {
    private let log: Log

    package init(_ log: Log) {
        self.log = log
    }

    func write(
        _ request: Request, _ context: Context, _ response: Response, nanoseconds: Int64
    ) {
        let level: Log.Level = response.status.code >= 500 ? .error : .info
        log.line(level, "request") { line in
            line.key(AccessLog.method)
            line.string(request.method.rawValue)
            line.key(AccessLog.route)
            line.string(context.template)
            line.key(AccessLog.status)
            line.integer(Int64(response.status.code))
            if let count = AccessLog.bodyLength(request, response) {
                line.key(AccessLog.bytes)
                line.integer(Int64(count))
            }
            line.key(AccessLog.milliseconds)
            line.thousandths(max(0, nanoseconds) / 1_000)
            line.key(AccessLog.requestID)
            line.string(context.requestID)
            if let caller = context.caller {
                line.key(AccessLog.userID)
                line.string(caller.id)
            }
        }
    }

    /// Nil for a stream whose length nobody knows when it begins.
    private static func bodyLength(_ request: Request, _ response: Response) -> Int? {
        if request.method == .head { return 0 }
        switch response.body {
        case .none, .upgrade, .line: return 0
        case .bytes(let bytes): return bytes.count
        case .stream(let length, _): return length
        }
    }

    private static let method = JSONKey("method")
    private static let route = JSONKey("route")
    private static let status = JSONKey("status")
    private static let bytes = JSONKey("bytes")
    private static let milliseconds = JSONKey("ms")
    private static let requestID = JSONKey("request_id")
    private static let userID = JSONKey("user_id")
}
