import JSON
import Studio
import Testing
import Time
import Workbench

@testable import Booking

@Suite("Personal data")
struct PersonalDataTests {
    /// A payload with one member.
    private struct One<Member: Equatable & Sendable>: Equatable {
        let member: Member
    }

    private static func kind<Member: Equatable & Sendable>(
        _ name: String, _ schema: Schema<Member>
    ) -> ReplayableKind {
        let field = Field("\(name)", \One<Member>.member, schema, "")
        return ReplayableKind(
            EntryKind<One<Member>>("test.done", .object(One.init, field)) { _, _, _ in })
    }

    private func findings(
        _ kind: ReplayableKind, exceptions: [String: String] = [:]
    ) -> [String] {
        PersonalData(exceptions: exceptions).findings(in: [kind])
    }

    @Test("Is in no entry of the studio")
    func studio() throws {
        #expect(PersonalData().findings(in: try Chapters([Studio.chapter]).kinds) == [])
    }

    @Test("Is in no entry of the product")
    func product() throws {
        let kinds = try Chapters(Features.chapters).kinds
        #expect(PersonalData(exceptions: Self.lookalikes).findings(in: kinds) == [])
    }

    /// What looks like personal data in entries and isn't.
    private static let lookalikes = [
        "role.created/name": role, "role.created/description": role,
        "role.changed/name": role, "role.changed/description": role,
        "booking.placed/user": id, "booking.placed/item": id,
        "booking.placed/currency": "a code of three letters",
        "review.posted/booking": id, "review.posted/user": id,
        "review.posted/subject/item": id, "review.posted/subject/host": id,
    ].merging(ofServices) { first, _ in first }.merging(ofOccasions) { first, _ in first }
    private static let id = "an id, and nothing else of whom or what it is of"
    private static let ofOccasions = Dictionary(
        uniqueKeysWithValues: OccasionKind.allCases.flatMap { kind in
            ["created", "changed", "cancelled"].flatMap { event in
                [
                    "host", "title", "description", "location", "category", "timezone",
                    "local_time", "tzdata", "currency",
                ].map { ("\(kind.rawValue).\(event)/\($0)", occasion) }
            }
        })
    private static let occasion = "what takes place when and where, for all to see; the host's id"
    private static let ofServices = Dictionary(
        uniqueKeysWithValues: ["created", "changed", "deleted"].flatMap { event in
            ["title", "description", "currency", "timing/hours/timezone"].map {
                ("service.\(event)/\($0)", service)
            }
        })
    private static let role = "what a role is called, for all to see"
    private static let service = "what a service is, for all to see"

    private enum Word: String, CaseIterable {
        case yes
        case no
    }

    @Test(
        "Can't be in ids, numbers, words of a list, moments and days",
        arguments: [
            kind("person", .uuid), kind("seats", .integer(1...9)), kind("paid", .boolean),
            kind("price", .money(upTo: 9)), kind("state", .oneOf(Word.allCases)),
            kind("starts_at", .instant), kind("day", .date),
            kind("claim", Schema<String>.uuid.nullable),
            kind("claims", .array(of: .uuid, count: 0...9)),
        ])
    func harmless(kind: ReplayableKind) {
        #expect(findings(kind) == [])
    }

    @Test(
        "Could be in a text that anybody may write",
        arguments: [
            (kind("title", .text(1...9)), "test.done/title may hold any text"),
            (
                kind("title", Schema<String>.text(1...9).nullable),
                "test.done/title may hold any text"
            ),
            (
                kind("titles", .array(of: .text(1...9), count: 0...9)),
                "test.done/titles may hold any text"
            ),
            (kind("extra", .json), "test.done/extra may hold anything"),
            (kind("who", .email), "test.done/who may hold text of the format email"),
        ])
    func text(kind: ReplayableKind, finding: String) {
        #expect(findings(kind) == [finding])
    }

    @Test(
        "Shows in the name of a member, whatever its type",
        arguments: [
            "email", "client_email", "clientName", "name", "full_name", "phone", "ip", "client_ip",
            "notes", "password_hash", "refreshToken", "birthday", "comment", "reason",
        ])
    func names(name: String) {
        let found = findings(PersonalDataTests.kind(name, .integer(0...1)))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("test.done/\(name) is called “") == true)
    }

    @Test(
        "Is not seen in words that only contain such a word",
        arguments: ["trip", "recipient_count", "capacity", "renamed", "notified", "tokens_left"])
    func otherNames(name: String) {
        #expect(findings(PersonalDataTests.kind(name, .integer(0...1))) == [])
    }

    @Test("Is found in objects within objects, also where they have names of their own")
    func deep() {
        let inner = Schema<One<String>>.object(
            named: "Inner", One.init, Field("email", \.member, .email, ""))
        let found = findings(
            PersonalDataTests.kind("guests", .array(of: inner.nullable, count: 0...3)))
        #expect(
            found == [
                "test.done/guests/email is called “email”",
                "test.done/guests/email may hold text of the format email",
            ])
    }

    @Test("May look like it where a reason is given, as long as it does")
    func exceptions() {
        let title = PersonalDataTests.kind("name", .text(1...9))
        let reasons = ["test.done/name": "what a class is called, for all to see"]
        #expect(findings(title, exceptions: reasons) == [])
        let seats = PersonalDataTests.kind("seats", .integer(1...9))
        #expect(findings(seats, exceptions: reasons) == ["test.done/name needs no exception"])
    }
}
