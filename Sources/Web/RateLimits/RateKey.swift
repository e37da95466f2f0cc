import HTTP

/// Whose requests are counted together, and by which policy, as a number.
///
/// The hash is keyed anew in every process (`Hasher`), so nobody can pick an address that shares
/// another's count; that two of 65,536 clients do by chance is a matter of one in 10^10.
struct RateKey: Hashable {
    let hash: UInt64

    init(_ policy: RatePolicy, address: IPAddress) {
        var hasher = Hasher()
        hasher.combine(policy.number)
        hasher.combine(address.limitKey.high)
        hasher.combine(address.limitKey.low)
        hash = UInt64(bitPattern: Int64(hasher.finalize()))
    }

    init(_ policy: RatePolicy, caller: Caller) {
        var hasher = Hasher()
        hasher.combine(policy.number)
        hasher.combine(caller.id)
        hash = UInt64(bitPattern: Int64(hasher.finalize()))
    }
}

extension RatePolicy {
    /// The policy's place in tables.
    var number: Int {
        switch self {
        case .register: 0
        case .login: 1
        case .recover: 2
        case .reset: 3
        case .profileRead: 4
        case .profileUpdate: 5
        case .password: 6
        case .default: 7
        case .none: 8
        }
    }
}
