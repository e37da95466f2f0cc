import Foundation

/// The bytes of a file that a test damages.
enum FileBytes {
    /// Turns the bits of one byte around.
    static func flip(_ path: String, at place: Int) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[place] ^= 0xFF
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    static func read(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
