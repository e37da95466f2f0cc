import Testing
import Time
import Web

@testable import Booking

@Suite("The table of zones")
struct ZoneTableTests {
    private let shelf: ZoneShelf

    init() throws {
        shelf = try ZoneShelf()
    }

    @Test("A zone is found by its name, and has it")
    func found() throws {
        try shelf.put("Asia/Somewhere", hoursAhead: 5)
        let zone = try shelf.table.zone(named: "Asia/Somewhere")
        #expect(zone.name == "Asia/Somewhere")
        #expect(zone.hoursAhead == 5)
    }

    @Test("A link leads to the same clocks, under its own name")
    func links() throws {
        try shelf.put("Asia/Kolkata", hoursAhead: 5)
        try shelf.link("Asia/Calcutta", to: "Kolkata")
        let zone = try shelf.table.zone(named: "Asia/Calcutta")
        #expect(zone.name == "Asia/Calcutta")
        #expect(zone.hoursAhead == 5)
    }

    @Test("An unknown name is a 400 with a code of its own")
    func unknown() {
        let problem = #expect(throws: Problem.self) {
            try shelf.table.zone(named: "Asia/Nowhere")
        }
        #expect(problem?.status == .badRequest)
        #expect(problem?.code == "unknown_timezone")
    }

    @Test("UTC is known without any file")
    func utc() throws {
        #expect(try shelf.table.zone(named: "UTC").hoursAhead == 0)
    }

    @Test("A name has the spelling that the database gives it")
    func spelling() throws {
        try shelf.put("Asia/Kolkata", hoursAhead: 5)
        for name in ["asia/kolkata", "ASIA/KOLKATA", "Asia/Kolkata ", "utc"] {
            #expect(shelf.table.find(name) == nil)
        }
    }

    @Test("A zone is read once")
    func kept() throws {
        try shelf.put("Asia/Somewhere", hoursAhead: 5)
        let table = shelf.table
        let zone = try table.zone(named: "Asia/Somewhere")
        try shelf.remove("Asia/Somewhere")
        #expect(try table.zone(named: "Asia/Somewhere") === zone)
    }

    @Test("A name that was unknown is looked for anew")
    func unknownIsNotKept() throws {
        let table = shelf.table
        #expect(table.find("Asia/Somewhere") == nil)
        try shelf.put("Asia/Somewhere", hoursAhead: 5)
        #expect(table.find("Asia/Somewhere") != nil)
    }

    @Test("It keeps no more zones than it has room for, and still knows the others")
    func bounded() throws {
        let table = shelf.table
        let names = (0...ZoneTable.capacity).map { "Zone/Z\($0)" }
        for name in names {
            try shelf.put(name, hoursAhead: 3)
            #expect(table.find(name)?.hoursAhead == 3)
        }
        for name in names { try shelf.remove(name) }
        // UTC has one of the places.
        #expect(names.count { table.find($0) != nil } == ZoneTable.capacity - 1)
    }

    @Test("Many who ask at once all get it")
    func concurrent() async throws {
        try shelf.put("Asia/Somewhere", hoursAhead: 5)
        let table = shelf.table
        let hours = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<100 { group.addTask { table.find("Asia/Somewhere")?.hoursAhead } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(hours == Array(repeating: 5, count: 100))
    }

    @Test("What is no zone by such a name is unknown: other bytes, too many, or a folder")
    func otherFiles() throws {
        try shelf.put("Text", Array("# no zone".utf8))
        try shelf.put("Cut", ZoneShelf.file(hoursAhead: 1).dropLast(1))
        try shelf.put("Long", ZoneShelf.file(hoursAhead: 1) + [UInt8](repeating: 0, count: 65_536))
        try shelf.put("Folder/Zone", hoursAhead: 1)
        for name in ["Text", "Cut", "Long", "Folder"] {
            #expect(shelf.table.find(name) == nil, "\(name)")
        }
    }
}
