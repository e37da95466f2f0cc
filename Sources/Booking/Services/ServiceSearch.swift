import SQLite
import Web

/// The services that a query looks for.
struct ServiceSearch: Sendable {
    private let status: Service.Status
    private let priceMin: Int?
    private let priceMax: Int?
    private let text: SearchText?
    private let page: Page

    init(_ query: ServicesQuery) {
        status = query.isActive ? .active : .inactive
        priceMin = query.priceMin
        priceMax = query.priceMax
        text = SearchText(query.text)
        page = query.page
    }

    /// Whether it is answered within microseconds, by an index and by counts.
    var isQuick: Bool { text == nil && page.isNear }

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
        try reader.count(
            text == nil && !isPriced
                ? "select number from service_count where status = \(status)"
                : "select count(*) from \(tables) where \(conditions)")
    }

    private var words: [String] { text?.words ?? [] }

    /// SQLite keeps the order of a cross join (https://www.sqlite.org/lang_select.html section 3).
    private var tables: SQL {
        words.isEmpty ? "service" : "service_text cross join service"
    }

    private var conditions: SQL {
        var conditions: [SQL] = ["service.status = \(status)"]
        if !words.isEmpty {
            conditions.append("service_text match \(Dialect.pattern(words))")
            conditions.append("service.number = service_text.rowid")
        }
        if let symbols = text?.symbols {
            conditions.append(
                """
                (
                    \(Dialect.contains("service.title", symbols))
                    or \(Dialect.contains("service.description", symbols))
                )
                """)
        }
        if let priceMin { conditions.append("service.price >= \(priceMin)") }
        if let priceMax { conditions.append("service.price <= \(priceMax)") }
        return SQL.joined(conditions, by: " and ")
    }

    /// Each order is one that an index has, so nothing is sorted.
    private var order: SQL {
        if !words.isEmpty { return "service_text.rowid" }
        return isPriced ? "service.price, service.number" : "service.number"
    }

    private var isPriced: Bool { priceMin != nil || priceMax != nil }
}
