import SQLite
import Web

/// The services that a query looks for.
///
/// Parts of words are found by an index of pieces of three characters, so shorter ones are looked for in
/// each service that is left.
struct ServiceSearch: Sendable {
    /// More find nothing more.
    private static let mostWords = 8
    private static let shortestIndexed = 3

    private let status: Service.Status
    private let priceMin: Int?
    private let priceMax: Int?
    private let page: Page
    private let indexed: [String]
    private let short: [String]

    init(_ query: ServicesQuery) {
        status = query.isActive ? .active : .inactive
        priceMin = query.priceMin
        priceMax = query.priceMax
        page = query.page
        let words = (query.text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
            .prefix(Self.mostWords)
        indexed = words.filter { $0.unicodeScalars.count >= Self.shortestIndexed }
        short = words.filter { $0.unicodeScalars.count < Self.shortestIndexed }
    }

    /// One page, and how many there are in all.
    func find(_ reader: Reader) throws -> (services: [Service], total: Int) {
        let services = try reader.all(
            """
            select \(ServiceStore.columns)
            from \(tables)
            where \(conditions)
            order by \(order)
            limit \(page.limit) offset \(page.offset)
            """, ServiceStore.service)
        return (services, try total(reader))
    }

    private func total(_ reader: Reader) throws -> Int {
        let isEverything = indexed.isEmpty && short.isEmpty && !isPriced
        return try reader.count(
            isEverything
                ? "select number from service_count where status = \(status)"
                : "select count(*) from \(tables) where \(conditions)")
    }

    /// SQLite keeps the order of a cross join (https://www.sqlite.org/lang_select.html section 3).
    private var tables: SQL {
        indexed.isEmpty ? "service" : "service_text cross join service"
    }

    private var conditions: SQL {
        var conditions: [SQL] = ["service.status = \(status)"]
        if !indexed.isEmpty {
            conditions.append("service_text match \(pattern)")
            conditions.append("service.number = service_text.rowid")
        }
        if let priceMin { conditions.append("service.price >= \(priceMin)") }
        if let priceMax { conditions.append("service.price <= \(priceMax)") }
        for word in short {
            let pattern = "%\(word.escapedForLike)%"
            conditions.append(
                """
                (
                    service.title like \(pattern) escape '\\'
                    or service.description like \(pattern) escape '\\'
                )
                """)
        }
        return SQL.joined(conditions, by: " and ")
    }

    /// Each order is one that an index has, so nothing is sorted.
    private var order: SQL {
        if !indexed.isEmpty { return "service_text.rowid" }
        return isPriced ? "service.price, service.number" : "service.number"
    }

    private var isPriced: Bool { priceMin != nil || priceMax != nil }

    /// Words between quotes, which have no meaning for the index then
    /// (https://www.sqlite.org/fts5.html section 3.1).
    private var pattern: String {
        indexed.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: " AND ")
    }
}

extension String {
    /// With the wildcards of `like` meant as they are written.
    fileprivate var escapedForLike: String {
        unicodeScalars.reduce(into: "") { escaped, scalar in
            if ["%", "_", "\\"].contains(scalar) { escaped.append("\\") }
            escaped.unicodeScalars.append(scalar)
        }
    }
}
