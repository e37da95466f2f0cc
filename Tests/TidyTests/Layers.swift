/// Which target may import which others. Arrows only point downwards.
enum Layers {
    static let modules: [String: Set<String>] = [
        "Time": [],
        "HTTP": ["Time"],
        "JSON": ["Time"],
        "Markdown": [],
        "Posix": [],
        "Gzip": [],
        "Crypto": [],
        "SQLite": ["Posix", "Time"],
        "Messages": [],
        "Pages": [],
        "Migrations": ["Crypto", "SQLite"],
        "Outbound": ["HTTP", "Posix", "Time"],
        "Server": ["HTTP", "Posix", "Time"],
        "Web": ["Gzip", "HTTP", "JSON", "Time"],
        "Booking": [
            "Crypto", "Gzip", "HTTP", "JSON", "Markdown", "Messages", "Outbound", "Pages", "Posix",
            "SQLite", "Time", "Web",
        ],
        "roost": [
            "Booking", "Crypto", "Gzip", "HTTP", "JSON", "Migrations", "Outbound", "Posix",
            "SQLite", "Server", "Time", "Web",
        ],
    ]

    /// Bytes and values need none of it, and it would cost start-up time.
    static let withoutFoundation: Set = ["Time", "HTTP", "JSON", "Markdown", "Web"]

    /// The only folder that imports a C module.
    static let owners = [
        "CArgon2": "Crypto",
        "CCrypt": "Crypto",
        "CCurl": "Outbound",
        "CLinux": "Server",
        "CMessages": "Messages",
        "CPages": "Pages",
        "CMigrations": "Migrations",
        "CPasswords": "Crypto",
        "COpenSSL": "Crypto",
        "CSQLite": "SQLite",
        "CZlib": "Gzip",
    ]

    /// The modules that a file imports, and where.
    static func imports(of file: SourceText) -> [(module: String, line: Int)] {
        file.codeLines.enumerated().compactMap { index, line in
            let words = SourceText.words(of: line).drop { attributes.contains($0) }
            guard words.first == "import" else { return nil }
            return words.dropFirst().first { !kinds.contains($0) }.map { ($0, index + 1) }
        }
    }

    private static let attributes: Set = [
        "testable", "preconcurrency", "package", "internal", "private", "fileprivate", "public",
    ]
    private static let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let"]
}
