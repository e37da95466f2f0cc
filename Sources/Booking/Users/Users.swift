import Crypto
import HTTP
import JSON
import SQLite
import Time
import Web

/// Everything that people do with accounts: getting one, signing in, changing it, leaving.
package struct Users: Sendable {
    /// What an operator decides about accounts.
    package struct Rules: Sendable {
        /// Whether everybody may register as a facilitator.
        package let isFacilitatorOpen: Bool

        package init(isFacilitatorOpen: Bool) {
            self.isFacilitatorOpen = isFacilitatorOpen
        }
    }

    /// What else comes with an account of these roles, for features that stand above this one. It runs
    /// within the transaction that makes the account.
    package typealias Admission =
        @Sendable (
            _ account: String, _ roles: [Role], _ actor: String?, Transaction
        ) throws -> Void

    /// What else becomes of somebody who leaves for good, in features that stand above this one. It runs within
    /// the transaction that erases the account, before that is nobody's.
    package typealias Departure =
        @Sendable (_ account: String, _ actor: String, Transaction) throws -> Void

    /// What features above this one hold about a person, as members of the export.
    package typealias Holdings =
        @Sendable (_ account: String, Reader) throws -> [JSON.Member]

    let database: Database
    let journal: Journal
    let ids: Ids
    let clock: Clock
    let log: Log
    let access: LiveAccess
    let signIns: SignIns
    let tokens: AccessTokens
    let hashing: PasswordHashing
    let delays: SignInDelays?
    let letters: LetterPost
    let google: GoogleSignIn
    let rules: Rules
    let admit: Admission
    let depart: Departure
    let holdings: Holdings
    let idempotency: Idempotency
    private let turns = Turns()

    package init(
        database: Database, journal: Journal, ids: Ids, clock: Clock, log: Log,
        access: LiveAccess, signIns: SignIns, tokens: AccessTokens,
        hashing: PasswordHashing, delays: SignInDelays?, letters: LetterPost, google: GoogleSignIn,
        rules: Rules, admit: @escaping Admission, depart: @escaping Departure,
        holdings: @escaping Holdings, idempotency: Idempotency
    ) {
        self.database = database
        self.journal = journal
        self.ids = ids
        self.clock = clock
        self.log = log
        self.access = access
        self.signIns = signIns
        self.tokens = tokens
        self.hashing = hashing
        self.delays = delays
        self.letters = letters
        self.google = google
        self.rules = rules
        self.admit = admit
        self.depart = depart
        self.holdings = holdings
        self.idempotency = idempotency
    }

    /// Does something while nobody else registers with this address.
    func holding<Result>(
        _ emailKey: String, _ body: () async throws -> Result
    ) async throws -> Result {
        try await turns.taking(emailKey, body)
    }

    func user(_ id: String, within time: Duration) throws -> User {
        guard let user = try database.read(within: time, { try UserStore.user(id, $0) }) else {
            throw Problem.notFound
        }
        return user
    }

    /// Counting takes milliseconds where people are hundreds of thousands, so it isn't done on a loop.
    func list(
        _ search: UserSearch, _ request: Request, within time: Duration
    ) async throws -> Listing<Account> {
        let found = try await database.readAside(within: time) { reader in
            let found = try search.find(reader)
            return (users: try UserStore.users(found.ids, reader), total: found.total)
        }
        return search.page.listing(found.users.map { Account($0) }, of: found.total, for: request)
    }

    /// Tells everybody who checks access tokens how an account stands now, as soon as that is on disk.
    func tellStanding(of id: String, in tx: Transaction) throws {
        let standing = try AccessStore.standing(of: id, tx)
        let now = tx.now
        tx.afterCommit { [access] in access.set(id, standing, at: now) }
    }

    /// The tokens of a sign-in, for a user as the transaction left them.
    func issue(
        _ user: User, signIn: String, refresh: SecretToken, at now: Instant
    ) throws -> IssuedTokens {
        let names = user.roles.map(\.name)
        let token = try tokens.issue(
            subject: user.id, signIn: signIn, roles: names, role: user.role,
            id: ids.next(at: now), now: now)
        return IssuedTokens(
            access: token, refresh: refresh.text,
            expiresIn: tokens.lifetime,
            scope: access.permissions(of: names).map(\.name).sorted().joined(separator: " "))
    }
}
