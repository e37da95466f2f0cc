import SQLite
import Testing
import Time
import Workbench

@testable import Booking

/// A house that tables of another system are brought to. Its clocks are those of Berlin.
struct RemovalVan {
    let house: House
    private let kind: CatalogueKind

    init(_ kind: CatalogueKind) async throws {
        house = try await House()
        self.kind = kind
    }

    private func catalogue() throws -> CatalogueImport {
        let zones = ZoneTable()
        let rules = CatalogueRules(
            zones: zones, usual: try #require(zones.find("Europe/Berlin")), currency: "EUR",
            now: house.clock.clock.now)
        return CatalogueImport(kind, rules, journal: house.journal)
    }

    private func write(_ lines: [String], to name: String) throws -> String {
        try house.folder.write(lines.joined(separator: "\n"), to: name)
        return "\(house.folder.path)/\(name)"
    }

    /// What is found out about a table.
    func check(_ lines: [String], as name: String = "table.csv") throws -> ImportReport {
        let path = try write(lines, to: name)
        return try house.database.read(within: .seconds(60)) { reader in
            try catalogue().check(path, reader) { _ in }
        }
    }

    /// Why rows can't come in, by their lines.
    func refusals(_ lines: String...) throws -> [Int: [String]] {
        let report = try check(lines)
        return Dictionary(uniqueKeysWithValues: report.refusals.map { ($0.line, $0.sentences) })
    }

    /// Brings in what can come; how many that are.
    @discardableResult
    func bring(_ lines: String..., as name: String = "table.csv") async throws -> Int {
        let report = try check(lines, as: name)
        let (path, catalogue) = ("\(house.folder.path)/\(name)", try catalogue())
        return try await house.database.write { tx in
            try catalogue.run(path, report, in: tx) { _ in }
        }
    }

    /// All that there is of the kind then, by time.
    func occasions() throws -> [Occasion] {
        try house.database.read(within: .seconds(60)) { reader in
            try reader.all(
                "select \(OccasionStore.columns) from \(OccasionStore.tables) order by starts_at",
                OccasionStore.occasion)
        }
    }

    func services() throws -> [Service] {
        try house.database.read(within: .seconds(60)) { reader in
            try reader.all(
                "select \(ServiceStore.columns) from service order by number",
                ServiceStore.service)
        }
    }

    /// That the journal makes these tables again.
    func verify() throws {
        try house.database.read(within: .seconds(60)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }
}
