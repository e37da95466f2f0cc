/// Which state of its database a connection sees: the same where nobody committed anything between.
///
/// What was made of a state holds for as long as that is seen. Connections count on their own, so a version
/// says nothing to another connection.
package struct StateVersion: Hashable, Sendable {
    /// Tells connections apart, also those of which one came after the other was closed.
    package let connection: Int
    let number: UInt32
}
