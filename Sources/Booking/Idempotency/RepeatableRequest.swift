import Crypto
import HTTP
import Web

/// A request with a key: who sent it, under which name, and all that must be the same when it comes again.
struct RepeatableRequest: Sendable {
    /// Where an answer is found.
    struct Place: Hashable, Sendable {
        /// Whose keys these are: an account's, or those of an address at one route, as many people share one.
        /// Keys of different callers never meet.
        let scope: String
        let keyHash: [UInt8]
    }

    let place: Place
    /// The account that sent it.
    let account: String?
    /// Everything of the request, each part behind its length so that none runs into the next.
    let bytes: [UInt8]

    init(_ name: Keyed<some Sendable>.Name, _ request: Request, _ context: Context) throws {
        account = context.caller?.id
        let scope =
            account ?? "\(context.client) \(request.method.rawValue) \(context.template)"
        place = Place(
            scope: scope,
            keyHash: try SHA256.hash(of: Array("roost idempotency key ".utf8) + name.key.bytes))
        let target = request.target
        bytes = RepeatableRequest.joined(
            Array(scope.utf8)[...], name.key.bytes[...], Array(request.method.rawValue.utf8)[...],
            target.path, target.query ?? [], name.body[...])
    }

    private static func joined(_ parts: ArraySlice<UInt8>...) -> [UInt8] {
        var joined: [UInt8] = []
        joined.reserveCapacity(parts.reduce(0) { $0 + 8 + $1.count })
        for part in parts {
            joined += UInt64(part.count).bigEndianBytes
            joined += part
        }
        return joined
    }
}

extension UInt64 {
    var bigEndianBytes: [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}
