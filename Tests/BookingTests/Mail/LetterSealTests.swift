import Testing
import Time

@testable import Booking

@Suite("The seal of letters")
struct LetterSealTests {
    private let letter = AccountLetter(
        kind: .recovery, address: "ann@example.com", name: "Ann 😀", language: .de,
        token: "a token", end: Instant(milliseconds: 7))

    private func seal(_ key: String, previous: String? = nil) throws -> LetterSeal {
        try LetterSeal(key: Array(key.utf8), previous: previous.map { Array($0.utf8) })
    }

    @Test("Gives back what was closed")
    func roundTrip() throws {
        let seal = try seal("secret")
        #expect(try seal.open(seal.close(letter)) == letter)
    }

    @Test("Opens with the secret before, for as long as that is named")
    func rotation() throws {
        let sealed = try seal("old").close(letter)
        #expect(try seal("new", previous: "old").open(sealed) == letter)
        #expect(try seal("new").open(sealed) == nil)
    }

    @Test("Opens nothing that was changed or cut at any place")
    func whole() throws {
        let seal = try seal("secret")
        let sealed = try seal.close(letter)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(try seal.open(changed) == nil)
            #expect(try seal.open(Array(sealed.prefix(index))) == nil)
        }
    }

    @Test("Shows nothing of a letter, and the same letter never twice alike")
    func hidden() throws {
        let seal = try seal("secret")
        let (one, other) = (try seal.close(letter), try seal.close(letter))
        #expect(one != other)
        let text = String(decoding: one, as: UTF8.self)
        #expect(!text.contains("ann") && !text.contains("token"))
    }
}
