import HTTP

/// Who may call a route, and what its handler gets to know of them.
///
/// Access is a type: a handler of `.everyone` is handed nothing that it could mistake for a caller, and
/// one of `.user` can't be called without one.
package struct Access<Subject: Sendable>: Sendable {
    package let rule: AccessRule
    /// How whoever may not call is refused, for the documents.
    let refusals: [Problem]
    package let admit: @Sendable (Request, Context) throws(Problem) -> Subject

    init(
        _ rule: AccessRule, refusals: [Problem] = [],
        admit: @escaping @Sendable (Request, Context) throws(Problem) -> Subject
    ) {
        self.rule = rule
        self.refusals = refusals
        self.admit = admit
    }
}

extension Access where Subject == Void {
    /// Anybody; credentials are not even looked at.
    package static var everyone: Access {
        Access(.everyone) { _, _ in () }
    }
}

extension Access where Subject == Void {
    /// Whoever knows a secret of the configuration; anybody where none is set.
    package static func token(_ secret: String?) -> Access {
        guard let secret, !secret.isEmpty else { return .everyone }
        let expected = Array(secret.utf8)
        return Access(.token, refusals: [.authenticationRequired]) {
            (request, _) throws(Problem) in
            let given = request.fields.bytes(of: .authorization)?.bearerToken ?? []
            guard given.equalsInConstantTime(expected) else { throw .authenticationRequired }
        }
    }
}

extension ArraySlice<UInt8> {
    /// What stands behind `Bearer`, a word without case (RFC 9110 section 11.1).
    package var bearerToken: ArraySlice<UInt8>? {
        let scheme = prefix(7)
        guard Ascii.equalIgnoringCase(scheme.span, "Bearer ") else { return nil }
        return dropFirst(7).drop { $0 == Ascii.space }
    }

    /// Takes as long for a near miss as for a far one, so that time tells nothing of the secret.
    fileprivate func equalsInConstantTime(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        var difference: UInt8 = 0
        for (mine, its) in zip(self, other) { difference |= mine ^ its }
        return difference == 0
    }
}

extension Access where Subject == Caller? {
    /// Anybody; who is signed in may see more. Bad credentials are refused, not ignored.
    package static var everyoneOrUser: Access {
        Access(.everyoneOrUser, refusals: [.invalidToken]) {
            (_, context) throws(Problem) in
            if case .refused(let problem) = context.identity { throw problem }
            return context.caller
        }
    }
}

extension Access where Subject == Caller? {
    /// Anybody; credentials that prove nothing count as none. For signing out, which nobody may be
    /// kept from.
    package static var whoever: Access {
        Access(.whoever) { (_, context) in context.caller }
    }
}

extension Access where Subject == Caller {
    /// Whoever is signed in.
    package static var user: Access {
        Access(.user, refusals: Problem.unproved) { (_, context) throws(Problem) in
            try context.requireCaller()
        }
    }

    /// Whoever is signed in and has been granted this; `refusal` words the 403.
    package static func permission(
        _ permission: Permission, orElse refusal: Problem = .permissionMissing
    ) -> Access {
        Access(.permission(permission), refusals: Problem.unproved + [refusal]) {
            (_, context) throws(Problem) in
            let caller = try context.requireCaller()
            guard caller.permissions.contains(permission) else { throw refusal }
            return caller
        }
    }
}

extension Access where Subject == Caller {
    /// Whoever the path's parameter names, and who has been granted this.
    package static func caller(
        named parameter: String, or permission: Permission
    ) -> Access {
        Access(
            .selfOrPermission(permission), refusals: Problem.unproved + [.permissionMissing]
        ) { (_, context) throws(Problem) in
            let caller = try context.requireCaller()
            guard
                caller.permissions.contains(permission)
                    || context.parameter(parameter)?.lowercased() == caller.id
            else { throw .permissionMissing }
            return caller
        }
    }
}

extension Problem {
    package static var permissionMissing: Problem {
        Problem(.forbidden, "permission_missing", "Your roles do not allow this.")
    }

    /// How whoever proves nothing is refused where a caller is needed.
    static var unproved: [Problem] { [.authenticationRequired, .invalidToken] }
}
