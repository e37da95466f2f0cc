import HTTP
import Testing

@testable import Web

@Suite("The router against a naive one")
struct RandomRoutingTests {
    @Test("Both find the same in random tables", arguments: 1...40 as ClosedRange<UInt64>)
    func agree(seed: UInt64) throws {
        var random = RandomRouting(seed: seed)
        for _ in 0..<10 {
            let naive = random.table()
            let table = try RoutingTable(
                naive.routes.map { "\($0.method.rawValue) \(NaiveRouter.template($0.segments))" })
            for _ in 0..<50 {
                let (method, path) = (random.method(), random.path())
                #expect(
                    try table.find(method, path.text) == naive.find(method, path.segments),
                    "\(method) \(path.text) in \(naive.routes)")
            }
        }
    }
}
