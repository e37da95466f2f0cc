import HTTP
import Posix
import Synchronization
import Time
import Web

/// The zones that this machine knows, by their names in the IANA database.
///
/// A zone is read when it is first asked for, and kept. That is a file of 3 KB, which is read where the
/// request is served; after that it is a look-up in a dictionary. A newer database is seen after a
/// restart.
package final class ZoneTable: Sendable {
    /// Where Debian's package `tzdata` puts it.
    package static let systemFolder = "/usr/share/zoneinfo"
    /// There are some 600 names, links among them.
    static let capacity = 1_024

    /// The database's version, such as `2025b`; nil where it doesn't tell, or isn't there.
    package let version: String?
    private let folder: String
    private let zones = Mutex([Zone.utc.name: Zone.utc])

    package init(folder: String = ZoneTable.systemFolder) {
        self.folder = folder
        version = ZoneTable.version(in: folder)
    }

    /// The zone of exactly this name, or the problem that a client is told.
    package func zone(named name: String) throws(Problem) -> Zone {
        guard let zone = find(name) else { throw .unknownTimezone }
        return zone
    }

    /// The zone of exactly this name, or nil.
    package func find(_ name: String) -> Zone? {
        if let zone = zones.withLock({ $0[name] }) { return zone }
        guard let zone = read(name) else { return nil }
        zones.withLock { if $0.count < ZoneTable.capacity { $0[name] = zone } }
        return zone
    }

    /// Unknown names aren't kept: anybody may ask for as many as they like.
    private func read(_ name: String) -> Zone? {
        guard ZoneName.isPlausible(name),
            let bytes = ZoneTable.bytes(of: "\(folder)/\(name)", atMost: ZoneTable.mostBytes)
        else { return nil }
        return try? Zone(name: name, tzif: bytes)
    }
}

extension ZoneTable {
    /// One more than a zone may have, so that what is longer is refused and not cut.
    private static let mostBytes = 65_537

    private static func bytes(of path: String, atMost count: Int) -> [UInt8]? {
        guard File.isPlain(path) else { return nil }
        return try? File(reading: path).read(at: 0, atMost: count)
    }

    /// The first line of `tzdata.zi` is `# version 2025b`; other systems have a file `+VERSION`.
    private static func version(in folder: String) -> String? {
        let mark = "# version "
        if let line = firstLine(of: "\(folder)/tzdata.zi"), line.hasPrefix(mark) {
            return String(line.dropFirst(mark.count))
        }
        return firstLine(of: "\(folder)/+VERSION")
    }

    private static func firstLine(of path: String) -> String? {
        guard let bytes = bytes(of: path, atMost: 64),
            let end = bytes.firstIndex(where: { $0 < 0x20 || $0 > 0x7E }), end > 0
        else { return nil }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}

extension Problem {
    package static var unknownTimezone: Problem {
        Problem(
            .badRequest, "unknown_timezone",
            "There is no time zone of this name. Names are those of the IANA database, "
                + "such as Asia/Kolkata.")
    }
}
