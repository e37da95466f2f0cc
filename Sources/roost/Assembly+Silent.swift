import Web

extension Assembly {
    /// The parts for a command that shows them and serves nothing.
    static func silent(_ configuration: Configuration) throws -> Assembly {
        try Assembly(
            configuration: configuration, log: Log(.error, clock: .system) { _ in })
    }
}
