import JSON
import SQLite
import Studio
import Testing
import Workbench

@testable import Booking

@Suite("The journal's entries")
struct EntriesTests {
    @Test("Are shown in their order, with all that they have", arguments: Way.allCases)
    func shown(way: Way) async throws {
        let desk = try await ReadingDesk(way)
        let studio = desk.studio
        try await desk.database.write { tx in
            try studio.open(Studio.id(1), capacity: 3, by: "anna", in: tx)
            try studio.open(Studio.id(2), capacity: 4, in: tx)
        }
        let answer = try await desk.get()
        #expect(answer.status == 200)
        let first = try #require(answer.entries.first)
        guard case .object(let members) = first, case .string(let at)? = first["at"] else {
            throw CancellationError()
        }
        #expect(
            members.map(\.name) == ["seq", "stream", "version", "kind", "data", "actor", "at"])
        #expect(at.hasSuffix("Z"))
        #expect(first["stream"] == .string("sitting/\(Studio.id(1))"))
        #expect(first["version"] == 1)
        #expect(first["kind"] == "sitting.opened")
        #expect(first["data"] == ["capacity": 3])
        #expect(first["actor"] == "anna")
        #expect(answer.entries.last?["actor"] == .null)
        #expect(answer.seqs == [1, 2])
    }

    @Test("Are none at first, which is a list too")
    func none() async throws {
        let answer = try await ReadingDesk().get()
        #expect(answer.status == 200)
        #expect(answer.text == "[]")
        #expect(answer["X-Total-Count"] == "0")
        #expect(answer["Link"] == #"</api/v1/journal?after=0&limit=20>; rel="first""#)
    }

    @Test("Come in parts, each with the way to the next")
    func parts() async throws {
        let desk = try await ReadingDesk()
        try await desk.open(1...45)
        var target = ""
        var seen: [[Int]] = []
        for _ in 1...3 {
            let answer = try await desk.get(target)
            seen.append(answer.seqs)
            #expect(answer["X-Total-Count"] == "45")
            target = try next(of: answer) ?? "none"
        }
        #expect(seen == [Array(1...20), Array(21...40), Array(41...45)])
        #expect(target == "none")
    }

    /// The query of the link to the next part.
    private func next(of answer: RawAnswer) throws -> String? {
        let links = try #require(answer["Link"]).split(separator: ", ")
        let next = links.first { $0.hasSuffix(#"rel="next""#) }
        return next.flatMap { link in
            let target = link.drop { $0 != "?" }.prefix { $0 != ">" }
            return String(target)
        }
    }

    @Test("Behind the last one there are none, and the total is true")
    func pastTheEnd() async throws {
        let desk = try await ReadingDesk()
        try await desk.open(1...3)
        let answer = try await desk.get("?after=9007199254740991")
        #expect(answer.text == "[]")
        #expect(answer["X-Total-Count"] == "3")
        #expect(try next(of: answer) == nil)
    }

    @Test("Of one stream are found by its whole name")
    func stream() async throws {
        let desk = try await ReadingDesk()
        let studio = desk.studio
        try await desk.open(1...2)
        let (claim, person) = (Studio.id(7), Studio.id(8))
        try await desk.database.write { tx in
            try studio.place(claim, on: Studio.id(1), for: person, in: tx)
            try studio.open(Studio.id(3), capacity: 1, in: tx)
            try studio.release(claim, in: tx)
        }
        let all = try await desk.get("?stream=claim/\(claim)")
        #expect(all.seqs == [3, 5])
        #expect(all["X-Total-Count"] == "2")
        let first = try await desk.get("?stream=claim/\(claim)&limit=1")
        #expect(first.seqs == [3])
        #expect(try next(of: first) == "?after=3&limit=1&stream=claim%2F\(claim)")
        let second = try await desk.get("?stream=claim/\(claim)&limit=1&after=3")
        #expect(second.seqs == [5])
        #expect(try next(of: second) == nil)
        #expect(try await desk.get("?stream=claim").seqs == [])
        #expect(try await desk.get("?stream=claim/%25").seqs == [])
    }

    @Test("Stand in an envelope for who asks, and so does the next part")
    func envelope() async throws {
        let desk = try await ReadingDesk()
        try await desk.open(1...5)
        let answer = try await desk.get("?envelope=true&limit=2&after=2")
        #expect(answer.seqs == [3, 4])
        #expect(answer.json?["total"] == 5)
        #expect(answer.json?["page"] == 2)
        #expect(answer.json?["limit"] == 2)
        #expect(answer.json?["total_pages"] == 3)
        #expect(try next(of: answer) == "?after=4&limit=2&envelope=true")
    }

    @Test("Are for those who may read the journal")
    func access() async throws {
        let desk = try await ReadingDesk()
        #expect(try await desk.get(as: nil).code == "authentication_required")
        #expect(try await desk.get(as: "guest").code == "permission_missing")
        #expect(try await desk.get("?limit=x", as: "guest").status == 403)
    }

    @Test(
        "Are refused with every fault of what was asked",
        arguments: [
            ("?after=-1", ["/after"]), ("?limit=0", ["/limit"]), ("?limit=101", ["/limit"]),
            ("?wait=31", ["/wait"]), ("?stream=", ["/stream"]), ("?after=1.5", ["/after"]),
            ("?envelope=perhaps&after=x&wait=-1", ["/after", "/wait", "/envelope"]),
        ])
    func faults(query: String, pointers: [String]) async throws {
        let answer = try await ReadingDesk().get(query)
        #expect(answer.status == 422)
        guard case .array(let faults)? = answer.json?["errors"] else { throw CancellationError() }
        #expect(faults.map { $0["pointer"] } == pointers.map { .string($0) })
    }

    @Test("Take the limits themselves")
    func limits() async throws {
        let desk = try await ReadingDesk()
        try await desk.open(1...1)
        for query in ["?limit=1", "?limit=100", "?wait=30", "?after=0"] {
            #expect(try await desk.get(query).seqs == [1])
        }
    }
}
