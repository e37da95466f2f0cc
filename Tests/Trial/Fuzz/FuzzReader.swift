import Chance

/// Cases for the request reader: changed streams, read whole and in pieces.
enum FuzzReader {
    /// What goes wrong in one case, nil if nothing does.
    static func failure(_ random: inout SeededGenerator) -> String? {
        let corpus = random.below(50) == 0 ? FuzzStream.all : FuzzStream.short
        let other = random.pick(FuzzStream.short)
        let bytes = mutation.mutated(random.pick(corpus).bytes, with: other.bytes, &random)
        let whole = FuzzReading(FuzzCutting.whole(bytes))
        if let fault = whole.faults.first { return fault + shown(bytes) }
        for _ in 0..<2 where FuzzReading(FuzzCutting.random(bytes, &random)) != whole {
            return "Read in pieces, the stream gives other events." + shown(bytes)
        }
        return nil
    }

    /// What goes wrong when a stream is cut once, at every place there is.
    static func failureOfAnyCut(_ stream: FuzzStream) -> String? {
        let whole = FuzzReading(FuzzCutting.whole(stream.bytes))
        for cut in 0...stream.bytes.count {
            if FuzzReading(FuzzCutting.once(stream.bytes, at: cut)) != whole {
                return "Cut at \(cut), “\(stream.name)” gives other events."
            }
        }
        return nil
    }

    private static func shown(_ bytes: [UInt8]) -> String {
        let text = bytes.prefix(2_000).map { String(Unicode.Scalar($0)) }.joined()
        return "\n\(bytes.count) bytes: \(text.debugDescription)"
    }

    static let mutation = FuzzMutation(
        tokens: [
            "\r\n", "\r\n\r\n", "\r", "\n", "\0", " ", "\t", ":", ";", ",", "?", "#", "*", "/",
            "//",
            "%", "%00", "%2e", "..", "\u{7F}", "\u{80}", "\u{85}", "\u{A0}", "\u{FF}", "\"", "-",
            "+",
            "0\r\n\r\n", "1\r\nx\r\n", "5;x=y\r\nhello\r\n", "0x", "chunked", "gzip", "identity",
            "Host: b\r\n", "Content-Length: 5\r\n", "content-length:0\r\n",
            "Transfer-Encoding: chunked\r\n", "Transfer-Encoding : chunked\r\n",
            "Connection: close\r\n", "Connection: keep-alive\r\n", "Expect: 100-continue\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "POST ", "HTTP/1.0", "HTTP/1.1", "HTTP/2.0",
            "http://", "https://b/", "[::1]", ":99999", "\r\n folded", "X: y\r\n",
        ],
        numbers: [
            "0", "00", "1", "2", "10", "255", "256", "4095", "4096", "4097", "8191", "8192",
            "65535",
            "65536", "7fffffff", "80000000", "ffffffff", "100000000", "7fffffffffffffff",
            "8000000000000000", "fffffffffffffff", "ffffffffffffffff", "10000000000000000",
            "9223372036854775807", "9223372036854775808", "18446744073709551615",
            "18446744073709551616", "-1", "+1", "1.1", "1e3", "0x5", "00000000000000000000001",
        ])
}
