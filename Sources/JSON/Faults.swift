/// The faults of one reading, and the place that is being read.
///
/// Schemas step into members and elements and add what they find there; a reading that gave no
/// value has added a fault.
package struct Faults: Sendable {
    /// More are not told: a client mends the first hundred first, and a body of a million wrong
    /// elements must not grow into an answer many times its size.
    package static let limit = 100

    package private(set) var all: [Fault] = []
    private var path: [Step] = []

    fileprivate enum Step {
        case name(String)
        case index(Int)
    }

    package init() {}

    package var isEmpty: Bool { all.isEmpty }

    /// Adds a fault at the current place.
    package mutating func add(_ code: String, _ detail: @autoclosure () -> String) {
        guard all.count < Self.limit else { return }
        all.append(Fault(pointer: pointer, field: field, code: code, detail: detail()))
    }

    /// Adds that a value is of the wrong kind; `null` counts as a value that wasn't given.
    mutating func addWrongType(_ json: JSON, expected: @autoclosure () -> String) {
        if json == .null {
            add("required", "must not be null")
        } else {
            add("wrong_type", expected())
        }
    }

    /// Reads the member of this name: what is added within lies there.
    package mutating func at<Result>(
        _ name: String, _ read: (inout Faults) -> Result
    ) -> Result {
        at(.name(name), read)
    }

    /// Reads the element at this index: what is added within lies there.
    package mutating func at<Result>(
        _ index: Int, _ read: (inout Faults) -> Result
    ) -> Result {
        at(.index(index), read)
    }

    private mutating func at<Result>(
        _ step: Step, _ read: (inout Faults) -> Result
    ) -> Result {
        path.append(step)
        defer { path.removeLast() }
        return read(&self)
    }

    private var pointer: String { path.map { "/" + $0.escaped }.joined() }
    private var field: String { path.map(\.text).joined(separator: ".") }
}

extension Faults.Step {
    fileprivate var text: String {
        switch self {
        case .name(let name): name
        case .index(let index): String(index)
        }
    }

    /// RFC 6901 section 3: `~` is written `~0`, `/` is written `~1`.
    fileprivate var escaped: String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.append(character)
            }
        }
    }
}
