/// Everything that is wrong with a configuration, one line each.
struct ConfigurationFaults: Error, Equatable {
    let lines: [String]
}
