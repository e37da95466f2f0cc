import HTTP
import JSON
import Web

extension Area {
    fileprivate static let roles = Area("Roles", "What people may do, as sets of permissions.")
}

extension Roles {
    private static let path = "/api/v1/roles"
    private static let id = Parameters.one(Parameter("id", .uuid, "The role's id."))

    package var routes: [Route] { [createRoute, listRoute, readRoute, changeRoute, deleteRoute] }

    private var createRoute: Route {
        Route(
            .post, Roles.path, "Makes a role", in: .roles, access: .permission("roles:write"),
            takes: Takes.json(NewRole.schema, upTo: Limits.smallJSONBody), once: idempotency,
            gives: .created(
                Role.answer, at: { "/api/v1/roles/\($0.id)" }, about: "The role"),
            problems: [.roleExists, .tooManyRoles]
        ) { call, once in
            try await create(call.body, by: call.caller, once: once)
        }
    }

    private var listRoute: Route {
        Route(
            .get, Roles.path, "Lists the roles", in: .roles, access: .user,
            takes: Takes.query(RolesQuery.parameters),
            gives: .list(of: Role.answer, about: "The roles by name")
        ) { call in
            try list(call.query, call.request, within: call.timeLeft)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Roles.path + "/{id}", "Shows a role", in: .roles, access: .user,
            takes: Takes.path(Roles.id),
            gives: .ok(Role.answer, about: "The role").tagged(Role.tag), problems: [.notFound]
        ) { call in
            try role(call.path, within: call.timeLeft)
        }
    }

    private var changeRoute: Route {
        Route(
            .patch, Roles.path + "/{id}", "Changes a role", in: .roles,
            access: .permission("roles:write"),
            takes: Takes.path(Roles.id)
                .json(RoleChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Role.answer, about: "The role as it is now").tagged(Role.tag),
            problems: [.notFound, .roleExists, .builtInRole, .preconditionFailed],
            options: RouteOptions(
                description: "It holds within a second for everybody who has the role.")
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var deleteRoute: Route {
        Route(
            .delete, Roles.path + "/{id}", "Deletes a role", in: .roles,
            access: .permission("roles:write"), takes: Takes.path(Roles.id), gives: .noContent,
            problems: [.notFound, .roleInUse, .builtInRole, .preconditionFailed]
        ) { call in
            try await delete(call.path, if: Precondition(call.request), by: call.caller)
        }
    }
}
