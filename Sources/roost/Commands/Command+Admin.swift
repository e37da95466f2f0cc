import Booking
import Web

extension Command {
    /// `roost admin create`
    static let createAdmin = Command(
        name: "admin create",
        summary: "Makes an account that may do everything; while no server runs.",
        flags: [
            Flag("email", value: .required("ADDRESS"), "The address of the account."),
            Flag(
                "username", value: .required("NAME"),
                "What to sign in with; made from the address otherwise."),
            Flag(
                "password-stdin",
                "Reads the password from the first line of the input; otherwise it is asked for, or "
                    + "made and shown once."),
        ],
        body: .configured(.notNeeded) { configuration, arguments, surroundings in
            guard let given = arguments.value(of: "email") else {
                throw CommandFailure(line: "admin create needs --email ADDRESS", exitCode: .usage)
            }
            guard let email = SettingKind<String>.emailAddress.read(given) else {
                throw CommandFailure(
                    line: "\(given.debugDescription) is not an e-mail address", exitCode: .usage)
            }
            let password = try password(arguments, surroundings.input)
            try await create(
                email, arguments.value(of: "username"), password, configuration)
            surroundings.say("made \(email) an admin\n")
            if password.isMade { surroundings.say("its password, shown once: \(password.text)\n") }
        })

    private static func create(
        _ email: String, _ username: String?, _ password: ChosenPassword,
        _ configuration: Configuration
    ) async throws {
        let held = try HeldDatabase(configuration.databaseFile, for: "admin create")
        try held.migrate()
        let assembly = try Assembly.silent(configuration)
        do {
            try assembly.database.open()
            defer { assembly.database.close() }
            try await assembly.people.begin()
            defer { assembly.people.stop() }
            _ = try await assembly.people.users.makeAdmin(
                email: email, username: username, password: password.text)
        } catch let problem as Problem {
            throw CommandFailure(line: "no admin was made: \(problem.detail)")
        } catch {
            throw CommandFailure(ofStorage: error, held.path)
        }
    }

    private static func password(
        _ arguments: Arguments, _ input: Input
    ) throws(CommandFailure) -> ChosenPassword {
        if arguments.has("password-stdin") {
            guard let line = input.line(), !line.isEmpty else {
                throw CommandFailure(line: "there is no password in the input")
            }
            return ChosenPassword(text: line, isMade: false)
        }
        guard input.isTerminal else { return .made() }
        let first = input.secret("Password (empty to have one made): ") ?? ""
        if first.isEmpty { return .made() }
        guard input.secret("Once more: ") == first else {
            throw CommandFailure(line: "these were two passwords; no admin was made")
        }
        return ChosenPassword(text: first, isMade: false)
    }
}
