import SQLite

extension LiveNotice {
    /// What an entry tells whose booking it is.
    static func toCustomer(_ entry: LiveEntry, _ view: BookingView?) -> LiveNotice {
        LiveNotice(seq: entry.seq, json: ChangeNotice(entry: entry, view: view).json)
    }

    /// What an entry tells who leads what was booked.
    static func toHost(_ entry: LiveEntry, _ view: BookingView) -> LiveNotice {
        let notice = HostNotice(view: view, isRead: false)
        return LiveNotice(seq: entry.seq, json: HostNotice.answer.bytes(of: notice))
    }

    /// Everything that an entry tells one account.
    static func all(
        of entry: LiveEntry, for account: String, _ reader: Reader
    ) throws -> [LiveNotice] {
        let view = try BookingViews.view(entry.booking, reader)
        var notices: [LiveNotice] = []
        if entry.user == account { notices.append(toCustomer(entry, view)) }
        if entry.isNew, entry.host == account, let view { notices.append(toHost(entry, view)) }
        return notices
    }
}
