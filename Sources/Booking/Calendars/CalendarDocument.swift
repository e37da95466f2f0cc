import HTTP
import Web

/// Bookings as a file that every calendar reads (RFC 5545).
struct CalendarDocument {
    static let mediaType = "text/calendar"

    let entries: [CalendarEntry]
    /// What a calendar that subscribes to it calls it.
    var name: String?
    /// What is to be done with it, where it comes by mail.
    var method: CalendarMethod?

    var bytes: [UInt8] {
        var text = CalendarText()
        text.line("BEGIN", "VCALENDAR")
        text.line("VERSION", "2.0")
        text.line("PRODID", "-//Roost//Bookings//EN")
        text.line("CALSCALE", "GREGORIAN")
        if let method { text.line("METHOD", method.rawValue) }
        if let name { text.text("NAME", name) }
        if let name { text.text("X-WR-CALNAME", name) }
        for entry in entries { entry.write(to: &text) }
        text.line("END", "VCALENDAR")
        return text.bytes
    }

    /// As a file to be saved, or read by a calendar that subscribes.
    func response(fileName: String) -> Response {
        Response(
            .ok,
            ResponseFields([
                .contentType: "\(CalendarDocument.mediaType); charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(fileName)\"",
            ]), body: .bytes(bytes))
    }
}
