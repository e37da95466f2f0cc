import Foundation
import Testing
import Time

@testable import Booking

@Suite("The database of zones")
struct ZoneVersionTests {
    @Test(
        "Its version stands in the first line of its source, or in a file of that name",
        arguments: [
            ("tzdata.zi", "# version 2025b\n# more\n", "2025b"),
            ("tzdata.zi", "# This is no version\n", nil), ("tzdata.zi", "", nil),
            ("+VERSION", "2024a\n", "2024a"), ("+VERSION", "\n", nil),
            ("elsewhere", "2024a\n", nil),
        ])
    func version(file: String, text: String, version: String?) throws {
        let shelf = try ZoneShelf()
        try shelf.put(file, Array(text.utf8))
        #expect(shelf.table.version == version)
    }

    @Test("Without a database there is no version, and no zone but UTC")
    func none() {
        let table = ZoneTable(folder: "/nowhere")
        #expect(table.version == nil)
        #expect(table.find("Europe/Berlin") == nil)
        #expect(table.find("UTC") != nil)
    }

    @Test(
        "The one of this machine knows the past",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Kolkata")),
        arguments: [
            ("Asia/Kolkata", 19_800), ("Asia/Kathmandu", 20_700), ("Europe/Berlin", 7_200),
            ("America/New_York", -14_400), ("UTC", 0),
        ])
    func machine(name: String, offset: Int) throws {
        let july2020 = try #require(Instant(rfc3339: "2020-07-01T00:00:00Z"))
        #expect(try ZoneTable().zone(named: name).offset(at: july2020) == offset)
    }
}
