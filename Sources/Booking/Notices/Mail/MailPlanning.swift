import SQLite

/// Which mails an entry of the journal asks for.
struct MailPlanning: Sendable {
    let scope: MailScope
    /// How many are told at once of what means many.
    var part = 200

    /// The entries that it looks at.
    var kinds: Set<String> {
        let changes = OccasionKind.allCases.map { OccasionEntries.changed($0).name }
        let steps = [
            BookingEntries.placed.name, BookingEntries.confirmed.name,
            BookingEntries.rescheduled.name, BookingEntries.cancelled.name,
        ]
        return scope == .nothing ? [] : Set(changes + steps)
    }

    func plans(for entry: JournalEntry, after place: String?, _ reader: Reader) throws -> Plans {
        let id = String(entry.stream.drop { $0 != "/" }.dropFirst())
        if entry.kind.hasSuffix(".changed") {
            return try moves(of: id, entry, after: place.flatMap { Int($0) } ?? 0, reader)
        }
        guard let parties = try BookingParties.find(id, reader) else { return .none }
        return Plans(
            try mails(entry, parties).map { kind in
                plan(kind, id, to: kind.isForHost ? parties.host ?? "" : parties.customer)
            })
    }

    private func plan(_ kind: MailKind, _ booking: String, to account: String) -> Plan {
        Plan(kind.rawValue, to: "user/\(account)", bookingID: booking, about: account)
    }

    private func mails(_ entry: JournalEntry, _ parties: BookingParties) throws -> [MailKind] {
        let host: (MailKind) -> [MailKind] = { parties.hears(entry.actor) ? [$0] : [] }
        switch entry.kind {
        case BookingEntries.placed.name:
            guard scope == .bookings else { return [] }
            let facts = try BookingEntries.placed.payload(from: Array(entry.data.utf8))
            return [facts.state == .pending ? .receipt : .confirmation] + host(.notice)
        case BookingEntries.confirmed.name: return [.confirmation]
        case BookingEntries.rescheduled.name: return [.change] + host(.changeNotice)
        case BookingEntries.cancelled.name:
            let end = try BookingEntries.cancelled.payload(from: Array(entry.data.utf8))
            switch end.cause {
            case .customer, .account: return [.cancellation] + host(.cancellationNotice)
            case .host: return [.cancellationByHost] + host(.cancellationNotice)
            // Whoever leads it knows, and would be told once for each.
            case .occasion, .service: return [.cancellationOfAll]
            }
        default: return []
        }
    }

    // MARK: What takes place elsewhere, or at another time

    private func moves(
        of id: String, _ entry: JournalEntry, after number: Int, _ reader: Reader
    ) throws -> Plans {
        guard try hasMoved(entry, reader) else { return .none }
        let found = try BookingParties.live(
            ofOccasion: id, after: number, part, reader)
        return Plans(
            found.map { plan(.move, $0.booking, to: $0.customer) },
            next: found.count == part ? found.last.map { "\($0.number)" } : nil)
    }

    /// Whether it is at another time or place than the entry before says.
    private func hasMoved(_ entry: JournalEntry, _ reader: Reader) throws -> Bool {
        guard
            let before = try JournalStore.entry(entry.version - 1, of: entry.stream, reader)
        else { return false }
        let old = try MailPlanning.facts(before)
        let new = try MailPlanning.facts(entry)
        return new.status == .active
            && (old.startsAt != new.startsAt || old.endsAt != new.endsAt
                || old.location != new.location)
    }

    /// The entries of all occasions say the same.
    private static func facts(_ entry: JournalEntry) throws -> OccasionFacts {
        try OccasionEntries.changed(.class).payload(from: Array(entry.data.utf8))
    }
}
