/// A race of many clients for one thing, and what was found wrong with their answers.
package struct Race: Sendable {
    package struct Report: Sendable {
        package let calls: Int
        /// Nil where there was no order to search for.
        package let verdict: Verdict?
        package let findings: [String]
    }

    /// A sentence.
    package let name: String
    package let run: @Sendable (House, UInt64) throws -> Report

    init(
        _ name: String, _ run: @escaping @Sendable (_ house: House, _ seed: UInt64) throws -> Report
    ) {
        self.name = name
        self.run = run
    }

    package static let all: [Race] = crowds + storms + calendars + repetitions + endings
}

extension Race: CustomStringConvertible {
    package var description: String { name }
}
