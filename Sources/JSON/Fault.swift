/// One thing that is wrong with what a client sent.
package struct Fault: Sendable, Equatable {
    /// Where in the body, as RFC 6901 writes it: `/items/0/name`; empty for the body itself.
    package let pointer: String
    /// The same place as people write it: `items.0.name`.
    package let field: String
    /// What is wrong, for programs; it never changes. Every schema may answer `required` and
    /// `wrong_type`; the limits `too_short`, `too_long`, `too_small`, `too_large`, `too_few`,
    /// `too_many`, `too_precise`; the spellings `bad_format`, `offset_required`, `not_allowed`.
    package let code: String
    /// What is wrong, for people: the rest of a sentence that starts with the field.
    package let detail: String

    package init(pointer: String, field: String, code: String, detail: String) {
        self.pointer = pointer
        self.field = field
        self.code = code
        self.detail = detail
    }
}
