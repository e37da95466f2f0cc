import Testing
import Workbench

@testable import roost

@Suite("roost import classes, services, sessions and events")
struct CatalogueCommandTests {
    private let desk: OperatorDesk

    init() throws {
        desk = try OperatorDesk()
    }

    private func write(_ lines: String..., to name: String = "table.csv") throws -> String {
        try desk.folder.write(lines.joined(separator: "\n"), to: name)
        return "\(desk.folder.path)/\(name)"
    }

    private var titles: [String] {
        get throws { try desk.ask("select title from occasion order by title") }
    }

    @Test("Brings a table in, also where no server has begun yet, and it stands up to verify")
    func all() async throws {
        let file = try write(
            "event_id,event_name,event_venue,event_date,event_availibility",
            "1,Gala,Hall,2025-06-01T19:00:00,100", "2,Fair,Park,2030-06-01T19:00:00,0")
        #expect(await desk.run("import events \(file)") == .success)
        #expect(try titles == ["Fair", "Gala"])
        #expect(desk.transcript.said == "brought in 2 events from \(file)\n")
        #expect(await desk.run("verify") == .success)
    }

    @Test("Brings nothing in when a row can't come, and says which and why")
    func none() async throws {
        let file = try write(
            "name,date,time,slots", "Yoga,2030-01-01,10:00,5", "Yoga,2030-01-01,25:00,5")
        #expect(await desk.run("import classes \(file)") == .failure)
        #expect(try titles == [])
        let complained = desk.transcript.complained
        #expect(complained.first == "line 3: time must be a time such as 09:30 or 09:30:00")
        #expect(
            complained.last
                == "1 of 2 rows can't come in, so nothing was brought in; mend them, or say "
                + "--skip-bad")
    }

    @Test("Brings the others in when it may skip those that can't, and those once")
    func skipping() async throws {
        let file = try write(
            "id,title,price,duration_minutes", "1,Cut,20,30", "2,Dye,much,60")
        for _ in 0..<2 {
            #expect(await desk.run("import services \(file) --skip-bad") == .success)
            #expect(try desk.ask("select title from service") == ["Cut"])
        }
        #expect(desk.transcript.said.hasSuffix("brought in 0 services from \(file)\n"))
    }

    @Test("A dry run tells all of it and makes nothing, not even a database")
    func dryRun() async throws {
        let file = try write(
            "title,start_time,end_time", "Talk,2030-01-01T10:00:00Z,2030-01-01T11:00:00Z")
        #expect(await desk.run("import sessions \(file) --dry-run") == .failure)
        #expect(desk.transcript.said == "0 sessions would come in, 1 would not\n")
        #expect(desk.transcript.complained.first == "line 2: facilitator is missing")
        #expect(desk.folder.read("roost.db") == nil)
    }

    @Test("Is refused while a server has the database, and a dry run is not")
    func held() async throws {
        let file = try write("name,date,time,slots", "Yoga,2030-01-01,10:00,5")
        let server = try HeldDatabase(desk.path, for: "serve")
        try server.migrate()
        #expect(await desk.run("import classes \(file)") == .failure)
        #expect(desk.transcript.complained.count == 1)
        #expect(await desk.run("import classes \(file) --dry-run") == .success)
        #expect(desk.transcript.said == "1 classes would come in, 0 would not\n")
        #expect(try titles == [])
        _ = consume server
    }

    @Test("A file that ends within a row leaves nothing behind of those before it")
    func torn() async throws {
        let file = try write(
            "name,date,time,slots", "Yoga,2030-01-01,10:00,5", "\"Yoga,2030-01-02")
        #expect(await desk.run("import classes \(file) --skip-bad") == .failure)
        #expect(try titles == [])
    }

    @Test("Says what is wrong with the file", arguments: ["classes", "events"])
    func badFiles(kind: String) async throws {
        let file = try write("name\n\"open", to: "bad.csv")
        #expect(await desk.run("import \(kind) \(file)") == .failure)
        #expect(desk.transcript.complained.count == 1)
        #expect(
            desk.transcript.complained.first?.hasSuffix("; nothing was brought in") == true)
        #expect(await desk.run("import \(kind)") == .usage)
    }
}
