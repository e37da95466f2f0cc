/// What one of many clients does: it asks, and when it is answered it asks again.
package protocol Errand: Sendable {
    /// The next call; nil when the errand is done. The first time nothing was answered.
    mutating func next(after answered: Answered?) -> Call?
}
