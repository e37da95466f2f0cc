import JSON
import Testing
import Web
import Workbench

@testable import Booking

extension House {
    /// Registers somebody: `ann` is ann@example.com.
    @discardableResult
    func person(_ name: String, role: String? = nil) async throws -> Person {
        var members: [JSON.Member] = [
            .init("email", .string("\(name)@example.com")),
            .init("password", .string(Person.password)), .init("username", .string(name)),
        ]
        if let role { members.append(.init("role", .string(role))) }
        let answer = try await ask(.post, "/users", .object(members))
        return try #require(Person(answer), "\(answer.status) \(answer.text)")
    }

    /// Makes an admin, and signs them in.
    func admin(_ name: String = "boss") async throws -> Person {
        _ = try await users.makeAdmin(
            email: "\(name)@example.com", username: name, password: Person.password)
        return try await signIn(name)
    }

    func signIn(_ name: String, _ password: String = Person.password) async throws -> Person {
        let answer = try await trySignIn(name, password)
        return try #require(Person(answer), "\(answer.status) \(answer.text)")
    }

    func trySignIn(
        _ name: String, _ password: String = Person.password, from address: String? = nil
    ) async throws -> RawAnswer {
        try await ask(
            .post, "/auth/login",
            ["email": .string("\(name)@example.com"), "password": .string(password)],
            address.map { [("X-Forwarded-For", $0)] } ?? [])
    }

    /// The status and the code of an answer: `401 invalid_token`.
    func outcome(_ answer: RawAnswer) -> String {
        answer.code.map { "\(answer.status) \($0)" } ?? "\(answer.status)"
    }

    /// The code in the newest letter to somebody.
    func code(inLetterTo name: String) throws -> String {
        let texts = try letters(to: name).filter { $0.contains("Your code: ") }
        let text = try #require(texts.last, "no letter to \(name)")
        let line = try #require(text.split(separator: "\r\n").first { $0.hasPrefix("Your code: ") })
        return String(line.dropFirst("Your code: ".count))
    }

    /// The letters that somebody got, the newest last.
    func letters(to name: String) throws -> [String] {
        try letters().filter { $0.contains("<\(name)@example.com>") }
    }

    /// All letters about accounts, as they would be sent now.
    func letters() throws -> [String] {
        let sealed = try database.read(within: .seconds(5)) { reader in
            try reader.all(
                "select letter from delivery where letter is not null order by number"
            ) { try $0.bytes(0) }
        }
        return try sealed.compactMap { try seal.open($0)?.letter(from: mailHouse) }.map { letter in
            let message = LetterMessage(
                letter, from: mailHouse.sender, id: "1", date: clock.clock.now)
            return String(decoding: message.bytes, as: UTF8.self)
        }
    }

    /// How many letters somebody got.
    func countOfLetters(to name: String) throws -> Int {
        try letters(to: name).count
    }
}
