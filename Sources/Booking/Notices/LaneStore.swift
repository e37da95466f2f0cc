import SQLite

/// The table of lanes.
enum LaneStore {
    static func place(_ lane: String, _ reader: Reader) throws -> LanePlace? {
        try reader.first("select seq, place from notice_lane where name = \(lane)") { row in
            LanePlace(try row.integer(0), within: try row.textIfAny(1))
        }
    }

    static func places(_ reader: Reader) throws -> [String: LanePlace] {
        var places: [String: LanePlace] = [:]
        try reader.each("select name, seq, place from notice_lane") { row in
            places[try row.text(0)] = LanePlace(
                try row.integer(1), within: try row.textIfAny(2))
        }
        return places
    }

    /// Begins a lane at the journal's end, unless there is one: what happened before isn't told.
    static func open(_ lane: String, in tx: Transaction) throws {
        try tx.run(
            """
            insert into notice_lane (name, seq)
            values (\(lane), (select coalesce(max(seq), 0) from journal))
            on conflict (name) do nothing
            """)
    }

    static func move(_ lane: String, to place: LanePlace, in tx: Transaction) throws {
        try tx.run(
            """
            update notice_lane
            set seq = \(place.seq), place = \(place.within)
            where name = \(lane)
            """)
    }

    static func delete(_ lane: String, in tx: Transaction) throws {
        try tx.run("delete from notice_lane where name = \(lane)")
    }
}
