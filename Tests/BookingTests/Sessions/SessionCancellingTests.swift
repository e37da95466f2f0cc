import JSON
import Testing
import Web
import Workbench

@testable import Booking

@Suite("Cancelling sessions")
struct SessionCancellingTests {
    @Test(
        "A session is cancelled with its bookings, and again without an error",
        arguments: ["POST", "DELETE"])
    func cancelled(method: String) async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given()
        for _ in 1...2 {
            let answer =
                method == "POST"
                ? try await desk.house.ask(.post, "/sessions/\(id)/cancel", as: desk.fay)
                : try await desk.house.ask(.delete, "/facilitator/sessions/\(id)", as: desk.fay)
            #expect(answer.status == 200)
            #expect(answer.json == ["message": "Session cancelled successfully"])
            #expect(try desk.withdrawn() == [id])
        }
        #expect(try await desk.see(id)?["status"] == "cancelled")
        #expect(try await desk.titles() == [])
        #expect(try await desk.total("/sessions") == "0")
        let late = try await desk.change(id, ["title": "Run"])
        #expect(desk.house.outcome(late) == "400 already_cancelled")
        #expect(try desk.entries(id) == ["session.created", "session.cancelled"])
        try desk.verify()
    }

    @Test("Where its bookings can't be cancelled, it isn't cancelled")
    func atomic() async throws {
        let desk = try await SessionDesk { occasion, _, tx in
            try tx.run("insert into withdrawn values (\(occasion.id))")
            throw Problem.overloaded
        }
        let id = try await desk.given()
        let answer = try await desk.house.ask(.post, "/sessions/\(id)/cancel", as: desk.fay)
        #expect(answer.status == 503)
        #expect(try desk.withdrawn() == [])
        #expect(try await desk.see(id)?["status"] == "active")
        #expect(try desk.entries(id) == ["session.created"])
    }

    @Test("One that has begun can't be changed or cancelled any more")
    func begun() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given(
            "Walk", ["start_time": "2026-01-15T09:10:00Z", "end_time": "2026-01-15T12:00:00Z"])
        desk.house.clock.move(600)
        for answer in [
            try await desk.change(id, ["title": "Run"]),
            try await desk.change(id, ["end_time": "2026-01-15T08:00:00Z"]),
            try await desk.house.ask(.post, "/sessions/\(id)/cancel", as: desk.fay),
            try await desk.house.ask(.delete, "/facilitator/sessions/\(id)", as: desk.fay),
        ] {
            #expect(desk.house.outcome(answer) == "400 already_started")
        }
        #expect(try desk.withdrawn() == [])
    }

    @Test("What is no session is not found, a class neither")
    func unknown() async throws {
        let desk = try await SessionDesk()
        let yoga = try await desk.house.ask(
            .post, "/classes", ["name": "Yoga", "schedule": "2026-02-01T10:00:00Z", "slots": 1],
            as: desk.fay)
        guard case .string(let other)? = yoga.json?["id"] else { throw CancellationError() }
        for id in [other, "00000000-0000-7000-8000-000000000001", "7"] {
            for answer in [
                try await desk.house.ask(.get, "/sessions/\(id)", as: desk.fay),
                try await desk.change(id, ["title": "Run"]),
                try await desk.house.ask(.post, "/sessions/\(id)/cancel", as: desk.fay),
                try await desk.house.ask(.delete, "/facilitator/sessions/\(id)", as: desk.fay),
            ] {
                #expect(desk.house.outcome(answer) == "404 not_found")
            }
        }
        #expect(try await desk.titles() == [])
    }

    @Test("Who led a session and is gone has no name there")
    func erased() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given()
        let boss = try await desk.house.admin()
        let gone = try await desk.house.ask(.delete, "/users/\(desk.fay.id)", as: boss)
        #expect(gone.status == 204)
        let seen = try await desk.house.ask(.get, "/sessions/\(id)", as: boss)
        #expect(seen.json?["facilitator"] == "")
        #expect(seen.json?["facilitator_id"] == .string(desk.fay.id))
        try desk.verify()
    }
}
