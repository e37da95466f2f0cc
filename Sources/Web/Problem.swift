import HTTP
import JSON
import Time

/// Why a request was refused, as RFC 9457 tells it: for programs a status and a code, for people a
/// sentence.
///
/// A problem is declared once, next to the rule that raises it, with the words every client gets;
/// `saying` gives one occurrence words of its own.
package struct Problem: Error, Sendable {
    package let status: Status
    /// Stable and in snake_case; the page that explains it is `/docs/problems/CODE`.
    package let code: String
    /// What kind of thing went wrong, the same at each occurrence.
    package let title: String
    /// What went wrong this time.
    package var detail: String
    /// Which members of the request were at fault (422): every one of them, not only the first.
    package var faults: [Fault] = []
    /// When else there is time, where that is why it was refused.
    package var alternatives: [Alternative] = []
    /// Fields that belong to the refusal, such as `Retry-After` or `Allow`.
    package var fields = ResponseFields()

    package init(_ status: Status, _ code: String, _ title: String) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = title
    }

    /// Time that was free when the request was refused.
    package struct Alternative: Sendable {
        let start: Instant
        let end: Instant

        package init(start: Instant, end: Instant) {
            self.start = start
            self.end = end
        }
    }

    /// The same problem with other words for this occurrence.
    package func saying(_ detail: String) -> Problem {
        var copy = self
        copy.detail = detail
        return copy
    }

    /// The same problem with one more header field.
    package func adding(_ name: FieldName, _ value: String) -> Problem {
        var copy = self
        copy.fields.append(name, value)
        return copy
    }
}
