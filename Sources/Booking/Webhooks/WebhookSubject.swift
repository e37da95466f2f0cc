import JSON
import SQLite

/// What an entry is about, as an admin would be shown it now.
enum WebhookSubject {
    /// Its JSON; nil where there is nothing to tell any more, because what happened since will be told by
    /// itself: that it was deleted, that somebody is gone.
    static func json(of entry: JournalEntry, _ reader: Reader) throws -> [UInt8]? {
        guard let slash = entry.stream.firstIndex(of: "/") else { return nil }
        let id = String(entry.stream[entry.stream.index(after: slash)...])
        switch entry.kind {
        case "user.erased": return idAlone(id)
        case "role.deleted": return try deletedRole(id, entry, reader)
        case "service.deleted": return try deletedService(id, reader)
        case "booking.deleted": return try deletedBooking(id, entry, reader)
        case "review.deleted": return try deletedReview(id, entry, reader)
        default: return try living(String(entry.stream[..<slash]), id, reader)
        }
    }

    private static func living(
        _ kind: String, _ id: String, _ reader: Reader
    ) throws -> [UInt8]? {
        switch kind {
        case "user":
            return try UserStore.user(id, reader).map { Account.answer.bytes(of: Account($0)) }
        case "role": return try RoleStore.role(id, reader).map { Role.answer.bytes(of: $0) }
        case "facilitator":
            return try FacilitatorStore.facilitator(id, reader).map {
                Facilitator.answer.bytes(of: $0)
            }
        case "service":
            return try ServiceStore.service(id, reader).map { Service.answer.bytes(of: $0) }
        case "booking":
            return try BookingViews.view(id, reader).map { BookingView.answer.bytes(of: $0) }
        case "review":
            return try ReviewStore.review(id, reader).map { Review.answer.bytes(of: $0) }
        default:
            return try OccasionKind(rawValue: kind).flatMap { try occasion(id, $0, reader) }
        }
    }

    private static func occasion(
        _ id: String, _ kind: OccasionKind, _ reader: Reader
    ) throws -> [UInt8]? {
        guard let occasion = try OccasionStore.occasion(id, kind, reader) else { return nil }
        let hosts = try HostNames(of: [occasion.facts.host], reader)
        return switch kind {
        case .class: ClassView.answer.bytes(of: ClassView(occasion, hosts))
        case .session: SessionView.answer.bytes(of: SessionView(occasion, hosts))
        case .event: EventSchema.answer.bytes(of: occasion)
        }
    }

    // MARK: What is gone

    private static func idAlone(_ id: String) -> [UInt8] {
        JSON.object([JSON.Member("id", .string(id))]).bytes
    }

    private static func deletedRole(
        _ id: String, _ entry: JournalEntry, _ reader: Reader
    ) throws -> [UInt8] {
        let last = try WebhookStore.entry(of: entry.stream, version: entry.version - 1, reader)
        guard let last, let facts = try? RoleEntries.changed.payload(from: last) else {
            return idAlone(id)
        }
        return JSON.object([
            JSON.Member("id", .string(id)), JSON.Member("name", .string(facts.name)),
        ]).bytes
    }

    /// The row stays, as bookings of it do.
    private static func deletedService(_ id: String, _ reader: Reader) throws -> [UInt8] {
        try WebhookStore.service(id, reader).map { Service.answer.bytes(of: $0) }
            ?? idAlone(id)
    }

    private static func deletedBooking(
        _ id: String, _ entry: JournalEntry, _ reader: Reader
    ) throws -> [UInt8] {
        let first = try WebhookStore.entry(of: entry.stream, version: 1, reader)
        guard let first, let facts = try? BookingEntries.placed.payload(from: first) else {
            return idAlone(id)
        }
        var members = [
            JSON.Member("id", .string(id)), JSON.Member("kind", .string(facts.kind.rawValue)),
            JSON.Member("user_id", .string(facts.user)),
            JSON.Member("seats", .integer(Int64(facts.seats))),
        ]
        if let item = facts.item {
            members.append(JSON.Member("\(facts.kind.rawValue)_id", .string(item)))
        }
        return JSON.object(members).bytes
    }

    private static func deletedReview(
        _ id: String, _ entry: JournalEntry, _ reader: Reader
    ) throws -> [UInt8] {
        let first = try WebhookStore.entry(of: entry.stream, version: 1, reader)
        guard let first, let facts = try? ReviewEntries.posted.payload(from: first) else {
            return idAlone(id)
        }
        return JSON.object([
            JSON.Member("id", .string(id)), JSON.Member("booking_id", .string(facts.booking)),
            JSON.Member("kind", .string(facts.subject.kind.rawValue)),
            JSON.Member("item_id", facts.subject.item.map { .string($0) } ?? .null),
        ]).bytes
    }
}
