import CArgon2

/// The function that passwords are hashed with (RFC 9106), by its authors' library.
struct Argon2: Sendable, Equatable {
    enum Variant: String, Sendable {
        case argon2d, argon2i, argon2id
    }

    enum Version: Int, Sendable {
        /// Of 2015: what texts mean that name none.
        case first = 16
        /// Of RFC 9106.
        case current = 19
    }

    var variant = Variant.argon2id
    var version = Version.current
    let parameters: Argon2Parameters

    /// Hashes a password to so many bytes.
    ///
    /// All lanes are worked on by the thread that calls: foreign hashes with many would else start as
    /// many threads. The library overwrites what it had in memory.
    func derive(
        _ password: [UInt8], salt: [UInt8], count: Int
    ) throws(PasswordHashError) -> SecretBytes {
        let output = SecretBytes(count: count)
        let input = SecretBytes(password)
        var salt = salt
        let result = salt.withUnsafeMutableBufferPointer { salt in
            var context = argon2_context()
            context.out = output.pointer
            context.outlen = UInt32(clamping: output.count)
            context.pwd = input.pointer
            context.pwdlen = UInt32(clamping: input.count)
            context.salt = salt.baseAddress
            context.saltlen = UInt32(clamping: salt.count)
            context.t_cost = UInt32(clamping: parameters.passes)
            context.m_cost = UInt32(clamping: parameters.memory)
            context.lanes = UInt32(clamping: parameters.lanes)
            context.threads = 1
            context.version = UInt32(version.rawValue)
            return argon2_ctx(&context, variant.type)
        }
        guard result == ARGON2_OK.rawValue else {
            throw PasswordHashError(
                call: "argon2_ctx", reason: String(cString: argon2_error_message(result)))
        }
        return output
    }
}

extension Argon2.Variant {
    fileprivate var type: argon2_type {
        switch self {
        case .argon2d: Argon2_d
        case .argon2i: Argon2_i
        case .argon2id: Argon2_id
        }
    }
}
