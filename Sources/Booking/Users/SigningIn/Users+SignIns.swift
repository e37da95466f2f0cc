import HTTP
import SQLite
import Web

extension Users {
    /// On which devices somebody is signed in: fifty at most, so it is one page.
    func signIns(of caller: Caller, within time: Duration) throws -> [OwnSignIn] {
        let now = clock.now
        return try database.read(within: time) { reader in
            try SignInStore.live(of: caller.id, at: now, reader).map { signIn in
                OwnSignIn(signIn: signIn, isCurrent: signIn.id == caller.signIn)
            }
        }
    }

    /// Signs one's own device out.
    func end(_ signIn: String, of caller: Caller) async throws {
        try await database.write { tx in
            let live = try SignInStore.live(of: caller.id, at: tx.now, tx)
            guard live.contains(where: { $0.id == signIn }) else { throw Problem.notFound }
            try signIns.end([signIn], .revoked, in: tx)
        }
    }
}
