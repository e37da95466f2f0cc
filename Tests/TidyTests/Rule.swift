/// A rule of the house that can be seen in a file's text.
struct Rule: Sendable {
    /// What must hold, as a sentence.
    let name: String
    /// Where it is broken.
    let findings: @Sendable (SourceText) -> [Finding]

    static let all: [Rule] = [
        .fileLength, .functionLength, .lineLength,
        .oneType, .fileName, .vagueNames, .noPublic,
        .imports, .systemModules,
        .traps, .uncheckedConcurrency, .strayOutput, .foundationProcess,
        .replacedRows,
        .openEnds, .whitespace, .machinePaths,
    ]
}
