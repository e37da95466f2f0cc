/// The faults of one reading.
///
/// Schemas step into members and elements and add what they find there; a reading that gave no
/// value has added a fault.
package struct Faults: Sendable {
    /// More are not told: a client mends the first hundred first, and a body of a million wrong
    /// elements must not grow into an answer many times its size.
    package static let limit = 100

    package private(set) var all: [Fault] = []

    package init() {}

    package var isEmpty: Bool { all.isEmpty }

    /// Adds a fault of what is being read.
    package mutating func add(_ code: String, _ detail: @autoclosure () -> String) {
        guard all.count < Self.limit else { return }
        all.append(Fault(pointer: "", field: "", code: code, detail: detail()))
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
        let count = all.count
        defer { place(since: count, under: name) }
        return read(&self)
    }

    /// Reads the element at this index: what is added within lies there.
    package mutating func at<Result>(
        _ index: Int, _ read: (inout Faults) -> Result
    ) -> Result {
        let count = all.count
        defer { if all.count > count { place(since: count, under: String(index)) } }
        return read(&self)
    }

    /// Says of the faults since there were so many that they lie under a name. Places are put together from
    /// within, and only where there is a fault: nearly all that is read has none.
    mutating func place(since count: Int, under name: String) {
        guard all.count > count else { return }
        for index in count..<all.count { all[index] = all[index].placed(under: name) }
    }
}

extension Fault {
    /// The same fault one step further out.
    fileprivate func placed(under name: String) -> Fault {
        Fault(
            pointer: "/" + name.escapedForPointer + pointer,
            field: field.isEmpty ? name : "\(name).\(field)", code: code, detail: detail)
    }
}

extension String {
    /// RFC 6901 section 3: `~` is written `~0`, `/` is written `~1`.
    fileprivate var escapedForPointer: String {
        reduce(into: "") { escaped, character in
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.append(character)
            }
        }
    }
}
