/// What letters say, under the names that the files of `config/messages` have for it.
enum Phrase: String, CaseIterable, Sendable {
    case date
    case time
    case moment
    case spanOfADay = "span_of_a_day"
    case spanOfDays = "span_of_days"
    case decimalMark = "decimal_mark"
    case greeting
    case greetingOfNobody = "greeting_of_nobody"
    case appointment
    case confirmationSubject = "confirmation_subject"
    case confirmation
    case receiptSubject = "receipt_subject"
    case receipt
    case noticeSubject = "notice_subject"
    case notice
    case noticeOfNobody = "notice_of_nobody"
    case cancellationSubject = "cancellation_subject"
    case cancellation
    case cancellationByHost = "cancellation_by_host"
    case cancellationOfAll = "cancellation_of_all"
    case cancellationNotice = "cancellation_notice"
    case cancellationNoticeOfNobody = "cancellation_notice_of_nobody"
    case changeSubject = "change_subject"
    case change
    case changeNotice = "change_notice"
    case changeNoticeOfNobody = "change_notice_of_nobody"
    case moveSubject = "move_subject"
    case move
    case reminderSubject = "reminder_subject"
    case reminder
    case calendar
    case calendarCancelled = "calendar_cancelled"
    case when
    case whenNow = "when_now"
    case place
    case leader
    case seats
    case price
    case notes
    case reason
    case number
    case recoverySubject = "recovery_subject"
    case recovery
    case recoveryButton = "recovery_button"
    case recoveryEnd = "recovery_end"
    case verificationSubject = "verification_subject"
    case verification
    case verificationButton = "verification_button"
    case verificationEnd = "verification_end"
    case code
    case addressChangedSubject = "address_changed_subject"
    case addressChanged = "address_changed"
    case passwordChangedSubject = "password_changed_subject"
    case passwordChanged = "password_changed"
    case footOfCustomer = "foot_of_customer"
    case footOfHost = "foot_of_host"
    case footOfAccount = "foot_of_account"
}
