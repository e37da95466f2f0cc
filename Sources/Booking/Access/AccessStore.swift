import SQLite
import Time

/// How people stand, as the tables tell it.
enum AccessStore {
    /// How an account stands, if the sign-in is one of its own and still lasts.
    static func standing(
        of account: String, at signIn: String, _ reader: Reader
    ) throws -> LiveAccess.Standing {
        let lasts = try reader.first(
            """
            select 1
            from sign_in
            where id = \(signIn) and account_id = \(account) and ended_at is null
            """
        ) { _ in true }
        guard lasts == true else { return .blocked }
        return try standing(of: account, reader)
    }

    static func standing(of account: String, _ reader: Reader) throws -> LiveAccess.Standing {
        let isActive = try reader.first(
            "select status = 'active' from account where id = \(account)"
        ) { try $0.boolean(0) }
        guard isActive == true else { return .blocked }
        let roles = try reader.all(
            """
            select name
            from account_role
            join role on role.id = account_role.role_id
            where account_id = \(account)
            """
        ) { try $0.text(0) }
        return .active(roles: roles.sorted())
    }

    /// What has changed since a moment; nil when that is too much to be kept. Who has only registered since
    /// is what their tokens say.
    static func exceptions(
        since moment: Instant, atMost limit: Int, _ reader: Reader
    ) throws -> AccessExceptions? {
        let accounts = try reader.all(
            """
            select id
            from account
            where access_changed_at >= \(moment) and version > 1
            limit \(limit)
            """
        ) { try $0.text(0) }
        let signIns = try reader.all(
            """
            select id
            from sign_in
            where ended_at >= \(moment)
            limit \(limit)
            """
        ) { try $0.text(0) }
        guard accounts.count + signIns.count < limit else { return nil }
        let standings = try accounts.map { (id: $0, standing: try standing(of: $0, reader)) }
        return AccessExceptions(since: moment, accounts: standings, signIns: signIns)
    }
}
