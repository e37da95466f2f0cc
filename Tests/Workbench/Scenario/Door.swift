/// Where a scenario's requests go in and its answers come out.
protocol Door: Sendable {
    func ask(_ question: Question) async throws -> RawAnswer
}
