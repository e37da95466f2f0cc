import JSON

extension RawAnswer {
    /// The body as JSON; nil where it is none.
    package var json: JSON? { try? JSON.parse(body) }

    /// The code of the problem that the answer tells of.
    package var code: String? {
        guard case .string(let code)? = json?["code"] else { return nil }
        return code
    }

    /// The names of its fields that a program may look at, without those that differ each time.
    package var names: [String] { fields.map(\.name) }

    /// How often a field is there.
    package func count(of name: String) -> Int {
        names.count { $0.lowercased() == name.lowercased() }
    }
}
