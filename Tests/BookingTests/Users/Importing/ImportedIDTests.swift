import JSON
import Testing

@testable import Booking

@Suite("The id of an imported user")
struct ImportedIDTests {
    private let uuid = "0197a000-0000-7000-8000-00000000000a"

    @Test("Is kept when it is a UUID, in lower case and with hyphens")
    func uuids() throws {
        for text in [uuid, uuid.uppercased(), " \(uuid)", uuid.replacing("-", with: "")] {
            let row = try ReadUser.row(["id": .string(text)])
            #expect(row.id == uuid)
            #expect(row.oldID == nil)
        }
    }

    @Test(
        "Is the old id when it is anything else",
        arguments: [
            (JSON.string("5"), "5"), (5, "5"), ("00a7", "00a7"),
            (["$oid": "507f1f77bcf86cd799439011"], "507f1f77bcf86cd799439011"),
            (["$numberLong": "12"], "12"),
        ] as [(JSON, String)])
    func others(value: JSON, id: String) throws {
        let row = try ReadUser.row(["id": value])
        #expect(row.id == nil)
        #expect(row.oldID == id)
    }

    @Test("Is refused when it is no id", arguments: [JSON.bool(true), ["a"], ["a": 1, "b": 2]])
    func refused(value: JSON) {
        #expect(ReadUser.faults(["_id": value]) == ["_id must be text"])
    }

    @Test("Google's may have more digits than a number holds")
    func google() throws {
        let number = try JSON.parse("108123456789012345678")
        #expect(try ReadUser.row(["google_id": number]).googleID == "108123456789012345678")
    }

    @Test(
        "Google's is refused when a spreadsheet has shortened it", arguments: ["1.08E+20", "1 8"])
    func shortened(text: String) {
        #expect(
            ReadUser.faults(["google_id": .string(text)]) == [
                "google_id must be letters, digits, - and _ (has a spreadsheet shortened a number?)"
            ])
    }
}
