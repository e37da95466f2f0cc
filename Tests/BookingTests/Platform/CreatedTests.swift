import Testing
import Workbench

@testable import Booking

@Suite("What was created")
struct CreatedTests {
    @Test("Is where the answer says that it is", arguments: Creation.all)
    func location(creation: Creation) async throws {
        let house = try await House()
        let admin = try await house.admin()
        let person = creation.role == "admin" ? admin : try await creation.creator(in: house)
        let answer = try await creation.ask(house, as: person, key: nil)
        #expect(answer.status == 201)
        let location = try #require(answer["Location"])
        let base = "/api/v1"
        #expect(location.hasPrefix(base))
        let path = String(location.dropFirst(base.count))
        #expect(try await house.ask(.get, path, as: person ?? admin).status == 200)
    }
}
