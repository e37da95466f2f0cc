import JSON

/// What a new password is too like: something of its owner that others know. Upper and lower case make no
/// difference.
package enum PasswordLikeness: Sendable, Equatable, CaseIterable {
    case email
    case emailName
    case username

    /// Nil where the password is like nothing of it.
    package init?(of password: String, email: String? = nil, username: String? = nil) {
        let password = password.lowercased()
        let address = email?.lowercased()
        if password == address {
            self = .email
        } else if let address, password == PasswordLikeness.name(in: address) {
            self = .emailName
        } else if password == username?.lowercased() {
            self = .username
        } else {
            return nil
        }
    }

    /// For programs, as in `Fault.code`.
    package var code: String {
        switch self {
        case .email, .emailName: "same_as_email"
        case .username: "same_as_username"
        }
    }

    /// For people: the rest of a sentence that starts with the field.
    package var detail: String {
        switch self {
        case .email: "must not be the e-mail address"
        case .emailName: "must not be the part of the e-mail address before the @"
        case .username: "must not be the username"
        }
    }

    /// The fault of a body with the password in this member.
    package func fault(at member: String) -> Fault {
        Fault(pointer: "/\(member)", field: member, code: code, detail: detail)
    }

    /// What stands before the `@`; nil where nothing does.
    private static func name(in address: String) -> String? {
        address.lastIndex(of: "@").map { String(address[..<$0]) }
    }
}
