import SQLite
import Web

extension Users {
    /// Whether anybody runs the place.
    package func hasAdmin() throws -> Bool {
        try database.read(within: .seconds(5)) { reader in
            try UserStore.hasActiveAdmin(besides: "", reader)
        }
    }

    /// Makes an account that is an admin, for the operator, who vouches for the address.
    package func makeAdmin(
        email: String, username: String?, password: String
    ) async throws -> User {
        let name = username ?? Profile.username(outOf: email)
        try Problem.refuseWeak(password, email: email, username: username)
        let hash = try await hashing.hash(password)
        return try await database.write { tx in
            guard let admin = try RoleStore.role(BuiltInRole.admin.id, tx) else {
                throw Problem.unknownRole
            }
            let profile = Profile(
                email: email, username: name, name: name, emailVerifiedAt: tx.now)
            let newcomer = Newcomer(
                profile: profile, needsUsername: username == nil, roles: [admin], hash: hash)
            return try add(newcomer, by: nil, in: tx)
        }
    }
}
