import JSON
import Testing
import Workbench

@testable import Booking

@Suite("What people are told by mail")
struct MailPlanningTests {
    @Test("Whoever books a class gets a confirmation, and who gives it a notice")
    func placed() async throws {
        let room = try await MailRoom()
        _ = try await room.bookClass()
        #expect(
            try await room.sent() == [
                "asha: New Booking - Yoga", "una: Booking Confirmation - Yoga",
            ])
        let text = try #require(
            room.letters.compactMap { $0.parts.first?.text }.first {
                $0.contains("Your booking is confirmed.")
            })
        #expect(text.contains("When: Sunday, 1 February 2026, 15:30–16:30 (Asia/Kolkata)"))
    }

    @Test("An appointment is received first, and confirmed when somebody does")
    func appointment() async throws {
        let room = try await MailRoom()
        let id = try await room.appointment()
        #expect(try await room.sent() == ["una: Booking Received - Massage"])
        #expect(room.letters.first?.parts.count == 2)
        let sent = try await room.sent {
            _ = try await room.reception.change(
                id, ["status": "confirmed"], as: room.reception.admin)
        }
        #expect(sent == ["una: Booking Confirmation - Massage"])
        #expect(room.letters.last?.parts.count == 4)
    }

    @Test("Whoever cancels is told so, and so is who leads it")
    func cancelledByCustomer() async throws {
        let room = try await MailRoom()
        let (_, id) = try await room.bookClass()
        let sent = try await room.sent { _ = try await room.reception.cancel(id) }
        #expect(
            sent == ["asha: Booking Cancelled - Yoga", "una: Booking Cancelled - Yoga"])
    }

    @Test("A host who cancels is told nothing")
    func cancelledByHost() async throws {
        let room = try await MailRoom()
        let (_, id) = try await room.bookClass()
        let sent = try await room.sent {
            _ = try await room.reception.cancel(id, as: room.reception.asha, ["reason": "I am ill"])
        }
        #expect(sent == ["una: Booking Cancelled - Yoga"])
        let text = try #require(room.letters.last?.parts.first?.text)
        #expect(text.contains("cancelled by the organizer") && text.contains("Reason: I am ill"))
    }

    @Test("When a class is cancelled, everybody who has booked is told, and nobody else")
    func cancelledClass() async throws {
        let room = try await MailRoom()
        let (yoga, _) = try await room.bookClass()
        _ = try await room.reception.book(["class_id": .string(yoga)], as: room.reception.vic)
        let sent = try await room.sent {
            _ = try await room.house.ask(
                .post, "/classes/\(yoga)/cancel", as: room.reception.asha)
        }
        #expect(
            sent == ["una: Booking Cancelled - Yoga", "vic: Booking Cancelled - Yoga"])
    }

    @Test("Whoever moves an appointment gets it anew, for the same entry of their calendar")
    func rescheduled() async throws {
        let room = try await MailRoom()
        let id = try await room.appointment()
        _ = try await room.reception.change(id, ["status": "confirmed"], as: room.reception.admin)
        let sent = try await room.sent {
            _ = try await room.reception.change(id, ["start_time": "2026-02-02T12:00:00Z"])
        }
        #expect(sent == ["una: Booking Changed - Massage"])
        let files = room.letters.compactMap { letter in
            letter.parts.first { $0.type?.hasPrefix("text/calendar") ?? false }?.text
        }
        #expect(files.count == 2 && files.allSatisfy { $0.contains("UID:\(id)\n") })
        let sequences = files.compactMap { text in
            text.split(separator: "\n").first { $0.hasPrefix("SEQUENCE:") }.flatMap {
                Int($0.dropFirst(9))
            }
        }
        #expect(
            sequences.count == 2 && sequences == sequences.sorted() && Set(sequences).count == 2)
    }

    @Test(
        "When a class moves, everybody who has a live booking is told; when its name changes, nobody"
    )
    func moved() async throws {
        let room = try await MailRoom()
        let (yoga, _) = try await room.bookClass()
        let other = try await room.reception.book(
            ["class_id": .string(yoga)], as: room.reception.vic)
        _ = try await room.reception.cancel(other, as: room.reception.vic)
        let change = { (body: JSON) in
            _ = try await room.house.ask(.patch, "/classes/\(yoga)", body, as: room.reception.asha)
        }
        #expect(try await room.sent { try await change(["name": "Yin"]) } == [])
        let sent = try await room.sent {
            try await change(["schedule": "2026-02-03T10:00:00Z"])
            try await change(["location": "Hall 3"])
        }
        #expect(Set(sent) == ["una: New Time or Place - Yin"] && sent.count == 2)
        let text = try #require(room.letters.last?.parts.first?.text)
        #expect(text.contains("New time: Tuesday, 3 February 2026, 15:30–16:30 (Asia/Kolkata)"))
        #expect(text.contains("Where: Hall 3"))
    }

    @Test("A move that means many is planned in parts, each behind the last")
    func parts() async throws {
        let room = try await MailRoom()
        let talk = try await room.reception.makeEvent(seats: 1_000)
        let planning = MailPlanning(scope: .bookings, part: 10)
        let count = planning.part * 2 + 3
        for _ in 0..<count {
            _ = try await room.reception.book(["event_id": .string(talk)])
        }
        _ = try await room.house.ask(
            .patch, "/events/\(talk)", ["event_date": "2026-02-05T10:00:00Z"],
            as: room.reception.admin)
        var sizes: [Int] = []
        var bookings: Set<String?> = []
        try room.house.database.read(within: .seconds(10)) { reader in
            let entry = try #require(
                try JournalStore.entry(2, of: "event/\(talk)", reader))
            var place: String?
            repeat {
                let plans = try planning.plans(for: entry, after: place, reader)
                sizes.append(plans.items.count)
                bookings.formUnion(plans.items.map(\.bookingID))
                place = plans.next
            } while place != nil
        }
        #expect(sizes == [10, 10, 3])
        #expect(bookings.count == count)
    }

    // MARK: What has happened since

    @Test("What was cancelled before its confirmation was sent is only cancelled")
    func overtaken() async throws {
        let room = try await MailRoom()
        let (_, id) = try await room.bookClass()
        _ = try await room.reception.cancel(id)
        #expect(
            try await room.sent() == [
                "asha: Booking Cancelled - Yoga", "una: Booking Cancelled - Yoga",
            ])
        #expect(try room.deliveries().allSatisfy { $0.state == .delivered })
    }

    @Test("Who has left for good gets nothing, and nothing of theirs is told")
    func erased() async throws {
        let room = try await MailRoom()
        _ = try await room.bookClass()
        let leave = try await room.house.ask(
            .delete, "/me", ["password": .string(Person.password)], as: room.reception.una)
        #expect(leave.status == 204)
        #expect(try await room.sent() == ["asha: Booking Cancelled - Yoga"])
        let text = try #require(room.letters.first?.parts.first?.text)
        #expect(text.contains("A booking is cancelled.") && !text.contains("una"))
    }

    @Test("A reminder of what has begun, or of what is cancelled, isn't sent")
    func reminder() async throws {
        let room = try await MailRoom()
        let (_, id) = try await room.bookClass()
        _ = try await room.sent()
        let remind = {
            try await room.house.database.write { tx in
                _ = try room.house.notices.post(
                    Plan(
                        "booking.reminder", to: "user/\(room.reception.una.id)", bookingID: id,
                        about: room.reception.una.id), by: "mail", in: tx)
            }
        }
        #expect(try await room.sent { try await remind() } == ["una: Reminder - Yoga"])
        room.reception.moveClock(minutesBehindTen: 0)
        #expect(try await room.sent { try await remind() } == [])
        #expect(try room.deliveries().allSatisfy { $0.state == .delivered })
    }

    // MARK: Whom, and in which language

    @Test("To addresses that nobody has verified go no names and no notes")
    func unverified() async throws {
        let room = try await MailRoom(isVerified: false)
        let yoga = try await room.reception.makeClass()
        _ = try await room.reception.book([
            "class_id": .string(yoga), "notes": "http://spam.example", "client_name": "Free money",
        ])
        #expect(try await room.sent().count == 2)
        for part in room.letters.flatMap(\.parts) {
            let text = try #require(part.text)
            #expect(!text.contains("spam") && !text.contains("money"))
        }
    }

    @Test("Letters are in the language that somebody has chosen, or that their browser asked for")
    func languages() async throws {
        let room = try await MailRoom()
        let body: JSON = [
            "email": "deniz@example.com", "password": .string(Person.password), "name": "Deniz",
        ]
        let answer = try await room.house.ask(
            .post, "/users", body, [("Accept-Language", "tr, de-CH;q=0.8, en;q=0.5")])
        #expect(answer.json?["language"] == "de")
        let deniz = try #require(Person(answer))
        let sent = try await room.sent { _ = try await room.bookClass(as: deniz) }
        #expect(
            sent == [
                "asha: New Booking - Yoga", "deniz: Buchungsbestätigung - Yoga",
            ])
        #expect(try await room.sent().contains("deniz: Ist das deine E-Mail-Adresse?"))
        _ = try await room.house.ask(.patch, "/me", ["language": "en"], as: deniz)
        let again = try await room.sent { _ = try await room.bookClass(as: deniz) }
        #expect(again.contains("deniz: Booking Confirmation - Yoga"))
    }
}
