import CMigrations
import Crypto
import SQLite

extension Migration {
    /// The migrations of Roost, in their order, from the binary itself.
    package static let embedded = UnsafeBufferPointer(
        start: cmigrations(), count: cmigrations_count()
    ).map { entry in
        let up = String(cString: entry.up)
        return Migration(
            number: Int(entry.number), name: String(cString: entry.name), up: up,
            down: String(cString: entry.down), checksum: checksum(of: up))
    }

    /// What `sha256sum` says of a file with this text. Without an answer every database would be refused
    /// as one with other migrations, which is what should happen then.
    private static func checksum(of text: String) -> String {
        let hash = try? SHA256.hash(of: Array(text.utf8))
        return hash?.hexadecimal ?? ""
    }
}
