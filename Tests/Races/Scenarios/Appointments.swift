import JSON
import Time

/// A service's appointments, or those of the house's own book, within one day.
package struct Appointments: Sendable {
    /// Nil for the book of the house, whose appointments have no service.
    let service: String?
    let minutes: Int
    let buffer: Int
    /// The moment that minutes are counted from.
    private let origin: Instant

    /// - Parameter first: In how many minutes from now the first may begin.
    init(service: String?, minutes: Int, buffer: Int, first: Int) {
        self.service = service
        self.minutes = minutes
        self.buffer = buffer
        let hour = Clock.system.now.seconds / 3_600 * 3_600
        origin = Instant(seconds: hour + Int64(first) * 60)
    }

    /// What an appointment claims that begins in that minute, half open.
    func span(at minute: Int) -> Range<Int> { minute..<minute + minutes + buffer }

    func start(at minute: Int) -> String {
        Instant(seconds: origin.seconds + Int64(minute) * 60).rfc3339
    }

    /// The minute that a moment is in; nil for no moment.
    func minute(of start: String) -> Int? {
        Instant(rfc3339: start).map { Int($0.seconds - origin.seconds) / 60 }
    }

    /// How people are shown what is free from one minute to another.
    func availability(from first: Int, to last: Int) -> Call? {
        service.map {
            Call(
                "GET", "/services/\($0)/availability?from=\(start(at: first))&to=\(start(at: last))"
            )
        }
    }

    func booking(at minute: Int, by token: String) -> Call {
        let start = JSON.string(start(at: minute))
        let body: JSON =
            if let service {
                ["service_id": .string(service), "start_time": start]
            } else {
                ["slot": start]
            }
        return Call("POST", "/bookings", body, by: token)
    }

    func moving(_ booking: String, to minute: Int, by token: String) -> Call {
        Call("PATCH", "/bookings/\(booking)", ["start_time": .string(start(at: minute))], by: token)
    }
}
