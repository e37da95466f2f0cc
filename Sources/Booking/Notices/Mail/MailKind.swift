/// What a mail about a booking tells, and whom.
enum MailKind: String, CaseIterable, Sendable {
    // To whoever has booked.
    case confirmation = "booking.confirmation"
    /// It still has to be confirmed.
    case receipt = "booking.receipt"
    case cancellation = "booking.cancellation"
    case cancellationByHost = "booking.cancellation_by_host"
    /// What was booked doesn't take place, or isn't offered any more.
    case cancellationOfAll = "booking.cancellation_of_all"
    case change = "booking.change"
    /// What was booked is at another time or place.
    case move = "booking.move"
    case reminder = "booking.reminder"

    // To whoever leads it.
    case notice = "booking.notice"
    case changeNotice = "booking.change_notice"
    case cancellationNotice = "booking.cancellation_notice"

    var isForHost: Bool {
        switch self {
        case .notice, .changeNotice, .cancellationNotice: true
        default: false
        }
    }

    var subject: Phrase {
        switch self {
        case .confirmation: .confirmationSubject
        case .receipt: .receiptSubject
        case .cancellation, .cancellationByHost, .cancellationOfAll, .cancellationNotice:
            .cancellationSubject
        case .change, .changeNotice: .changeSubject
        case .move: .moveSubject
        case .reminder: .reminderSubject
        case .notice: .noticeSubject
        }
    }

    /// What it says first: to a host there are other words where nobody's name is to be told.
    var lead: (named: Phrase, unnamed: Phrase) {
        switch self {
        case .confirmation: (.confirmation, .confirmation)
        case .receipt: (.receipt, .receipt)
        case .cancellation: (.cancellation, .cancellation)
        case .cancellationByHost: (.cancellationByHost, .cancellationByHost)
        case .cancellationOfAll: (.cancellationOfAll, .cancellationOfAll)
        case .change: (.change, .change)
        case .move: (.move, .move)
        case .reminder: (.reminder, .reminder)
        case .notice: (.notice, .noticeOfNobody)
        case .changeNotice: (.changeNotice, .changeNoticeOfNobody)
        case .cancellationNotice: (.cancellationNotice, .cancellationNoticeOfNobody)
        }
    }

    /// Whether it is about a booking that is cancelled; the others are about one that stands.
    var isOfEnd: Bool { subject == .cancellationSubject }

    /// Whether nobody wants to know it once the booking has begun.
    var isForBeforehand: Bool {
        switch self {
        case .change, .changeNotice, .move, .reminder: true
        default: false
        }
    }

    /// What a calendar is to do about it; nil where it hears nothing.
    var calendarMethod: CalendarMethod? {
        switch self {
        case .confirmation, .change, .move: .request
        case .cancellation, .cancellationByHost, .cancellationOfAll: .cancel
        case .receipt, .reminder, .notice, .changeNotice, .cancellationNotice: nil
        }
    }
}
