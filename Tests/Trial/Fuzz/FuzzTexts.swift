import Chance
import HTTP

/// Cases for the small grammars of HTTP: paths, queries and addresses from changed or random bytes.
enum FuzzTexts {
    static func failure(_ random: inout SeededGenerator) -> String? {
        let seed = random.below(8) == 0 ? noise(&random) : Array(random.pick(seeds).utf8)
        let bytes = mutation.mutated(seed, with: Array(random.pick(seeds).utf8), &random)
        let address = IPAddress(high: random.next() & random.next(), low: random.next())
        let text = String(decoding: bytes, as: UTF8.self)
        let fault =
            pathFault(text) ?? queryFault(bytes) ?? codingFault(text) ?? addressFault(text)
            ?? printingFault(address)
        return fault.map { "\($0)\n\(text.debugDescription)" }
    }

    private static func noise(_ random: inout SeededGenerator) -> [UInt8] {
        (0..<random.below(40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    /// A path's segments, encoded again, are the same path; it has no dot segments left.
    private static func pathFault(_ text: String) -> String? {
        guard let target = try? Target(text) else { return nil }
        let path = try? Path(target)
        let isPlain = !target.path.contains(UInt8(ascii: "%")) && !target.isAsterisk
        if isPlain, Path.hasDots(target.path) != (path == nil) { return "Dots are not agreed on." }
        guard let path, !target.isAsterisk else { return nil }
        if path.segments.contains(where: { $0 == "." || $0 == ".." || $0.utf8.contains(0) }) {
            return "A segment is one that no path may have."
        }
        guard path.segments.count == segmentCount(target.path) else { return "A segment is lost." }
        let again = path.segments.map { "/" + PercentCoding.encode($0) }.joined() + "/"
        guard let second = try? Path(Target(again)) else { return "\(again) is no path." }
        return areSame(second.segments, path.segments) ? nil : "\(again) is another path."
    }

    /// One for each slash but the last, if nothing is behind it.
    private static func segmentCount(_ path: ArraySlice<UInt8>) -> Int {
        let slashes = path.count { $0 == UInt8(ascii: "/") }
        return path.last == UInt8(ascii: "/") ? slashes - 1 : slashes
    }

    private static func queryFault(_ bytes: [UInt8]) -> String? {
        guard let query = Query(bytes[...]) else { return nil }
        let again = query.pairs.map { name, value in
            PercentCoding.encode(name) + "=" + PercentCoding.encode(value)
        }.joined(separator: "&")
        guard let second = Query(Array(again.utf8)[...]) else { return "\(again) is no query." }
        let isSame =
            areSame(second.pairs.map(\.name), query.pairs.map(\.name))
            && areSame(second.pairs.map(\.value), query.pairs.map(\.value))
        return isSame ? nil : "\(again) is another query."
    }

    private static func codingFault(_ text: String) -> String? {
        let decoded = PercentCoding.decode(Array(PercentCoding.encode(text).utf8)[...])
        if text.utf8.contains(0) { return decoded == nil ? nil : "A NUL is decoded." }
        return areSame([decoded ?? ""], [text]) ? nil : "Encoded and decoded it is another text."
    }

    private static func addressFault(_ text: String) -> String? {
        if let address = IPAddress(text), IPAddress(address.description) != address {
            return "\(address) is another address."
        }
        if let block = AddressBlock(text), let slash = text.firstIndex(of: "/"),
            let first = IPAddress(String(text[..<slash])), !block.contains(first)
        {
            return "A block is without its own address."
        }
        return nil
    }

    private static func printingFault(_ address: IPAddress) -> String? {
        IPAddress(address.description) == address ? nil : "\(address) is printed as another."
    }

    /// Compared by bytes, not as people see them.
    private static func areSame(_ some: [String], _ others: [String]) -> Bool {
        some.map { Array($0.utf8) } == others.map { Array($0.utf8) }
    }

    private static let seeds = [
        "/", "//", "/a/b", "/a//b/", "/api/sessions/42", "/a/./b", "/a/../b", "/.../..a",
        "/%2e%2E/",
        "/a%2Fb", "/%c3%a9", "*", "http://a/b?c", "a=b", "a=b&a=c&&d", "q=yin+%26+yang&=&x=", "%zz",
        "1.2.3.4", "255.255.255.255", "::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8",
        "::ffff:1.2.3.4", "1::8", "fe80::1%eth0", "[::1]", "10.0.0.0/8", "2001:db8::/32", "::/0",
        "1.2.3.4/33", "é", "e\u{301}",
    ]

    private static let mutation = FuzzMutation(
        tokens: [
            "/", "//", "/.", "/..", "..", ".", "%", "%2e", "%2F", "%00", "%c3", "%a9", "%zz", "%2",
            "+",
            "&", "=", "?", "#", ":", "::", ":::", "0", "f", "ffff", "1.2.3.4", "/128", "/0", " ",
            "\0",
            "\u{80}", "\u{CC}\u{81}", "\u{FF}", "http://a", "HTTPS://[::1]:80", "@", "*",
        ],
        numbers: [
            "0", "00", "01", "1", "9", "32", "33", "64", "127", "128", "129", "255", "256", "999",
            "65535", "65536", "ffff", "10000", "99999999999999999999", "-1", "+1",
        ])
}
