import JSON
import Time
import Web

/// The body that books something, in the words of all documents: exactly one thing is named.
struct BookingRequest: Sendable {
    let service: String?
    let start: Instant?
    let session: String?
    let `class`: String?
    let event: String?
    let seats: Int?
    let slot: Instant?
    let notes: String?
    let clientName: String?
    let clientEmail: String?

    static let empty = BookingRequest(
        service: nil, start: nil, session: nil, class: nil, event: nil, seats: nil, slot: nil,
        notes: nil, clientName: nil, clientEmail: nil)

    static let schema: Schema<BookingRequest> = .object(
        named: "NewBooking", BookingRequest.init,
        Field("service_id", \.service, optional: .uuid, "The service of an appointment."),
        Field("start_time", \.start, optional: .instant, "When the appointment begins."),
        Field("session_id", \.session, optional: .uuid, "A session."),
        Field("class_id", \.class, optional: .uuid, "A class."),
        Field("event_id", \.event, optional: .uuid, "An event."),
        Field("seats", \.seats, optional: .seats, "How many places of the event; 1 if not said."),
        Field("slot", \.slot, optional: .instant, "When time of the house itself begins."),
        Field("notes", \.notes, optional: .bookingNotes, "What else there is to say."),
        Field("client_name", \.clientName, optional: .clientName, "Who comes, if not you."),
        Field("client_email", \.clientEmail, optional: .email, "The address of who comes."))

    /// What it names; `slot` may stand in the query too.
    func booking(slotInQuery: Instant?) throws(Problem) -> NewBooking {
        let targets: [NewBooking.Target?] = [
            service.map { .service($0, at: start ?? .distantPast) },
            session.map { .occasion(.session, $0, seats: 1) },
            `class`.map { .occasion(.class, $0, seats: 1) },
            event.map { .occasion(.event, $0, seats: seats ?? 1) },
            slot.map(NewBooking.Target.slot), slotInQuery.map(NewBooking.Target.slot),
        ]
        let named = targets.compactMap(\.self)
        guard let target = named.first, named.count == 1 else { throw .ambiguousTarget }
        try check(target)
        return NewBooking(
            target: target,
            note: BookingNote(notes: notes, clientName: clientName, clientEmail: clientEmail))
    }

    /// What goes together: a start with a service, seats with an event.
    private func check(_ target: NewBooking.Target) throws(Problem) {
        var faults: [Fault] = []
        switch target {
        case .service where start == nil:
            faults.append(fault("start_time", "required", "is required with a service"))
        case .service, .slot, .occasion:
            break
        }
        if event == nil, let seats, seats != 1 {
            faults.append(fault("seats", "not_allowed", "can be more than one of an event only"))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
    }

    private func fault(_ field: String, _ code: String, _ detail: String) -> Fault {
        Fault(pointer: "/\(field)", field: field, code: code, detail: detail)
    }
}

extension Instant {
    /// Before everything; what is refused as missing has no time.
    fileprivate static var distantPast: Instant { Instant.writable.lowerBound }
}

extension Schema where Value == String {
    static var bookingNotes: Schema { text(0...1_000) }
    static var clientName: Schema { trimmedText(1...255) }
}

extension Schema where Value == Int {
    static var seats: Schema { integer(1...Booking.mostSeats) }
}
