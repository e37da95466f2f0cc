import SQLite
import Time
import Web

extension Users {
    /// How long ago somebody who doesn't send a password must have signed in to leave for good.
    private static let recently = Duration.seconds(600)

    /// Erases one's own account, for who knows its password or has just signed in by Google.
    func leave(_ farewell: Farewell, _ caller: Caller, within time: Duration) async throws {
        let known = try database.read(within: time) {
            try CredentialStore.door(ofAccount: caller.id, $0)?.password
        }
        if known != nil {
            guard let password = farewell.password else { throw Problem.wrongPassword }
            _ = try await verified(password, of: caller.id, within: time)
        }
        try await database.write { tx in
            if known == nil { try checkSignedInRecently(caller, in: tx) }
            try erase(try found(caller.id, in: tx), by: caller.id, in: tx)
        }
    }

    private func checkSignedInRecently(_ caller: Caller, in tx: Transaction) throws {
        let live = try SignInStore.live(of: caller.id, at: tx.now, tx)
        guard let signIn = live.first(where: { $0.id == caller.signIn }),
            signIn.createdAt + Users.recently > tx.now
        else { throw Problem.recentSignInRequired }
    }

    /// Erases an account, one's own or, for `users:write`, anybody's.
    func erase(_ id: String, if precondition: Precondition, by caller: Caller) async throws {
        try await database.write { tx in
            let user = try found(id, precondition, in: tx)
            if user.id == caller.id {
                try checkSignedInRecently(caller, in: tx)
            } else if !user.roles.allSatisfy({ may(caller, give: $0) }) {
                throw Problem.roleNotAllowed
            }
            try erase(user, by: caller.id, in: tx)
        }
    }

    /// Forgets who a person is. What they did stays, by somebody who is nobody.
    private func erase(_ user: User, by actor: String, in tx: Transaction) throws {
        if user.isActiveAdmin { try checkOtherAdmin(than: user, in: tx) }
        try depart(user.id, actor, tx)
        try SignInStore.deleteAll(of: user.id, in: tx)
        try LetterTokens.deleteAll(of: user.id, in: tx)
        try KeptAnswerStore.deleteAll(of: user.id, in: tx)
        try UserStore.deleteProfile(of: user.id, in: tx)
        try journal.record(UserEntries.erased, Nothing(), of: user.id, by: actor, in: tx)
        try tellStanding(of: user.id, in: tx)
    }

    /// Everything that is held about a person. That may be years of bookings, so it is read aside.
    func export(_ id: String, within time: Duration) async throws -> PersonalExport {
        try await database.readAside(within: time) { reader in
            guard let user = try UserStore.user(id, reader) else { throw Problem.notFound }
            return PersonalExport(
                at: clock.now, user: user,
                hasPassword: try CredentialStore.door(ofAccount: id, reader)?.password != nil,
                googleSubject: try CredentialStore.googleSubject(of: id, reader),
                signIns: try SignInStore.all(of: id, reader),
                entries: try JournalStore.entries(
                    after: 0, of: "user/\(id)", limit: PersonalExport.mostEntries, reader),
                others: try holdings(id, reader))
        }
    }
}

extension Problem {
    static var recentSignInRequired: Problem {
        Problem(
            .forbidden, "recent_sign_in_required",
            "Sign in again first: this can't be taken back.")
    }
}
