import Testing

@testable import Booking

@Suite("The names of zones")
struct ZoneNameTests {
    @Test(
        "Those of the database are taken",
        arguments: [
            "UTC", "Etc/GMT+0", "Etc/GMT-14", "EST5EDT", "Asia/Kolkata", "GB-Eire",
            "America/Argentina/ComodRivadavia", "America/Port-au-Prince",
            "Antarctica/DumontDUrville",
            "America/North_Dakota/New_Salem",
        ])
    func taken(name: String) throws {
        let shelf = try ZoneShelf()
        try shelf.put(name, hoursAhead: 0)
        #expect(shelf.table.find(name) != nil)
    }

    @Test(
        "Files that are no region are no zone, though they can be read",
        arguments: [
            "posix/Asia/Kolkata", "right/Asia/Kolkata", "localtime", "posixrules", "leapseconds",
            "zone.tab", "+VERSION", "Asia/.hidden", "Asia/-x", "1Zone", "Asia/Ko lkata",
            "Asia/Köln",
            "Asia/Kolkata\u{0301}",
        ])
    func others(name: String) throws {
        let shelf = try ZoneShelf()
        try shelf.put(name, hoursAhead: 0)
        #expect(shelf.table.find(name) == nil)
    }

    @Test(
        "A name never leads out of the folder, nor by another way through it",
        arguments: [
            "", "/", "..", "../outside/Zone", "Asia/../Asia/Zone", "Asia//Zone", "/Asia/Zone",
            "Asia/Zone/", "./Asia/Zone", "Asia/./Zone", "Asia/Zone\0", "Asia\\Zone", "Asia/Zone\n",
            "Asia%2FZone",
        ])
    func ways(name: String) throws {
        let shelf = try ZoneShelf()
        try shelf.put("outside/Zone", hoursAhead: 0)
        try shelf.put("inside/Asia/Zone", hoursAhead: 0)
        let table = ZoneTable(folder: "\(shelf.folder.path)/inside")
        #expect(table.find(name) == nil)
        #expect(table.find("\(shelf.folder.path)/inside/Asia/Zone") == nil)
        #expect(table.find("Asia/Zone") != nil)
    }

    @Test("A name has at most 64 letters")
    func length() throws {
        let shelf = try ZoneShelf()
        for count in [64, 65] {
            let name = String(repeating: "A", count: count)
            try shelf.put(name, hoursAhead: 0)
            #expect((shelf.table.find(name) != nil) == (count == 64))
        }
    }
}
