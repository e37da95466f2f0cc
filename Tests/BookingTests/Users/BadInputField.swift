import HTTP
import JSON

/// A text that a route takes and gives back.
struct BadInputField: Sendable, CustomStringConvertible {
    let method: HTTP.Method
    /// `{id}` is a person's, `{role}` a role's.
    let path: String
    let member: String
    /// How many characters it has at least and at most.
    let length: ClosedRange<Int>
    /// Names that people are found by hold no control characters.
    var isStrict = false
    /// Whether null is as good as nothing.
    var isNullable = false
    /// What has to stand beside it.
    var others: [(String, JSON)] = []

    var description: String { "\(method.rawValue) \(path) \(member)" }

    static let all = registered + changed("/me") + changed("/users/{id}") + ofRoles

    /// Everything but addresses and passwords, which have tests of their own.
    private static let registered: [BadInputField] = profile.map { field in
        BadInputField(
            method: .post, path: "/users", member: field.member, length: field.length,
            isStrict: field.member == "username", isNullable: true,
            others: [(field.member == "username" ? "name" : "username", "u{n}")])
    }

    private static func changed(_ path: String) -> [BadInputField] {
        profile.map { field in
            BadInputField(
                method: .patch, path: path, member: field.member, length: field.length,
                isStrict: field.member == "username",
                isNullable: field.member == "bio" || field.member == "specialization")
        }
    }

    private static let profile: [(member: String, length: ClosedRange<Int>)] = [
        ("username", 1...64), ("name", 1...255), ("full_name", 1...255), ("bio", 0...2_000),
        ("specialization", 0...255),
    ]

    private static let ofRoles: [BadInputField] = [
        BadInputField(
            method: .post, path: "/roles", member: "name", length: 1...64, isStrict: true),
        BadInputField(
            method: .post, path: "/roles", member: "description", length: 0...500,
            isNullable: true, others: [("name", "role {n}")]),
        BadInputField(
            method: .patch, path: "/roles/{role}", member: "name", length: 1...64,
            isStrict: true),
        BadInputField(
            method: .patch, path: "/roles/{role}", member: "description", length: 0...500),
    ]
}
