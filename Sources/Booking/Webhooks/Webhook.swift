import Time
import Web

/// An address that is told of what happens, as it happens.
package struct Webhook: Sendable, Equatable {
    let id: String
    var url: String
    /// What it is told of: kinds of entries, `booking.*`, or `*`.
    var kinds: [String]
    var description: String?
    /// Whether it hears of each booking, and whatever else there is, in the order of what happened to it.
    var isOrdered: Bool
    var isActive: Bool
    /// Why the server itself has switched it off.
    var reason: String?
    var secrets: SealedSecrets
    let createdAt: Instant
    var updatedAt: Instant
    /// A new one at each change.
    var version: Int

    /// What it is signed with, readable to this server only.
    struct SealedSecrets: Sendable, Equatable {
        var current: [UInt8]
        /// The one before, which is good until receivers know the current one.
        var previous: [UInt8]?
        var previousUntil: Instant?
    }

    /// Each is a way of its own to send on, with its own tries and its own pace.
    static let most = 100

    /// How long a secret stays good behind its successor.
    static let overlap = Duration.seconds(86_400)

    /// The way that its messages take.
    var lane: String { Webhook.lane(of: id) }

    static func lane(of id: String) -> String { "webhook/\(id)" }

    /// A new tag at each change.
    static func tag(_ webhook: Webhook) -> String { "\"\(webhook.version)\"" }
}
