/// The words behind a command, sorted into flags, operands and faults.
struct Arguments: Sendable {
    struct Given: Equatable, Sendable {
        /// The flag's name without its dashes.
        let flag: String
        /// The value that came with it, if one did.
        let value: String?
    }

    private(set) var given: [Given] = []
    /// Words that belong to no flag, such as the name of a file.
    private(set) var operands: [String] = []
    /// What is wrong, one line each.
    private(set) var faults: [String] = []

    /// Sorts the words. Operands beyond so many are faults; `--` ends the flags.
    init(_ words: [String], flags: [Flag], mostOperands: Int = 0) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            } else if word.hasPrefix("-") && word != "-" {
                take(word, rest: &rest, flags: flags)
            } else {
                operands.append(word)
            }
        }
        faults += operands.dropFirst(mostOperands).map {
            "\($0.debugDescription) is one word too many"
        }
    }

    func has(_ flag: String) -> Bool {
        given.contains { $0.flag == flag }
    }

    /// The value of a flag; the last one's when it was given more than once.
    func value(of flag: String) -> String? {
        given.last { $0.flag == flag }?.value
    }

    private mutating func take(_ word: String, rest: inout ArraySlice<String>, flags: [Flag]) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let attached = parts.count == 2 ? String(parts[1]) : nil
        guard let flag = flags.first(where: { "--\($0.name)" == parts[0] }) else {
            let hint = Nearest.hint(for: String(parts[0]), among: flags.map { "--\($0.name)" })
            faults.append("\(parts[0]) is not a flag\(hint)")
            // What follows was meant for it. It may be a secret, so it must not be told as a word too
            // many.
            if attached == nil { _ = rest.popValue() }
            return
        }
        switch flag.value {
        case .none where attached != nil: faults.append("\(parts[0]) takes no value")
        case .none: given.append(Given(flag: flag.name, value: nil))
        case .onOff: given.append(Given(flag: flag.name, value: attached ?? rest.popOnOff()))
        case .required:
            if let value = attached ?? rest.popValue() {
                given.append(Given(flag: flag.name, value: value))
            } else {
                faults.append("\(parts[0]) needs a value: \(flag.usage)")
            }
        }
    }
}

extension ArraySlice<String> {
    /// The next word, unless it is another flag.
    fileprivate mutating func popValue() -> String? {
        first?.hasPrefix("--") == false ? popFirst() : nil
    }

    /// The next word, if it is `on`, `off` or another word for them.
    fileprivate mutating func popOnOff() -> String? {
        first.flatMap { Bool(onOff: $0) } == nil ? nil : popFirst()
    }
}
