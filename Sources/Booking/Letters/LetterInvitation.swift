/// What a calendar is told with a letter.
struct LetterInvitation: Equatable, Sendable {
    let method: CalendarMethod
    let entry: CalendarEntry

    var document: CalendarDocument { CalendarDocument(entries: [entry], method: method) }

    /// What the file is called that programs save which know nothing of invitations.
    static let fileName = "booking.ics"
}
