import Outbound

/// A key set as it came, and how many seconds it may be kept.
package struct FetchedKeys: Sendable {
    /// Why there is none.
    package struct Refused: Error {
        package let status: Int
    }

    package let bytes: [UInt8]
    /// What `Cache-Control` says, if it says so.
    package let maximumAge: Int?

    package init(bytes: [UInt8], maximumAge: Int?) {
        self.bytes = bytes
        self.maximumAge = maximumAge
    }

    /// Only a 200 has keys: where a redirect leads, nobody promised anything.
    package init(_ answer: WebAnswer) throws {
        guard answer.status == 200 else { throw Refused(status: answer.status) }
        bytes = answer.body
        maximumAge = answer["Cache-Control"].flatMap(Self.maximumAge)
    }

    /// The seconds of `max-age` (RFC 9111 section 5.2.2.1); none where it must not be kept.
    private static func maximumAge(_ field: String) -> Int? {
        let directives = field.lowercased().split(separator: ",").map { directive in
            directive.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        if directives.contains("no-store") || directives.contains("no-cache") { return 0 }
        let age = directives.first { $0.hasPrefix("max-age=") }
        return age.flatMap { Int($0.dropFirst("max-age=".count)) }
    }
}
