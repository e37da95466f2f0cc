import JSON
import Time

/// Writes what happens as JSON, one object a line, for whoever runs the server.
///
/// Nobody puts a secret into a line: no token, password, body, e-mail address or query string.
package struct Log: Sendable {
    /// How grave a line is, from the least to the most.
    package enum Level: String, CaseIterable, Comparable, Sendable {
        case debug
        case info
        case warning
        case error

        package static func < (a: Level, b: Level) -> Bool { a.gravity < b.gravity }

        private var gravity: Int {
            switch self {
            case .debug: 0
            case .info: 1
            case .warning: 2
            case .error: 3
            }
        }
    }

    private let threshold: Level
    private let clock: Clock
    private let sink: @Sendable ([UInt8]) -> Void

    /// Lines below `threshold` are not written. `sink` gets each line without its line end.
    package init(
        _ threshold: Level, clock: Clock, sink: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.threshold = threshold
        self.clock = clock
        self.sink = sink
    }

    package func debug(_ message: String, _ values: KeyValuePairs<String, String> = [:]) {
        write(.debug, message, values)
    }

    package func info(_ message: String, _ values: KeyValuePairs<String, String> = [:]) {
        write(.info, message, values)
    }

    package func warning(_ message: String, _ values: KeyValuePairs<String, String> = [:]) {
        write(.warning, message, values)
    }

    package func error(_ message: String, _ values: KeyValuePairs<String, String> = [:]) {
        write(.error, message, values)
    }

    private func write(
        _ level: Level, _ message: String, _ values: KeyValuePairs<String, String>
    ) {
        line(level, message) { object in
            for (name, value) in values {
                object.key(name)
                object.string(value)
            }
        }
    }

    /// One line with members of any kind behind time, level and message.
    func line(_ level: Level, _ message: String, _ members: (inout JSONWriter) -> Void) {
        guard level >= threshold else { return }
        var writer = JSONWriter(reserving: 320)
        writer.object { object in
            object.key(Log.time)
            object.instant(clock.now)
            object.key(Log.level)
            object.string(level.rawValue)
            object.key(Log.message)
            object.string(message)
            members(&object)
        }
        sink(writer.bytes)
    }

    private static let time = JSONKey("time")
    private static let level = JSONKey("level")
    private static let message = JSONKey("message")
}
