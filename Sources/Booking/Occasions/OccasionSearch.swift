import SQLite
import Time
import Web

/// Which occasions of a kind are looked for. They come in the order of their starts.
struct OccasionSearch: Sendable {
    let kind: OccasionKind
    /// Nil for all.
    var status: Occasion.Status? = .active
    /// From when they begin, and before when.
    var from: Instant?
    var to: Instant?
    /// The time by which they are still to come, where that is asked for and no other time.
    private(set) var upcomingAt: Instant?
    var text: SearchText?
    /// What titles and locations have somewhere in them.
    var title: String?
    var location: String?
    var host: String?
    var category: String?
    /// Only with free places, or only without; nil for both.
    var isAvailable: Bool?
    var page: Page

    init(_ kind: OccasionKind, _ page: Page) {
        self.kind = kind
        self.page = page
    }

    /// Those that begin within a time; where none is said, those that are still to come.
    mutating func limit(from: Instant?, to: Instant?, now: Instant) {
        upcomingAt = from == nil && to == nil ? now : nil
        self.from = upcomingAt ?? from
        self.to = to
    }

    /// Whether it is answered within microseconds, by an index and by counts.
    var isQuick: Bool { isCounted && page.isNear }

    /// Whether the counts know how many there are.
    private var isCounted: Bool { status != nil && conditions.isEmpty }

    /// What is asked for, if it is answered quickly: the same for all who ask for what is still to come.
    var question: WrittenPages.Question? {
        guard isQuick, let status else { return nil }
        return WrittenPages.Question(
            kind: kind, status: status, isUpcoming: upcomingAt != nil,
            from: upcomingAt == nil ? from : nil, to: to, number: page.number, limit: page.limit,
            after: page.after)
    }

    /// How long what is still to come stays the same, as time alone goes by: until the first of all of them
    /// begins. At that moment it is still in the list, and gone behind it.
    func timesOfSame(_ reader: Reader) throws -> ClosedRange<Instant>? {
        guard let upcomingAt, let status else { return nil }
        let first = try reader.first(
            """
            select starts_at
            from occasion
            where kind = \(kind) and status = \(status) and starts_at >= \(upcomingAt)
            order by starts_at
            limit 1
            """
        ) { try $0.instant(0) }
        return upcomingAt...(first ?? Instant(milliseconds: .max))
    }

    func find(_ reader: Reader) throws -> [Occasion] {
        try reader.all(
            """
            select \(OccasionStore.columns)
            from \(tables)
            where \(everything(behindCursor: true))
            order by occasion.starts_at, occasion.number
            limit \(page.limit) offset \(page.offset)
            """, OccasionStore.occasion)
    }

    /// The same, with nothing of them but what tells whether they are as they were.
    func places(_ reader: Reader) throws -> [OccasionPlace] {
        try reader.all(
            """
            select
                occasion.number, occasion.starts_at, occasion.version, occasion_places.taken,
                occasion.host_id
            from \(tables)
            where \(everything(behindCursor: true))
            order by occasion.starts_at, occasion.number
            limit \(page.limit) offset \(page.offset)
            """, OccasionPlace.init)
    }

    func count(_ reader: Reader) throws -> Int {
        guard isCounted, let status else {
            return try reader.count(
                "select count(*) from \(countedTables) where \(everything(behindCursor: false))")
        }
        let start = from ?? Instant.writable.lowerBound
        let all = try OccasionCounts.count(kind, status, from: start, reader)
        guard let to, to > start else { return to == nil ? all : 0 }
        return all - (try OccasionCounts.count(kind, status, from: to, reader))
    }

    // MARK: SQL

    private var tables: SQL { found(in: OccasionStore.tables) }

    /// The same, without places where nobody asks for them.
    private var countedTables: SQL { isAvailable == nil ? found(in: "occasion") : tables }

    /// SQLite keeps the order of a cross join (https://www.sqlite.org/lang_select.html section 3).
    private func found(in occasions: SQL) -> SQL {
        words.isEmpty ? occasions : "occasion_text cross join \(occasions)"
    }

    private var words: [String] { text?.words ?? [] }

    private func everything(behindCursor: Bool) -> SQL {
        var all: [SQL] = ["occasion.kind = \(kind)"]
        if let status {
            // By whom they are led is the narrower question: its index is the better one.
            all.append(host == nil ? "occasion.status = \(status)" : "+occasion.status = \(status)")
        }
        if let start = start(behindCursor: behindCursor) { all.append(start) }
        if let to { all.append("occasion.starts_at < \(to)") }
        return SQL.joined(all + conditions, by: " and ")
    }

    /// One limit, the later: an index begins at one place, and SQLite need not choose the better of two.
    private func start(behindCursor: Bool) -> SQL? {
        let earliest = from.map { Int($0.milliseconds) } ?? Int.min
        if behindCursor, let after = page.after, after.order >= earliest {
            return "(occasion.starts_at, occasion.number) > (\(after.order), \(after.number))"
        }
        return from.map { "occasion.starts_at >= \($0)" }
    }

    /// What no count knows of.
    private var conditions: [SQL] {
        var all: [SQL] = []
        if !words.isEmpty {
            all.append("occasion_text match \(Dialect.pattern(words))")
            all.append("occasion.number = occasion_text.rowid")
        }
        if let symbols = text?.symbols {
            all.append(
                """
                (
                    \(Dialect.contains("occasion.title", symbols))
                    or \(Dialect.contains("occasion.description", symbols))
                    or \(Dialect.contains("occasion.location", symbols))
                )
                """)
        }
        if let title { all.append(Dialect.contains("occasion.title", title)) }
        if let location { all.append(Dialect.contains("occasion.location", location)) }
        if let host { all.append("occasion.host_id = \(host)") }
        if let category { all.append("occasion.category = \(category)") }
        switch isAvailable {
        case true?: all.append("occasion_places.taken < occasion_places.capacity")
        case false?: all.append("occasion_places.taken = occasion_places.capacity")
        case nil: break
        }
        return all
    }
}
