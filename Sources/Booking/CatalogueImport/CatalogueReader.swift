import JSON
import Time

/// Reads the rows of a table of classes, services, sessions or events, each for itself.
struct CatalogueReader {
    typealias Cells = ImportCells<CatalogueColumn>

    let kind: CatalogueKind
    let rules: CatalogueRules
    private let columns: Set<CatalogueColumn>

    init(_ kind: CatalogueKind, _ rules: CatalogueRules) {
        self.kind = kind
        self.rules = rules
        columns = kind.columns
    }

    func isKnown(_ name: String) -> Bool {
        CatalogueColumn(named: name).map(columns.contains) ?? false
    }

    /// The row, or all that is wrong with it.
    func read(_ row: ImportRow) throws -> Result<CatalogueRow, ImportRefusal> {
        var cells = Cells(row, among: columns)
        let anyID = cells.read(.id, ImportedID.read)
        let host = host(&cells)
        let facts = facts(&cells)
        guard let facts, cells.sentences.isEmpty else {
            return .failure(ImportRefusal(line: row.line, sentences: cells.sentences))
        }
        let id = try anyID.map { id in
            try ImportedID.uuid(id) ?? CatalogueID.made(from: id, kind)
        }
        return .success(CatalogueRow(line: row.line, id: id, host: host, facts: facts))
    }

    private func facts(_ cells: inout Cells) -> CatalogueRow.Facts? {
        guard let occasion = kind.occasion else { return service(&cells).map { .service($0) } }
        return self.occasion(occasion, &cells).map { .occasion($0) }
    }

    private func host(_ cells: inout Cells) -> CatalogueRow.Host {
        if kind == .sessions, cells.isAbsent(.host), cells.isAbsent(.hostID) {
            cells.add("required", "is missing", to: "facilitator")
        }
        return CatalogueRow.Host(
            name: cells.read(.host, ImportedText.short.read),
            id: cells.read(.hostID, ImportedID.read),
            nameColumn: cells.name(of: .host), idColumn: cells.name(of: .hostID))
    }

    // MARK: Services

    private func service(_ cells: inout Cells) -> ServiceFacts? {
        let title = cells.need(.title, as: CatalogueSchemas.serviceTitle, called: "title")
        let duration = cells.need(
            .duration, as: CatalogueSchemas.serviceDuration, called: "duration_minutes")
        let price = cells.need(.price, as: CatalogueSchemas.price, called: "price")
        let timing = ServiceTiming(
            duration: duration ?? 1,
            buffer: cells.read(.buffer, as: CatalogueSchemas.serviceBuffer) ?? 0,
            lead: cells.read(.lead, as: CatalogueSchemas.serviceLead) ?? 0,
            step: cells.read(.step, as: CatalogueSchemas.serviceStep), hours: hours(&cells))
        let description = cells.read(.description, as: CatalogueSchemas.serviceDescription)
        let status = serviceStatus(&cells)
        guard let title, duration != nil, let price else { return nil }
        return ServiceFacts(
            title: title, description: description ?? "", price: price, currency: rules.currency,
            status: status, timing: timing)
    }

    private func serviceStatus(_ cells: inout Cells) -> Service.Status {
        let isActive = cells.read(.isActive, ImportedStatus.readBool)
        let stated = cells.read(.status, Self.readServiceStatus)
        return isActive == false || stated == .inactive ? .inactive : .active
    }

    private static func readServiceStatus(
        _ json: JSON, _ faults: inout Faults
    ) -> Service.Status? {
        switch ImportedText.short.read(json, &faults)?.lowercased() {
        case "active"?, "enabled"?: return .active
        case "inactive"?, "disabled"?: return .inactive
        case nil: return nil
        default:
            faults.add("not_allowed", "must be active or inactive")
            return nil
        }
    }

    /// JSON, in a CSV file as the text of it.
    private func hours(_ cells: inout Cells) -> ServiceHours? {
        let hours = cells.read(.hours) { json, faults in
            guard case .string(let text) = json else {
                return CatalogueSchemas.hours.read(json, &faults)
            }
            guard let document = try? JSON.parse(text) else {
                faults.add("bad_format", "must be JSON, as GET /services shows hours")
                return nil
            }
            return CatalogueSchemas.hours.read(document, &faults)
        }
        if let hours, rules.zones.find(hours.timezone) == nil {
            cells.add("unknown_timezone", "names a time zone that is not known", to: .hours)
        }
        return hours
    }
}
