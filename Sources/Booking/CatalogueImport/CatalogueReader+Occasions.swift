import JSON
import Time

extension CatalogueReader {
    /// A class, a session or an event, past ones too: what has been is worth keeping.
    func occasion(_ kind: OccasionKind, _ cells: inout Cells) -> OccasionFacts? {
        let title = readTitle(kind, &cells)
        let capacity = readCapacity(kind, &cells)
        let zone = readZone(&cells)
        let start = zone.flatMap { readStart(kind, in: $0, &cells) }
        let end = start.flatMap { readEnd(kind, from: $0, &cells) }
        let description = cells.read(.description, as: CatalogueSchemas.description)
        let location = readLocation(kind, &cells)
        let price = cells.read(.price, as: CatalogueSchemas.price)
        let category = kind == .session ? readCategory(&cells) : nil
        let status = cells.read(.status, Self.readStatus)
        guard let title, let capacity, let zone, let start, cells.sentences.isEmpty else {
            return nil
        }
        var facts = OccasionFacts(
            blank: title, host: nil, capacity: capacity, currency: rules.currency)
        rules.clock.set(start, in: zone, &facts)
        facts.endsAt = end
        facts.description = description
        facts.location = location
        facts.category = category
        facts.price = price ?? 0
        facts.status = status ?? .active
        return facts
    }

    // MARK: When

    private func readZone(_ cells: inout Cells) -> Zone? {
        guard let name = cells.read(.timezone, ImportedText.short.read) else {
            return cells.isAbsent(.timezone) ? rules.clock.usual : nil
        }
        guard let zone = rules.zones.find(name) else {
            cells.add(
                "unknown_timezone", "is no name of the IANA database, such as Asia/Kolkata",
                to: .timezone)
            return nil
        }
        return zone
    }

    /// A moment, or what the clocks of the zone show; where both are given, they mean the same.
    private func readStart(_ kind: OccasionKind, in zone: Zone, _ cells: inout Cells) -> Instant? {
        let isOfClass = kind == .class
        let moment = cells.read(
            .start, isOfClass ? ImportedMoment.readWithOffset : ImportedMoment.read)
        let local = readLocal(&cells)
        guard let start = moment ?? local.map(zone.instant) else {
            if cells.isAbsent(.start), cells.isAbsent(.date), cells.isAbsent(.time) {
                cells.add("required", "is missing", to: kind.startColumn)
            }
            return nil
        }
        if let local, zone.local(at: start) != local, zone.instant(of: local) != start {
            cells.add("conflict", "must be the moment that date and time tell", to: .start)
            return nil
        }
        guard start <= rules.now + Occasion.farthest else {
            cells.add("too_large", "must be within the next hundred years", to: .start)
            cells.add("too_large", "must be within the next hundred years", to: .date)
            return nil
        }
        return start
    }

    private func readLocal(_ cells: inout Cells) -> LocalTime? {
        guard !cells.isAbsent(.date) || !cells.isAbsent(.time) else { return nil }
        let date = cells.need(.date, as: CatalogueSchemas.date, called: "date")
        let time = cells.need(.time, as: CatalogueSchemas.time, called: "time")
        guard let date, let time else { return nil }
        return LocalTime(date, time)
    }

    private func readEnd(
        _ kind: OccasionKind, from start: Instant, _ cells: inout Cells
    ) -> Instant? {
        let moment = cells.read(
            .end, kind == .class ? ImportedMoment.readWithOffset : ImportedMoment.read)
        let minutes = cells.read(.duration, as: CatalogueSchemas.duration)
        guard let moment else {
            if let minutes { return start + .seconds(minutes * 60) }
            guard cells.isAbsent(.end), cells.isAbsent(.duration) else { return nil }
            if kind == .session { cells.add("required", "is missing", to: "end_time") }
            return kind == .class ? start + .seconds(CatalogueSchemas.usualDuration * 60) : nil
        }
        guard moment > start else {
            cells.add("bad_order", "must be after the start", to: .end)
            return nil
        }
        guard moment <= start + OccasionTimes.longest else {
            cells.add("too_large", "must be at most 366 days after the start", to: .end)
            return nil
        }
        if let minutes, start + .seconds(minutes * 60) != moment {
            cells.add("conflict", "must be as long as it is from start to end", to: .duration)
        }
        return moment
    }

    // MARK: What

    private func readCapacity(_ kind: OccasionKind, _ cells: inout Cells) -> Int? {
        switch kind {
        case .class:
            return cells.need(.capacity, as: CatalogueSchemas.places, called: "slots")
        case .session:
            let places = cells.read(.capacity, as: CatalogueSchemas.places)
            return places ?? (cells.isAbsent(.capacity) ? 1 : nil)
        case .event:
            // What is left is never more than there are, and read only where nothing else tells these.
            let column: CatalogueColumn = cells.isAbsent(.capacity) ? .available : .capacity
            return cells.need(
                column, as: CatalogueSchemas.eventPlaces, called: "event_availability")
        }
    }

    private func readTitle(_ kind: OccasionKind, _ cells: inout Cells) -> String? {
        switch kind {
        case .class: cells.need(.title, as: CatalogueSchemas.title, called: "name")
        case .session: cells.need(.title, as: CatalogueSchemas.sessionTitle, called: "title")
        case .event: cells.need(.title, as: CatalogueSchemas.title, called: "event_name")
        }
    }

    private func readLocation(_ kind: OccasionKind, _ cells: inout Cells) -> String? {
        guard kind == .event else { return cells.read(.location, as: CatalogueSchemas.location) }
        return cells.need(.location, as: CatalogueSchemas.venue, called: "event_venue")
    }

    private func readCategory(_ cells: inout Cells) -> String {
        cells.read(.category) { json, faults in
            let word = ImportedText.short.read(json, &faults)?.lowercased()
            guard let word, !["session", "retreat"].contains(word) else { return word }
            faults.add("not_allowed", "must be session or retreat")
            return nil
        } ?? "session"
    }

    /// What is over has taken place: here that is told by its time.
    private static func readStatus(_ json: JSON, _ faults: inout Faults) -> Occasion.Status? {
        switch ImportedText.short.read(json, &faults)?.lowercased() {
        case "active"?, "scheduled"?, "upcoming"?, "open"?, "completed"?: return .active
        case "cancelled"?, "canceled"?: return .cancelled
        case nil: return nil
        default:
            faults.add("not_allowed", "must be active or cancelled")
            return nil
        }
    }
}

extension OccasionKind {
    fileprivate var startColumn: String {
        switch self {
        case .class: "schedule"
        case .session: "start_time"
        case .event: "event_date"
        }
    }
}

extension ImportCells {
    /// The value of a column that has to be there.
    mutating func need<Value: Equatable>(
        _ column: Column, as schema: Schema<Value>, called name: String
    ) -> Value? {
        if isAbsent(column) { add("required", "is missing", to: name) }
        return read(column, as: schema)
    }
}
