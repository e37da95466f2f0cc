import JSON
import Testing
import Time

struct AnswerTests {
    private static let stop: Answer<Trip.Stop> = .object(
        "StopAnswer",
        [
            .init("place", .text, "Where it halts") { $0.place },
            .init("long", .boolean) { $0.minutes > 60 },
        ])

    private static let members: [AnswerMember<Trip>] = [
        .init("title", .text) { $0.title },
        .init("price", .money, "For each") { $0.seats * 100 },
        .init("guide", nullable: .text, "Who leads") { $0.guide },
        .init("led_by", omittable: .text) { $0.guide },
        .init("stops", .array(of: stop)) { $0.stops },
    ]

    private let trip = Trip(
        title: "Coast", seats: 25, guide: nil, stops: [.init(place: "Pier", minutes: 90)])

    @Test("Members are computed and written in their order, null or left out where empty")
    func object() {
        let answer: Answer<Trip> = .object(nil, Self.members)
        #expect(
            text(answer, trip) == """
                {"title":"Coast","price":25.0,"guide":null,"stops":[{"place":"Pier","long":true}]}
                """)
        var guided = trip
        guided.guide = "Ada"
        guided.stops = []
        #expect(
            text(answer, guided) == """
                {"title":"Coast","price":25.0,"guide":"Ada","led_by":"Ada","stops":[]}
                """)
    }

    @Test("The first member may be the one that is left out")
    func firstOmitted() {
        let answer: Answer<Trip> = .object(
            nil, [.init("a", omittable: .text) { $0.guide }, .init("b", .integer) { $0.seats }])
        #expect(text(answer, trip) == #"{"b":25}"#)
    }

    @Test("An answer documents its members, and what they lead to")
    func document() {
        var components = Components()
        components.add(Answer<Trip>.object("TripAnswer", Self.members).document)
        #expect(components.definitions.map(\.name) == ["TripAnswer", "StopAnswer"])
        let trip = components.definitions.first?.value
        #expect(trip?["required"] == ["title", "price", "guide", "stops"])
        #expect(
            trip?["properties"]?["guide"]?.text
                == #"{"type":["string","null"],"description":"Who leads"}"#)
        #expect(
            trip?["properties"]?["stops"]?["items"]?.text
                == ##"{"$ref":"#/components/schemas/StopAnswer"}"##)
    }

    @Test("Objects can share members")
    func sharedMembers() {
        struct Offer: Sendable {
            let trip: Trip
            let left: Int
        }
        let left = AnswerMember<Offer>("left", .integer) { $0.left }
        let shared = Self.members.prefix(1).map { $0.from { (offer: Offer) in offer.trip } }
        let answer: Answer<Offer> = .object(nil, [left] + shared)
        #expect(text(answer, Offer(trip: trip, left: 3)) == #"{"left":3,"title":"Coast"}"#)
    }

    @Test("A dictionary's names are data")
    func dictionary() {
        let histogram: Answer<[(name: String, value: Int)]> = .dictionary(of: .integer)
        #expect(text(histogram, [("1", 0), ("2", 5)]) == #"{"1":0,"2":5}"#)
        #expect(
            histogram.document.usage.text
                == #"{"type":"object","additionalProperties":{"type":"integer"}}"#)
    }

    @Test("A schema's writing half is an answer")
    func schemaAnswer() {
        #expect(text(Trip.stop.answer, trip.stops[0]) == #"{"place":"Pier","minutes":90}"#)
        #expect(Trip.stop.answer.document == Trip.stop.document)
    }

    @Test("Words, numbers, times and free JSON")
    func scalars() {
        #expect(text(.oneOf(Mood.allCases), Mood.calm) == #""calm""#)
        #expect(text(.number, 4.5) == "4.5")
        #expect(text(.instant, Instant(seconds: 0)) == #""1970-01-01T00:00:00.000Z""#)
        #expect(text(.date, CivilDate(year: 2026, month: 1, day: 15)) == #""2026-01-15""#)
        #expect(text(.json, ["a": [nil, 1]]) == #"{"a":[null,1]}"#)
        #expect(text(Answer<Int>.integer.from(\Trip.seats), trip) == "25")
    }

    private func text<Value>(_ answer: Answer<Value>, _ value: Value) -> String {
        String(decoding: answer.bytes(of: value), as: UTF8.self)
    }
}
