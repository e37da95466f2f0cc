/// How grave a log line is, from the least to the most.
enum LogLevel: String, CaseIterable, Comparable, Sendable {
    case debug
    case info
    case warning
    case error

    static func < (a: LogLevel, b: LogLevel) -> Bool {
        a.gravity < b.gravity
    }

    private var gravity: Int {
        switch self {
        case .debug: 0
        case .info: 1
        case .warning: 2
        case .error: 3
        }
    }
}
