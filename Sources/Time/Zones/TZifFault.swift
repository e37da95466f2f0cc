/// Why bytes are no zone that can be used (RFC 9636).
package enum TZifFault: Error, Equatable, Sendable {
    /// They don't begin as a TZif file does.
    case anotherFormat
    /// The file ends before what it promises.
    case cutOff
    /// More than the limits allow, which are many times what any zone has.
    case tooLarge
    /// Numbers of things that don't fit each other, or to nothing.
    case contradiction
    /// Changes that are not in the order of time, or too far away.
    case disorder
    /// Clocks that are further from UTC than any.
    case strangeOffset
    /// The rule behind the last change can't be read.
    case strangeRule
}
