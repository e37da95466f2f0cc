import Glibc

/// Whether texts are well-formed addresses, networks and URLs.
///
/// Only form is judged here. What an address means to the server is the business of its own types.
enum NetworkText {
    /// Whether a URL may go on behind its host.
    enum Path {
        case allowed
        case refused
    }

    static func isAddress(_ text: String) -> Bool {
        isIPv4(text) || isIPv6(text)
    }

    /// An address, or an address and the length of its prefix: `10.0.0.0/8`.
    static func isNetwork(_ text: String) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.map(String.init), isAddress(address) else { return false }
        guard parts.count == 2 else { return true }
        guard let length = Int(digits: parts[1]) else { return false }
        return length <= (isIPv4(address) ? 32 : 128)
    }

    /// A URL of scheme, host and port, without user, query or fragment.
    static func isURL(_ text: String, path: Path) -> Bool {
        guard let colon = text.firstRange(of: "://") else { return false }
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        let tail = rest.dropFirst(authority.count)
        guard isScheme(text[..<colon.lowerBound]), isAuthority(authority) else { return false }
        switch path {
        case .refused: return tail.isEmpty
        case .allowed: return tail.utf8.allSatisfy { isVisible($0) && $0 != 0x3F && $0 != 0x23 }
        }
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.first, first.isASCII, first.isLetter else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }

    private static func isAuthority(_ text: Substring) -> Bool {
        if text.first == "[", let end = text.firstIndex(of: "]") {
            let address = String(text[text.index(after: text.startIndex)..<end])
            return isIPv6(address) && isPort(text[text.index(after: end)...])
        }
        let host = text.prefix { $0 != ":" }
        let isHost = host.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0))
        }
        return !host.isEmpty && isHost && isPort(text.dropFirst(host.count))
    }

    /// Nothing, or a colon and a port.
    private static func isPort(_ text: Substring) -> Bool {
        guard text.first == ":" else { return text.isEmpty }
        return Int(digits: text.dropFirst()).map { (1...65_535).contains($0) } ?? false
    }

    private static func isVisible(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte)
    }

    private static func isIPv4(_ text: String) -> Bool {
        var address = in_addr()
        return inet_pton(AF_INET, text, &address) == 1
    }

    private static func isIPv6(_ text: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET6, text, &address) == 1
    }
}
