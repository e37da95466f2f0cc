/// A setting as somebody wrote it somewhere.
struct GivenSetting: Sendable {
    /// The name as it was written, which may be an alias or no setting at all.
    let name: String
    let text: String
    /// Where it was written, as an error tells it: `--port`, `environment`, `.env line 3`.
    let source: String

    /// What is wrong with the value. A secret's is not shown, an overlong one is cut.
    func fault(in setting: Setting) -> String {
        if let refusal = setting.refusal(text) { return "\(name) (\(source)) \(refusal)" }
        let given = setting.isSecret ? "ill-formed" : String(text.prefix(80)).debugDescription
        return "\(name) (\(source)) is \(given): expected \(setting.expected)"
    }
}
