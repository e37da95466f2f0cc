import Foundation
import Time
import Workbench

/// Real zones, from the files that the tests of zones have, so that no machine's database changes a
/// test.
enum ZoneFiles {
    private static let zones = Result { try read() }

    static func zone(_ name: String) throws -> Zone {
        guard let zone = try zones.get()[name] else { throw Missing(name: name) }
        return zone
    }

    struct Missing: Error {
        let name: String
    }

    private static func read() throws -> [String: Zone] {
        let path = PackageRoot.file("Tests/TimeTests/Zones/Vectors/vectors.txt")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var zones: [String: Zone] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("zone ") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3, let data = Data(base64Encoded: words[2]) else {
                throw Missing(name: String(line.prefix(60)))
            }
            zones[words[1]] = try Zone(name: words[1], tzif: Array(data))
        }
        return zones
    }
}
