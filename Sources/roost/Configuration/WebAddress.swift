import HTTP

/// Whether texts are well-formed URLs, as far as settings have any.
enum WebAddress {
    /// Whether a URL may go on behind its host.
    enum Path {
        case allowed
        case refused
    }

    /// A URL of scheme, host and port, without user, query or fragment.
    static func isValid(_ text: String, path: Path) -> Bool {
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

    /// Whether a valid URL leads to this machine, by an address or a name that can't lead elsewhere.
    static func isOfLoopback(_ text: String) -> Bool {
        guard let colon = text.firstRange(of: "://") else { return false }
        let rest = text[colon.upperBound...].lowercased()
        if rest.hasPrefix("[") {
            let address = rest.dropFirst().prefix { $0 != "]" }
            return IPAddress(String(address))?.isLoopback ?? false
        }
        let host = String(rest.prefix { $0 != ":" && $0 != "/" })
        return host == "localhost" || IPAddress(host)?.isLoopback ?? false
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.first, first.isASCII, first.isLetter else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }

    private static func isAuthority(_ text: Substring) -> Bool {
        if text.first == "[", let end = text.firstIndex(of: "]") {
            let address = String(text[text.index(after: text.startIndex)..<end])
            return address.contains(":") && IPAddress(address) != nil
                && isPort(text[text.index(after: end)...])
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
}
