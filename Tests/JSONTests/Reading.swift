import JSON

extension Schema {
    /// What the schema makes of a JSON text: the value, or the codes of the faults by their field.
    func reading(_ text: String) throws -> Reading<Value> {
        var faults = Faults()
        let value = read(try JSON.parse(text), &faults)
        return Reading(value: value, faults: faults.all)
    }

    /// The same for a text from a query.
    func readingText(_ text: String, at name: String = "q") -> Reading<Value> {
        var faults = Faults()
        let value = readText(text, at: name, &faults)
        return Reading(value: value, faults: faults.all)
    }

    func text(of value: Value) -> String {
        String(decoding: bytes(of: value), as: UTF8.self)
    }
}

/// The outcome of one reading.
struct Reading<Value> {
    let value: Value?
    let faults: [Fault]

    var codes: [String] { faults.map(\.code) }
    var places: [String] { faults.map { $0.field + " " + $0.code } }
}
