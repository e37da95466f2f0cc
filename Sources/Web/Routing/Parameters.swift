import JSON

/// All parameters that a route takes from its path or from its query, read together.
package struct Parameters<Value: Sendable>: Sendable {
    package let documents: [ParameterDocument]
    /// Reads from a look-up by name; nil after adding faults.
    package let read: @Sendable ((String) -> String?, inout Faults) -> Value?
}

extension Parameters where Value == Void {
    package static var none: Parameters {
        Parameters(documents: []) { _, _ in () }
    }
}

extension Parameters {
    /// One parameter, as it is.
    package static func one(_ parameter: Parameter<Value>) -> Parameters {
        let name = parameter.document.name
        return Parameters(documents: [parameter.document]) { find, faults in
            parameter.read(find(name), &faults)
        }
    }

    /// Several, made into one value; every one is read before a fault is told.
    package static func of<each Part: Sendable>(
        _ make: @escaping @Sendable (repeat each Part) -> Value,
        _ parameters: repeat Parameter<each Part>
    ) -> Parameters {
        var documents: [ParameterDocument] = []
        var readers: [ParameterReader] = []
        for parameter in repeat each parameters {
            documents.append(parameter.document)
            readers.append(ParameterReader(parameter))
        }
        return Parameters(documents: documents) { [readers] find, faults in
            var parts = ObjectParts(readers.map { $0.read(find, &faults) })
            return try? make(repeat parts.next((each Part).self))
        }
    }
}
