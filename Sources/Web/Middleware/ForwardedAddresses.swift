import HTTP

/// The addresses that proxies noted down on a request's way.
enum ForwardedAddresses {
    /// More proxies than anybody has in a row. What stands before is the client's own invention, and
    /// costs nothing to read when it isn't read.
    private static let mostHops = 32

    /// The nearest first; nil stands for what is no address, such as `unknown` or rubbish.
    static func nearestFirst(_ fields: RequestFields) -> [IPAddress?] {
        if let list = fields.list(.xForwardedFor) {
            return elements(list).map(address)
        }
        guard let list = fields.list(.forwarded) else { return [] }
        return elements(list).map(forwarded)
    }

    /// What a client sends must not swallow what proxies wrote behind it. So quotes are not looked at,
    /// no address holds a comma; and commas are found as bytes, since in Swift's eyes some characters
    /// join with one that follows.
    private static func elements(_ list: String) -> [Substring] {
        var elements: [Substring] = []
        var rest = list.utf8[...]
        while elements.count < mostHops {
            guard let comma = rest.lastIndex(of: UInt8(ascii: ",")) else {
                return elements + [Substring(rest)]
            }
            elements.append(Substring(rest[rest.index(after: comma)...]))
            rest = rest[..<comma]
        }
        return elements
    }

    /// `for=192.0.2.60;proto=http`: the value of `for` (RFC 7239 section 4).
    private static func forwarded(_ element: Substring) -> IPAddress? {
        for pair in element.split(separator: ";") {
            let pair = trimmed(pair)
            guard pair.lowercased().hasPrefix("for=") else { continue }
            return address(unquoted(pair.dropFirst(4)))
        }
        return nil
    }

    /// An address as proxies write it: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`.
    private static func address(_ text: Substring) -> IPAddress? {
        let text = trimmed(text)
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]"), isPort(text[end...].dropFirst()) else {
                return nil
            }
            return IPAddress(String(text[..<end].dropFirst()))
        }
        guard let colon = text.firstIndex(of: ":"), colon == text.lastIndex(of: ":") else {
            return IPAddress(String(text))
        }
        guard isPort(text[colon...]) else { return nil }
        return IPAddress(String(text[..<colon]))
    }

    /// Nothing, or a colon and what stands for a port.
    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty || (text.first == ":" && text.utf8.count > 1)
    }

    private static func unquoted(_ text: Substring) -> Substring {
        guard text.utf8.count >= 2, text.first == "\"", text.last == "\"" else { return text }
        return text.dropFirst().dropLast()
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
