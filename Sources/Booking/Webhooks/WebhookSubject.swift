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
        case "user.erased": return gone(id)
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

    private static func gone(
        _ id: String, _ known: (inout GoneThing) -> Void = { _ in }
    ) -> [UInt8] {
        var thing = GoneThing(id: id)
        known(&thing)
        return GoneThing.answer.bytes(of: thing)
    }

    private static func deletedRole(
        _ id: String, _ entry: JournalEntry, _ reader: Reader
    ) throws -> [UInt8] {
        let last = try WebhookStore.entry(of: entry.stream, version: entry.version - 1, reader)
        let facts = try? last.map { try RoleEntries.changed.payload(from: $0) }
        return gone(id) { $0.name = facts?.name }
    }

    /// The row stays, as bookings of it do.
    private static func deletedService(_ id: String, _ reader: Reader) throws -> [UInt8] {
        try WebhookStore.service(id, reader).map { Service.answer.bytes(of: $0) } ?? gone(id)
    }

    private static func deletedBooking(
        _ id: String, _ entry: JournalEntry, _ reader: Reader
    ) throws -> [UInt8] {
        let first = try WebhookStore.entry(of: entry.stream, version: 1, reader)
        guard let facts = try? first.map({ try BookingEntries.placed.payload(from: $0) }) else {
            return gone(id)
        }
        return gone(id) {
            $0.kind = facts.kind
            $0.user = facts.user
            $0.seats = facts.seats
            $0.booked = facts.item
        }
    }

    private static func deletedReview(
        _ id: String, _ entry: JournalEntry, _ reader: Reader
    ) throws -> [UInt8] {
        let first = try WebhookStore.entry(of: entry.stream, version: 1, reader)
        guard let facts = try? first.map({ try ReviewEntries.posted.payload(from: $0) }) else {
            return gone(id)
        }
        return gone(id) {
            $0.booking = facts.booking
            $0.kind = facts.subject.kind
            $0.item = facts.subject.item
        }
    }
}
