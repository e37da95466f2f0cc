/// One thing that an operator can decide, declared once.
///
/// From the declaration come its flag, its environment variable, its place in `Configuration`, its
/// check, and its line in the documents.
struct Setting: Sendable {
    let name: String
    /// Other names for it, which older systems used.
    let aliases: [String]
    /// One sentence of documentation.
    let summary: String
    let fallback: Fallback
    let expected: String
    let placeholder: String
    let isSecret: Bool
    /// Whether its flag may stand alone and then means `on`.
    let isOnOff: Bool
    /// Writes a text's value into a configuration; says whether the text was well-formed.
    let write: @Sendable (_ text: String, _ configuration: inout Configuration) -> Bool
    /// Says what is wrong with an ill-formed text, where more can be said than what was expected.
    let refusal: @Sendable (String) -> String?
    /// Whether two texts mean the same value, if they mean one at all.
    let agree: @Sendable (String, String) -> Bool

    init<Value: Equatable>(
        _ name: String, also aliases: [String] = [], _ kind: SettingKind<Value>,
        default fallback: Fallback = .nothing,
        into place: any WritableKeyPath<Configuration, Value> & Sendable, _ summary: String
    ) {
        self.init(name, aliases, kind, fallback, summary) { text, configuration in
            guard let value = kind.read(text) else { return false }
            configuration[keyPath: place] = value
            return true
        }
    }

    /// A setting that may be without a value: an empty text takes it away.
    init<Value: Equatable>(
        _ name: String, also aliases: [String] = [], _ kind: SettingKind<Value>,
        default fallback: Fallback = .nothing,
        into place: any WritableKeyPath<Configuration, Value?> & Sendable, _ summary: String
    ) {
        self.init(name, aliases, kind, fallback, summary) { text, configuration in
            let value = kind.read(text)
            guard text.isEmpty || value != nil else { return false }
            configuration[keyPath: place] = text.isEmpty ? nil : value
            return true
        }
    }

    private init<Value: Equatable>(
        _ name: String, _ aliases: [String], _ kind: SettingKind<Value>, _ fallback: Fallback,
        _ summary: String, write: @escaping @Sendable (String, inout Configuration) -> Bool
    ) {
        self.name = name
        self.aliases = aliases
        self.summary = summary
        self.fallback = fallback
        self.expected = kind.expected
        self.placeholder = kind.placeholder
        self.isSecret = kind.isSecret
        self.isOnOff = Value.self == Bool.self
        self.write = write
        self.refusal = kind.refusal
        self.agree = { $0 == $1 || kind.read($0) == kind.read($1) }
    }
}

extension Setting {
    /// What holds when nobody decides.
    enum Fallback: ExpressibleByStringLiteral, Sendable {
        /// The blank value of its place in `Configuration`.
        case nothing
        case always(String)
        case byEnvironment(production: String, elsewhere: String)

        init(stringLiteral text: String) {
            self = .always(text)
        }

        func text(in environment: Environment) -> String? {
            switch self {
            case .nothing: nil
            case .always(let text): text
            case .byEnvironment(let production, let elsewhere):
                environment == .production ? production : elsewhere
            }
        }
    }

    var names: [String] { [name] + aliases }

    /// The default as documents tell it, each text between quotes; `nil` when there is none.
    func fallbackText(quote: String = "") -> String? {
        switch fallback {
        case .nothing: nil
        case .always(let text): quote + text + quote
        case .byEnvironment(let production, let elsewhere):
            "\(quote)\(elsewhere)\(quote), production \(quote)\(production)\(quote)"
        }
    }

    /// Every name there is, aliases too, with its setting.
    static let byName: [String: Setting] = Dictionary(
        all.flatMap { setting in setting.names.map { ($0, setting) } },
        uniquingKeysWith: { first, _ in first })
}
