import JSON
import Outbound
import Testing
import Time
import Workbench

@testable import Booking

@Suite("Other programs that are told of new bookings")
struct BookingServiceTests {
    private static let client = WebClient(
        .any, connectWithin: .seconds(60), within: .seconds(300), atMost: Reply.mostBytes,
        beyond: .dropped)

    private static func crm(_ url: String) -> BookingService { .crm(url, token: "a secret") }
    private static func notifications(_ url: String) -> BookingService {
        .notificationService(url, token: "t")
    }

    /// Somebody books a session, and what the service was sent is given back.
    private func told(
        _ make: (String) -> BookingService, meanwhile: (Reception, String) async throws -> Void
    ) async throws -> (reception: Reception, booking: String, requests: [Receiver.Request]) {
        let receiver = try Receiver { _ in .answer("200 OK", body: Array("thanks".utf8)) }
        defer { receiver.stop() }
        let reception = try await Reception()
        let house = reception.house
        let channel = make(String(receiver.url().dropLast()))
            .channel(house.database, BookingServiceTests.client)
        let telegraph = try await house.lane(channel)
        let session = try await reception.makeSession()
        let answer = try await house.ask(
            .post, "/bookings", ["session_id": .string(session)], as: reception.una)
        guard case .string(let id)? = answer.json?["id"] else { throw CancellationError() }
        try await meanwhile(reception, id)
        while try await telegraph.turn().isOfMore {}
        return (reception, id, receiver.requests)
    }

    @Test("One that keeps customers learns who booked what, and whom it is led by")
    func customers() async throws {
        let (reception, id, requests) = try await told(BookingServiceTests.crm) { _, _ in }
        let request = try #require(requests.first)
        #expect(requests.count == 1)
        #expect(request.head.hasPrefix("POST /api/booking-notification HTTP/1.1\r\n"))
        #expect(request["Authorization"] == "Bearer a secret")
        #expect(request["Content-Type"] == "application/json")
        let body = try JSON.parse(request.body)
        #expect(body["booking_id"] == .string(id))
        #expect(body["user"]?["id"] == .string(reception.una.id))
        #expect(body["user"]?["email"] == "una@example.com")
        #expect(body["event"]?["title"] == "Meditation")
        #expect(body["event"]?["start_time"] == "2026-02-01T10:00:00.000Z")
        #expect(body["facilitator_id"] == .string(reception.fay.id))
    }

    @Test("One that notifies hosts is sent the words that a host reads")
    func hostNotices() async throws {
        let (reception, id, requests) = try await told(BookingServiceTests.notifications) { _, _ in
        }
        let request = try #require(requests.first)
        #expect(request.head.hasPrefix("POST /notifications HTTP/1.1\r\n"))
        #expect(request["Authorization"] == "Bearer t")
        let body = try JSON.parse(request.body)
        #expect(body["type"] == "new_booking" && body["booking_id"] == .string(id))
        #expect(body["session"]?["title"] == "Meditation")
        #expect(body["facilitator_id"] == .string(reception.fay.id))
        #expect(body["message"] == "New booking from una for Meditation")
        #expect(body["timestamp"] == "2026-01-15T09:00:02.000Z")
    }

    @Test("One that sends mail is told of both people, and of nothing that was cancelled meanwhile")
    func mail() async throws {
        let (reception, _, requests) = try await told(BookingService.mailService) { _, _ in }
        let request = try #require(requests.first)
        #expect(request.head.hasPrefix("POST /send-booking-emails HTTP/1.1\r\n"))
        #expect(request["Authorization"] == nil)
        let body = try JSON.parse(request.body)
        #expect(body["session"]?["title"] == "Meditation")
        #expect(body["facilitator"]?["id"] == .string(reception.fay.id))
        #expect(body["facilitator"]?["email"] == "fay@example.com")

        let (_, _, none) = try await told(BookingService.mailService) { reception, id in
            let answer = try await reception.house.ask(
                .post, "/bookings/\(id)/cancel", [:], as: reception.una)
            #expect(answer.status == 200)
        }
        #expect(none.isEmpty)
    }

    @Test("Nothing is told of people who have left for good")
    func erased() async throws {
        let (_, _, requests) = try await told(BookingServiceTests.crm) { reception, _ in
            let path = "/users/\(reception.una.id)"
            let answer = try await reception.house.ask(.delete, path, as: reception.admin)
            #expect(answer.status == 204)
        }
        #expect(requests.isEmpty)
    }

    @Test("An answer that is no success is tried again, with the same key")
    func failure() async throws {
        let receiver = try Receiver { _ in
            .answer("401 Unauthorized", body: Array("who are you?".utf8))
        }
        defer { receiver.stop() }
        let reception = try await Reception()
        let house = reception.house
        let lane = try await house.lane(
            BookingService.crm(String(receiver.url().dropLast()), token: "t")
                .channel(house.database, BookingServiceTests.client))
        let yoga = try await reception.makeClass()
        let answer = try await house.ask(
            .post, "/bookings", ["class_id": .string(yoga)], as: reception.una)
        #expect(answer.status == 201)
        while try await lane.turn().isOfMore {}
        house.clock.move(6)
        while try await lane.turn().isOfMore {}
        #expect(receiver.requests.count == 2)
        let keys = receiver.requests.map { $0["Idempotency-Key"] }
        #expect(keys[0] == keys[1] && keys[0]?.count == 36)
        let list = try await house.ask(.get, "/deliveries?channel=crm", as: reception.admin)
        guard case .array(let items)? = list.json else { throw CancellationError() }
        #expect(items.map { $0["last_error"] } == ["status 401"])
        #expect(items.map { $0["attempts"] } == [2])
    }
}

extension House {
    /// A lane that is open, from here in the journal on.
    func lane(_ channel: Channel) async throws -> Lane {
        try await database.write { try LaneStore.open(channel.lane, in: $0) }
        return Lane(channel, at: notices.desk)
    }
}
