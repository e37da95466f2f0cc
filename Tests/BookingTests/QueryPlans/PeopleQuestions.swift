import Crypto
import HTTP
import SQLite
import Time
import Web

@testable import Booking

/// Every question of the stores about people, once.
enum PeopleQuestions {
    private static let role = "00000000-0000-7000-8000-000000000001"
    private static let account = "00000000-0000-7000-8000-00000000000a"
    private static let signIn = "00000000-0000-7000-8000-00000000000b"

    static func ask(_ tx: Transaction) throws {
        try askRoles(tx)
        try askAccounts(tx)
        try askSearch(tx)
        try askDoors(tx)
        try askSignIns(tx)
        try askFacilitators(tx)
        try forget(tx)
    }

    private static func askRoles(_ tx: Transaction) throws {
        let tables = ReadTables(tx)
        let facts = BuiltInRole.admin.facts
        try RoleStore.insert(facts, head(role), tables)
        try RoleStore.update(facts, head(role), tables)
        _ = try RoleStore.all(tx)
        _ = try RoleStore.role(role, tx)
        _ = try RoleStore.role(named: "admin", tx)
        _ = try RoleStore.count(tx)
        _ = try RoleStore.roles(of: [account], tx)
        _ = try RoleStore.isHeld(role, tx)
    }

    private static func askAccounts(_ tx: Transaction) throws {
        let tables = ReadTables(tx)
        let registered = Registered(roles: [role], status: .active, since: nil)
        try UserStore.insert(registered, head(account), tables)
        let changed = Changed(parts: [.name], roles: [role], status: .active)
        try UserStore.update(changed, head(account), tables)
        let profile = Profile(email: "a@x.org", username: "a", name: "A")
        try UserStore.insert(profile, of: account, in: tx)
        try UserStore.update(profile, of: account, in: tx)
        _ = try UserStore.user(account, tx)
        _ = try UserStore.id(of: "a", tx)
        _ = try UserStore.id(of: "a@x.org", tx)
        _ = try UserStore.hasActiveAdmin(besides: account, tx)
        _ = try UserStore.hasSomebody(besides: .admin, tx)
    }

    private static func askSearch(_ tx: Transaction) throws {
        let searches: [(text: String?, role: String?, status: User.Status?)] = [
            (nil, nil, nil), ("ada love", nil, nil), (nil, "client", nil),
            (nil, nil, .suspended), ("ada", "client", .active),
        ]
        for search in searches {
            let search = UserSearch(
                text: search.text, role: search.role, status: search.status, page: 1, limit: 20,
                isEnveloped: false)
            _ = try search.find(tx)
        }
    }

    private static func askDoors(_ tx: Transaction) throws {
        try CredentialStore.insert(nil, of: account, in: tx)
        let hash = try PasswordHash.ofNobody(.standard)
        try CredentialStore.set(hash, of: account, in: tx)
        try CredentialStore.replace(hash, by: hash, of: account, in: tx)
        try CredentialStore.set(google: "117", confirmed: tx.now, of: account, in: tx)
        _ = try CredentialStore.isGoogleConfirmed(account, tx)
        _ = try UserStore.hasAccount(account, tx)
        _ = try CredentialStore.door(of: "a", tx)
        _ = try CredentialStore.account(ofGoogle: "117", tx)
        _ = try CredentialStore.googleSubject(of: account, tx)
        for purpose in [LetterTokens.Purpose.resetPassword, .verifyEmail] {
            let holder = LetterTokens.Holder(account: account, emailKey: "a@x.org")
            guard let token = try LetterTokens.make(purpose, for: holder, in: tx) else { continue }
            _ = try LetterTokens.holder(of: token, purpose, at: tx.now, tx)
            try LetterTokens.spend(purpose, of: account, in: tx)
            try LetterTokens.expireAll(of: account, in: tx)
        }
    }

    private static func askSignIns(_ tx: Transaction) throws {
        let moment = tx.now
        let hash = [UInt8](repeating: 0, count: 32)
        try tx.run(
            """
            insert into sign_in (id, account_id, created_at, last_used_at, expires_at)
            values (\(signIn), \(account), \(moment), \(moment), \(moment))
            """)
        try SignInStore.insert(refresh: hash, of: signIn, until: moment, in: tx)
        _ = try SignInStore.refresh(hash, tx)
        try SignInStore.setUsed(refresh: hash, sealedSuccessor: hash, in: tx)
        try SignInStore.setUsed(signIn, until: moment, in: tx)
        _ = try SignInStore.live(of: account, at: moment, tx)
        _ = try SignInStore.all(of: account, tx)
        _ = try SignInStore.hasSignedIn(account, from: "127.0.0.1", tx)
        try SignInStore.end([signIn], .revoked, in: tx)
        try SignInStore.sweep(signInsBefore: moment, in: tx)
        _ = try AccessStore.standing(of: account, at: signIn, tx)
        _ = try AccessStore.standing(of: account, tx)
        _ = try AccessStore.exceptions(since: moment, atMost: 10, tx)
    }

    private static func askFacilitators(_ tx: Transaction) throws {
        try FacilitatorStore.put(head(account), ReadTables(tx))
        _ = try FacilitatorStore.facilitator(account, tx)
        _ = try FacilitatorStore.all(Page(number: 1, limit: 20, isEnveloped: false), tx)
        _ = try FacilitatorStore.count(tx)
    }

    private static func forget(_ tx: Transaction) throws {
        try SignInStore.deleteAll(of: account, in: tx)
        try LetterTokens.deleteAll(of: account, in: tx)
        try UserStore.deleteProfile(of: account, in: tx)
        try UserStore.erase(head(account), ReadTables(tx))
        try RoleStore.delete(head(role), ReadTables(tx))
    }

    private static func head(_ id: String) -> EntryHead {
        EntryHead(seq: 1, id: id, version: 1, actor: nil, at: Instant(milliseconds: 0))
    }
}
