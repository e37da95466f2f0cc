import JSON
import SQLite

extension Features {
    /// What else becomes of somebody who leaves for good.
    package static func departure(_ journal: Journal) -> Users.Departure {
        let claims = Claims(journal)
        return { account, actor, tx in
            try claims.withdraw(account: account, by: actor, in: tx)
            try CalendarStore.delete(account, in: tx)
            try Reviews.forget(account: account, in: tx)
            try Notices.forget(account: account, in: tx)
        }
    }

    /// What there is about a person beside the account.
    package static let holdings: Users.Holdings = { account, reader in
        [
            JSON.Member("bookings", .array(try Bookings.holdings(of: account, reader))),
            JSON.Member("reviews", .array(try Reviews.holdings(of: account, reader))),
        ]
    }
}
