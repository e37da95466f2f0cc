import SQLite

@testable import Booking

extension House {
    /// As if so many places of a class, session or event were booked.
    func take(_ places: Int, of id: String) async throws {
        _ = try await database.write { tx in
            try tx.run(
                """
                update occasion_places
                set taken = \(places)
                where number = (select number from occasion where id = \(id))
                """)
        }
    }
}
