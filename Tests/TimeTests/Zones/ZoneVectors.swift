import Foundation
import Time
import Workbench

/// Real zones, and what Python's zoneinfo says of them: `Vectors/vectors.txt`, which is written by the
/// script beside it. The files of the zones are in it, so that no other database changes a test.
struct ZoneVectors {
    /// One line: `at MOMENT DATE TIME OFFSET`, or `of DATE TIME` and `once`, `twice` or `never`.
    struct Line {
        let zone: Zone
        let words: [String]
    }

    private(set) var zones: [String: Zone] = [:]
    private(set) var lines: [Line] = []

    static let shared = Result { try ZoneVectors() }

    static func zone(_ name: String) throws -> Zone {
        guard let zone = try shared.get().zones[name] else { throw Malformed(line: name) }
        return zone
    }

    struct Malformed: Error {
        let line: String
    }

    private init() throws {
        let path = PackageRoot.file("Tests/TimeTests/Zones/Vectors/vectors.txt")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var zone = Zone.utc
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.first == "zone" {
                guard let data = Data(base64Encoded: words[2]) else {
                    throw Malformed(line: words[1])
                }
                zone = try Zone(name: words[1], tzif: Array(data))
                zones[zone.name] = zone
            } else {
                lines.append(Line(zone: zone, words: words))
            }
        }
    }
}
