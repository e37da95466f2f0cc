/// How a thing stands, and how it answers people who come to it one after another.
package protocol SequentialModel: Hashable, Sendable {
    associatedtype Deed: Sendable

    /// How it stands behind a deed; nil where nobody could have been told so.
    func after(_ deed: Deed) -> Self?

    /// Whether a deed changes nothing, whatever it was told: a look, or a refusal.
    static func isLook(_ deed: Deed) -> Bool
}
