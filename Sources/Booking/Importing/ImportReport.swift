/// What was found out about a file that somebody imports.
package struct ImportReport: Sendable {
    /// More are counted and not told: whoever has so many has one mistake, and made it often.
    package static let mostTold = 1_000

    package private(set) var rows = 0
    package private(set) var refusals: [ImportRefusal] = []
    package private(set) var refusedLines: Set<Int> = []
    package internal(set) var unknownColumns: [String] = []

    /// Notes a row, which is refused when anything stands against it.
    mutating func note(_ line: Int, _ faults: [String]) {
        rows += 1
        guard !faults.isEmpty else { return }
        refusedLines.insert(line)
        guard refusals.count < ImportReport.mostTold else { return }
        refusals.append(ImportRefusal(line: line, sentences: faults))
    }
}
