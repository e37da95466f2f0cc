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
        let conditions = SQL.joined(conditions, by: " and ")
        let ids = try reader.all(
            """
            select id
            from account
            where \(conditions)
            order by id
            limit \(page.limit) offset \(page.offset)
            """
        ) { try $0.text(0) }
        return (ids, try reader.count("select count(*) from account where \(conditions)"))
    }

    private var conditions: [SQL] {
        var conditions: [SQL] = []
        if let status {
            conditions.append("status = \(status)")
        } else {
            conditions.append("status <> 'erased'")
        }
        if let role {
            conditions.append(
                """
                id in (
                    select account_id
                    from account_role
                    where role_id = (select id from role where name = \(BuiltInRole.name(role)))
                )
                """)
        }
        for word in words {
            // Nothing that is written stands behind the last scalar of all.
            conditions.append(
                """
                id in (
                    select account_id
                    from profile_word
                    where word >= \(word) and word < \(word + "\u{10FFFF}")
                )
                """)
        }
        return conditions
    }
}

extension BuiltInRole {
    /// The name of a role in this system: what others call `user` is a client.
    static func name(_ given: String) -> String {
        given == "user" ? BuiltInRole.client.rawValue : given
    }
}
