import Chance
import HTTP
import Testing
import Workbench

@testable import Web

@Suite("Accept-Encoding")
struct AcceptEncodingTests {
    func prefersGzip(_ lines: String...) -> Bool {
        AcceptEncoding(RequestFields(lines.map { ("Accept-Encoding", $0) })).prefersGzip
    }

    @Test(
        "Gzip is welcome where it is named with a weight",
        arguments: [
            "gzip", "x-gzip", "GZIP", "br, gzip;q=0.5", "gzip;q=0.001", "deflate , gzip ; Q=1.000",
            "*",
            "gzip;q=0.5, *;q=0.1", "identity;q=0.5, gzip", "gzip, *;q=0", "identity;q=0, *;q=0.1",
        ])
    func welcome(value: String) {
        #expect(prefersGzip(value))
    }

    @Test(
        "Gzip is not sent where it is refused, not named or liked less than plain text",
        arguments: [
            "", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *", "identity",
            "gzip;q=0.5, identity", "gzip;q=0.5, *;q=0.8", "gzip;q=abc", "gzip;q=", "gzip;q=2",
            "gzip;q=0.1234", "gzip;level=1", "gzippy", ",;,",
        ])
    func unwelcome(value: String) {
        #expect(!prefersGzip(value))
    }

    @Test("Several lines are one list")
    func lines() {
        #expect(prefersGzip("br", "gzip"))
        #expect(!prefersGzip("gzip;q=0.5", "identity"))
    }

    @Test("No sequence of its characters upsets the parser")
    func rubbish() {
        var generator = SeededGenerator(seed: 7)
        let pieces = [
            "gzip", "identity", "*", ";", "q", "=", ",", " ", "\t", "0", "1", ".", "9", "é",
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...12, using: &generator)
            let value = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }
            _ = prefersGzip(value.joined())
        }
    }
}
