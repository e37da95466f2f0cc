/// A family of numbers under one name, read when somebody asks.
package struct Metric: Sendable {
    package enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    package let kind: Kind
    package let name: String
    /// One line for people.
    package let help: String
    package let samples: @Sendable () -> [Sample]

    package init(
        _ kind: Kind, _ name: String, _ help: String, samples: @escaping @Sendable () -> [Sample]
    ) {
        self.kind = kind
        self.name = name
        self.help = help
        self.samples = samples
    }

    /// What only grows.
    package static func counter(
        _ name: String, _ help: String, _ read: @escaping @Sendable () -> Int
    ) -> Metric {
        Metric(.counter, name, help) { [Sample([], Double(read()))] }
    }

    /// What goes up and down.
    package static func gauge(
        _ name: String, _ help: String, _ read: @escaping @Sendable () -> Double
    ) -> Metric {
        Metric(.gauge, name, help) { [Sample([], read())] }
    }
}
