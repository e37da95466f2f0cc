import HTTP
import JSON
import Web

extension Route {
    /// Declares an operation that creates something: sent again with its `Idempotency-Key`, a request gets its
    /// first answer again. The handler hands `once` to the use case, which keeps its output by it.
    ///
    /// A key that is none is a 400 before the body is looked at, as the body's own faults of form are. What
    /// the key stands for is looked up behind all checks of what was sent: 409 is the last in the
    /// contract's order, and who sends another body under a key is told first what is wrong with it.
    ///
    /// `subject` names the account that the answer tells of where that isn't the caller's: the answer goes
    /// when that person does.
    package convenience init<Subject, Path, Query, Body, Output>(
        _ method: HTTP.Method, _ template: String, _ summary: String, in area: Area,
        access: Access<Subject>,
        takes inputs: Inputs<Path, Query, Body>,
        once idempotency: Idempotency,
        gives giving: Giving<Output>,
        about subject: @escaping @Sendable (Output) -> String? = { _ in nil },
        problems: [Problem] = [],
        options: RouteOptions = RouteOptions(),
        handler:
            @escaping @Sendable (
                Call<Subject, Path, Query, Body>, _ once: Once<Output>
            ) async throws -> Output
    ) {
        self.init(
            method, template, summary, in: area, access: access, takes: inputs.keyed,
            gives: giving.orReplayed,
            problems: problems + [
                .badIdempotencyKey, .idempotencyKeyReused, .idempotencyInProgress,
            ],
            options: options
        ) { keyed in
            let call = Call(
                caller: keyed.caller, path: keyed.path, query: keyed.query,
                body: keyed.body.value, request: keyed.request, context: keyed.context)
            guard let name = keyed.body.name else {
                return giving.respond(try await handler(call, .always))
            }
            return try await idempotency.answer(
                to: RepeatableRequest(name, call.request, call.context), by: giving,
                about: subject, within: call.timeLeft
            ) { once in try await handler(call, once) }
        }
    }
}
