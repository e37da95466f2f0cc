import HTTP
import JSON
import SQLite
import Web

/// Which users are looked for.
struct UserSearch: Sendable {
    let words: [String]
    /// The name of a role.
    let role: String?
    let status: User.Status?
    let page: Page

    /// More words find nobody more.
    private static let mostWords = 5

    init(
        text: String?, role: String?, status: User.Status?, page: Int, limit: Int,
        isEnveloped: Bool
    ) {
        words = Array(Profile.words(text ?? "").prefix(UserSearch.mostWords))
        self.role = role
        self.status = status
        self.page = Page(number: page, limit: limit, isEnveloped: isEnveloped)
    }

    static let parameters = Parameters.of(
        UserSearch.init,
        Parameter(
            "q", optional: .text(0...200),
            "Beginnings of words in names, usernames and e-mail addresses."),
        Parameter("role", optional: .roleName, "Only who has the role of this name."),
        Parameter("status", optional: .oneOf(User.Status.given), "Only with this status."),
        Page.numberParameter, Page.limitParameter(), Page.envelopeParameter)

    /// One page of ids, who registered first in front, and how many there are in all.
    func find(_ reader: Reader) throws -> (ids: [String], total: Int) {
        let conditions = SQL.joined([base.condition] + wordConditions, by: " and ")
        let ids = try reader.all(
            """
            select \(base.id)
            from \(base.table)
            where \(conditions)
            order by \(base.id)
            limit \(page.limit) offset \(page.offset)
            """
        ) { try $0.text(0) }
        let total = try reader.count(
            "select count(*) from \(base.table) where \(conditions)")
        return (ids, total)
    }

    /// Where ids come from, in their order: whoever has the role, or everybody.
    private var base: (table: SQL, id: SQL, condition: SQL) {
        guard let role else {
            return ("account", "id", status.map { "status = \($0)" } ?? "status <> 'erased'")
        }
        let hasRole: SQL =
            "role_id = (select id from role where name = \(BuiltInRole.name(role)))"
        // Who is erased has no role.
        guard let status else { return ("account_role", "account_id", hasRole) }
        return (
            "account_role", "account_id",
            """
            \(hasRole) and exists (
                select 1
                from account
                where account.id = account_role.account_id and status = \(status)
            )
            """
        )
    }

    private var wordConditions: [SQL] {
        words.map { word in
            // Nothing that is written stands behind the last scalar of all.
            """
            \(base.id) in (
                select account_id
                from profile_word
                where word >= \(word) and word < \(word + "\u{10FFFF}")
            )
            """
        }
    }
}

extension BuiltInRole {
    /// The name of a role in this system: what others call `user` is a client.
    static func name(_ given: String) -> String {
        given == "user" ? BuiltInRole.client.rawValue : given
    }
}
