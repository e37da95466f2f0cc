// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode, and a warning is an error.
///
/// `async` functions run where their caller does, as handlers are to stay on their loop's thread. In a
/// release build exclusive access is checked by the compiler alone; tests run with the dynamic checks,
/// which cost 5 % of a small request.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// The pure targets turn bytes into values and back. They touch no pointer, and the compiler checks it.
let pure: [SwiftSetting] = house + [.strictMemorySafety()]

let package = Package(
    name: "roost",
    targets: [
        // Module maps, and the few calls that Swift can't make.
        .target(name: "CLinux"),
        .target(name: "CMessages"),
        .target(name: "CMigrations"),
        .target(name: "CPages"),
        .target(name: "CPasswords", exclude: ["popular-passwords.txt"]),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .systemLibrary(name: "CArgon2"),
        .systemLibrary(name: "CCrypt"),
        .systemLibrary(name: "CCurl"),
        .systemLibrary(name: "COpenSSL"),
        .systemLibrary(name: "CZlib"),

        // Pure: bytes <-> messages, values and schemas.
        .target(name: "Time", swiftSettings: pure),
        .target(name: "HTTP", dependencies: ["Time"], swiftSettings: pure),
        .target(name: "JSON", dependencies: ["Time"], swiftSettings: pure),
        .target(name: "Markdown", swiftSettings: pure),

        // The folders that touch C pointers.
        .target(name: "Posix", swiftSettings: house),
        .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: house),
        .target(
            name: "Crypto", dependencies: ["CArgon2", "CCrypt", "COpenSSL", "CPasswords"],
            swiftSettings: house),
        .target(
            name: "SQLite", dependencies: ["CSQLite", "Posix", "Time"], swiftSettings: house),
        .target(
            name: "Migrations", dependencies: ["CMigrations", "Crypto", "SQLite"],
            swiftSettings: house),
        .target(name: "Messages", dependencies: ["CMessages"], swiftSettings: house),
        .target(name: "Pages", dependencies: ["CPages"], swiftSettings: house),
        .target(
            name: "Server", dependencies: ["CLinux", "HTTP", "Posix", "Time"],
            swiftSettings: house),

        .target(
            name: "Outbound", dependencies: ["CCurl", "HTTP", "Posix", "Time"], swiftSettings: house
        ),

        // Routes, middleware, documents.
        .target(name: "Web", dependencies: ["HTTP", "JSON", "Gzip", "Time"], swiftSettings: pure),

        // The features, one folder each.
        .target(
            name: "Booking",
            dependencies: [
                "Crypto", "HTTP", "JSON", "Markdown", "Messages", "Outbound", "Pages", "Posix",
                "SQLite", "Time", "Web",
            ],
            swiftSettings: pure),

        // Commands, configuration, the only wiring.
        .executableTarget(
            name: "roost",
            dependencies: [
                "Booking", "Crypto", "HTTP", "JSON", "Migrations", "Outbound", "Posix", "SQLite",
                "Server", "Time", "Web",
            ],
            swiftSettings: house),

        // What tests and trials share: chance that can be repeated, and a domain in miniature.
        .target(name: "Chance", path: "Tests/Chance", swiftSettings: house),
        .target(
            name: "Studio",
            dependencies: ["Booking", "Chance", "JSON", "Migrations", "SQLite", "Time"],
            path: "Tests/Studio", swiftSettings: house),

        // What tests share: snapshots, raw clients.
        .target(
            name: "Workbench",
            dependencies: [
                "Booking", "COpenSSL", "CZlib", "Chance", "HTTP", "JSON", "Migrations", "Posix",
                "SQLite",
                "Server", "Studio", "Time",
            ],
            path: "Tests/Workbench",
            exclude: ["thread-sanitizer.txt"],
            swiftSettings: house),

        // Processes that tests and trials start.
        .target(name: "CSpawn", path: "Tests/CSpawn"),
        .target(
            name: "Processes", dependencies: ["CSpawn", "Posix"], path: "Tests/Processes",
            swiftSettings: house),

        // Many clients of one server at once, and whether what they were told can be true.
        .target(
            name: "Races",
            dependencies: ["Booking", "Chance", "HTTP", "JSON", "Posix", "Processes", "Time"],
            path: "Tests/Races", swiftSettings: house),

        // A disk for SQLite that fails when a test says so.
        .target(name: "FaultyDisk", dependencies: ["CSQLite"], path: "Tests/FaultyDisk"),

        // What only trials need: conformance, fuzzing, faults of the disk, measurements.
        .executableTarget(
            name: "trial",
            dependencies: [
                "Booking", "Chance", "Crypto", "FaultyDisk", "HTTP", "JSON", "Migrations", "Posix",
                "Processes", "Races", "SQLite", "Server", "Studio", "Time", "Web",
            ],
            path: "Tests/Trial",
            exclude: [
                "Documents", "answers.py", "bench.sh", "calendars.py", "calendars.sh",
                "catalogue.py", "client.py", "client.sh", "commits.sh", "conformance.sh",
                "document.py", "document.sh", "fuzz.sh", "generated_calls.py", "httplint.sh",
                "live.py", "live.sh", "mails.py", "mails.sh", "naughty.py", "naughty.sh",
                "notices.py", "pages.py", "pages.sh", "profile.py", "profile.sh",
                "said_in_words.py", "schemathesis.sh", "served.sh", "sign-ins.py", "sign-ins.sh",
                "sockets.py", "sockets.sh", "venue.py", "webhooks.py", "webhooks.sh", "wishes.py",
            ],
            swiftSettings: house),

        .testTarget(
            name: "TimeTests", dependencies: ["Chance", "Time", "Workbench"],
            exclude: ["Zones/Vectors"], swiftSettings: house),
        .testTarget(
            name: "HTTPTests", dependencies: ["Chance", "HTTP", "trial"], swiftSettings: house),
        .testTarget(
            name: "JSONTests", dependencies: ["Chance", "JSON", "Workbench"], swiftSettings: house),
        .testTarget(
            name: "MarkdownTests", dependencies: ["Chance", "Markdown"], swiftSettings: house),
        .testTarget(name: "GzipTests", dependencies: ["Gzip", "Workbench"], swiftSettings: house),
        .testTarget(
            name: "ServerTests", dependencies: ["Chance", "HTTP", "Posix", "Server", "Workbench"],
            swiftSettings: house),
        .testTarget(
            name: "SQLiteTests",
            dependencies: [
                "CSQLite", "Chance", "Crypto", "FaultyDisk", "Migrations", "Posix", "Processes",
                "SQLite", "Time", "Workbench", "trial",
            ],
            swiftSettings: house),
        .testTarget(
            name: "CryptoTests", dependencies: ["Chance", "Crypto", "Workbench"],
            swiftSettings: house),
        .testTarget(
            name: "OutboundTests", dependencies: ["HTTP", "Outbound", "Posix", "Workbench"],
            swiftSettings: house),
        .testTarget(
            name: "PosixTests", dependencies: ["Posix", "Workbench"], swiftSettings: house),
        .testTarget(
            name: "WebTests", dependencies: ["Chance", "HTTP", "JSON", "Web", "Workbench"],
            exclude: ["OpenAPI/harbour.txt"], swiftSettings: house),
        .testTarget(
            name: "BookingTests",
            dependencies: [
                "Booking", "CSQLite", "Chance", "Crypto", "HTTP", "JSON", "Markdown", "Messages",
                "Migrations", "Outbound", "Posix", "SQLite", "Server", "Studio", "Time", "Web",
                "Workbench", "trial",
            ],
            exclude: ["QueryPlans/plans.sql"], swiftSettings: house),
        .testTarget(
            name: "RoostTests",
            dependencies: [
                "Booking", "Crypto", "HTTP", "JSON", "Markdown", "Processes", "SQLite", "Studio",
                "Time", "Web", "Workbench", "roost",
            ],
            swiftSettings: house),
        .testTarget(
            name: "RacesTests", dependencies: ["Chance", "Posix", "Races", "roost"],
            swiftSettings: house),
        .testTarget(name: "TidyTests", dependencies: ["Workbench"], swiftSettings: house),
    ]
)
