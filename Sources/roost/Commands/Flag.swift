/// A flag that a command understands: `--port NUMBER`.
struct Flag: Sendable {
    /// Whether a value belongs to it.
    enum Value: Sendable {
        case none
        /// A value must follow. The text stands for it in help.
        case required(String)
        /// `on` or `off` may follow; alone, it means `on`.
        case onOff
    }

    /// The name without its dashes.
    let name: String
    let value: Value
    /// One sentence for help.
    let summary: String
    /// Whether help shows it; old names are understood without being shown.
    let isShown: Bool

    init(_ name: String, value: Value = .none, _ summary: String, isShown: Bool = true) {
        self.name = name
        self.value = value
        self.summary = summary
        self.isShown = isShown
    }

    /// How help shows it: `--port NUMBER`.
    var usage: String {
        switch value {
        case .none: "--\(name)"
        case .required(let placeholder): "--\(name) \(placeholder)"
        case .onOff: "--\(name) on|off"
        }
    }
}
