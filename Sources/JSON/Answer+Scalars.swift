import Time

extension Answer where Value == String {
    package static var text: Answer { Answer(.text) { $1.string($0) } }
    package static var uuid: Answer { Answer(.text(format: "uuid")) { $1.string($0) } }
    package static var email: Answer { Answer(.text(format: "email")) { $1.string($0) } }

    /// One fixed word or sentence among others: `status: "healthy"`.
    package static func oneOf(_ words: [String]) -> Answer {
        Answer(.words(words)) { $1.string($0) }
    }
}

extension Answer where Value == Int {
    package static var integer: Answer { Answer(.integer) { $1.integer(Int64($0)) } }

    /// Exact minor units, written as a number with one or two decimals: 2500 is `25.0`.
    package static var money: Answer { Answer(.number) { $1.money(Int64($0)) } }
}

extension Answer where Value == Double {
    package static var number: Answer { Answer(.number) { $1.double($0) } }
}

extension Answer where Value == Bool {
    package static var boolean: Answer { Answer(.boolean) { $1.bool($0) } }
}

extension Answer where Value == Instant {
    package static var instant: Answer { Answer(.text(format: "date-time")) { $1.instant($0) } }
}

extension Answer where Value == CivilDate {
    package static var date: Answer { Answer(.text(format: "date")) { $1.date($0) } }
}

extension Answer where Value == JSON {
    /// Any JSON as it is.
    package static var json: Answer { Answer(.anything) { $1.json($0) } }
}

extension Answer where Value: RawRepresentable & Sendable, Value.RawValue == String {
    /// One of these words: `.oneOf(Status.allCases)`.
    package static func oneOf(_ values: [Value]) -> Answer {
        Answer(.words(values.map(\.rawValue))) { $1.string($0.rawValue) }
    }
}
