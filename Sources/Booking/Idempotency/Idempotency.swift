import Crypto
import HTTP
import SQLite
import Time
import Web

/// Lets clients send a request again that got no answer, without having it done twice.
///
/// The answer to a request with a key is kept in the transaction of its effect. When the request comes again,
/// be it after a restart, it gets that answer; while it is still worked on, it is told so. Refusals have no
/// effect and aren't kept: who was refused is simply tried anew.
package struct Idempotency: Sendable {
    /// Somebody else has used the key since it was looked up: what was done is undone.
    private struct KeyTaken: Error {}

    private let database: Database
    private let clock: Clock
    /// What answers are closed with, and what they were closed with before.
    private let secret: HMACSHA256
    private let previousSecret: HMACSHA256?
    private let limits: IdempotencyLimits
    let running = RunningKeys()

    /// The keys are the server's secrets. With the previous one, answers stay readable that were kept before
    /// it was changed.
    package init(
        database: Database, clock: Clock, key: [UInt8], previousKey: [UInt8]? = nil,
        limits: IdempotencyLimits = IdempotencyLimits()
    ) throws {
        self.database = database
        self.clock = clock
        self.limits = limits
        secret = try Idempotency.secret(of: key)
        previousSecret = try previousKey.map(Idempotency.secret)
    }

    /// Another secret than any that is made of the key elsewhere.
    private static func secret(of key: [UInt8]) throws -> HMACSHA256 {
        try HMACSHA256(key: SHA256.hash(of: Array("roost idempotency ".utf8) + key))
    }

    /// The first answer to a request, or the one that the work gives. `subject` names the account that an
    /// answer tells of where it isn't the caller's own.
    func answer<Output>(
        to request: RepeatableRequest, by giving: Giving<Output>,
        about subject: @escaping @Sendable (Output) -> String? = { _ in nil },
        within time: Duration,
        _ work: (Once<Output>) async throws -> Output
    ) async throws -> Response {
        // Whoever is at it commits before they let go, so one look behind this is enough.
        guard running.begin(request.place) else { return try first(request, within: time) }
        defer { running.end(request.place) }
        if let first = try find(request, within: time) { return first }
        do {
            return giving.respond(try await work(once(request, giving, about: subject)))
        } catch is KeyTaken {
            return try first(request, within: time)
        }
    }

    /// Where somebody else has the key: the answer that they got, if they have it yet.
    private func first(_ request: RepeatableRequest, within time: Duration) throws -> Response {
        guard let first = try find(request, within: time) else {
            throw Problem.idempotencyInProgress
        }
        return first
    }

    /// The answer that was kept for a request; throws where its key belongs to another request.
    private func find(_ request: RepeatableRequest, within time: Duration) throws -> Response? {
        let expiry = clock.now - limits.lifetime
        let kept = try database.read(within: time) {
            try KeptAnswerStore.find(request.place, keptAfter: expiry, $0)
        }
        guard let kept else { return nil }
        for secret in [secret, previousSecret].compactMap(\.self) {
            let seal = try AnswerSeal(request, secret)
            guard kept.fingerprint.equalsInConstantTime(seal.fingerprint) else { continue }
            guard let keepsake = try seal.open(kept.sealed) else { continue }
            return Response(Status(kept.status), keepsake: keepsake).replayed
        }
        throw Problem.idempotencyKeyReused
    }

    private func once<Output>(
        _ request: RepeatableRequest, _ giving: Giving<Output>,
        about subject: @escaping @Sendable (Output) -> String?
    ) throws -> Once<Output> {
        let seal = try AnswerSeal(request, secret)
        return Once { output, tx in
            let response = giving.respond(output)
            guard let keepsake = response.keepsake else { throw UnkeepableAnswer.streamed }
            guard keepsake.count <= limits.answer else {
                throw UnkeepableAnswer.tooLarge(keepsake.count)
            }
            let kept = KeptAnswerStore.Kept(
                fingerprint: seal.fingerprint, status: response.status.code,
                sealed: try seal.close(keepsake))
            try keep(kept, for: request, about: subject(output) ?? request.account, in: tx)
        }
    }

    private func keep(
        _ kept: KeptAnswerStore.Kept, for request: RepeatableRequest, about account: String?,
        in tx: Transaction
    ) throws {
        let expiry = tx.now - limits.lifetime
        try KeptAnswerStore.free(request.place, keptUntil: expiry, in: tx)
        guard try KeptAnswerStore.insert(kept, at: request.place, about: account, in: tx) else {
            throw KeyTaken()
        }
        try KeptAnswerStore.sweep(keptUntil: expiry, atMost: limits.sweep, in: tx)
        try KeptAnswerStore.trim(request.place.scope, to: limits.ofScope, in: tx)
        try KeptAnswerStore.trim(to: limits.inAll, in: tx)
    }
}

extension Problem {
    static var idempotencyKeyReused: Problem {
        Problem(
            .unprocessableContent, "idempotency_key_reused",
            "This Idempotency-Key belongs to another request. Take a new key for a new request.")
    }

    static var idempotencyInProgress: Problem {
        Problem(
            .conflict, "idempotency_in_progress",
            "The request with this Idempotency-Key is still worked on. Ask again in a moment."
        )
        .adding(.retryAfter, "1")
    }
}
