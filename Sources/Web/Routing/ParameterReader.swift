import JSON

/// Reads one of several parameters into a part, whatever its type.
///
/// A closure knows the type: going through the pack of all parameters instead, each time, would ask for the
/// types of all for every one of them.
struct ParameterReader: Sendable {
    private let name: String
    /// What it is when it isn't given, as most are not: the same each time. Nil where it has to be given.
    private let absent: (any ObjectPart)?
    private let readPart: @Sendable (String?, inout Faults) -> (any ObjectPart)?

    init<Value>(_ parameter: Parameter<Value>) {
        name = parameter.document.name
        readPart = { text, faults in
            guard let value = parameter.read(text, &faults) else { return nil }
            return TypedPart(value)
        }
        var faults = Faults()
        absent = readPart(nil, &faults)
    }

    /// The part, or nil after adding its faults.
    func read(
        _ find: (String) -> String?, _ faults: inout Faults
    ) -> (any ObjectPart)? {
        guard let text = find(name) else { return absent ?? readPart(nil, &faults) }
        return readPart(text, &faults)
    }
}
