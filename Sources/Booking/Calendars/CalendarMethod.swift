/// What a calendar is to do with what it is told (RFC 5546 section 1.4).
enum CalendarMethod: String, Sendable {
    /// Take it, or take it in the place of what there is under its id.
    case request = "REQUEST"
    /// Take it out.
    case cancel = "CANCEL"
}
