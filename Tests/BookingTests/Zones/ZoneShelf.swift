import Foundation
import Time
import Workbench

@testable import Booking

/// A folder as the IANA database has it, with zones that a test puts there.
struct ZoneShelf {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    var table: ZoneTable { ZoneTable(folder: folder.path) }

    /// A zone whose clocks are so many hours ahead of UTC and never set.
    func put(_ name: String, hoursAhead hours: Int) throws {
        try put(name, ZoneShelf.file(hoursAhead: hours))
    }

    func put(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(fileURLWithPath: "\(folder.path)/\(name)")
        let parent = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    }

    /// The smallest file that there is: version 1, one type of time, no change (RFC 9636).
    static func file(hoursAhead hours: Int) -> [UInt8] {
        let counts: [UInt32] = [0, 0, 0, 0, 1, 4]
        let numbers = counts + [UInt32(bitPattern: Int32(hours) * 3_600)]
        let head = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
        let bytes = numbers.flatMap { number in
            (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return head + bytes + [0, 0] + Array("LMT\0".utf8)
    }
}

extension Zone {
    /// How many hours its clocks are ahead now and always.
    var hoursAhead: Int { offset(at: Instant(seconds: 1_700_000_000)) / 3_600 }
}
