/// How a process ended.
package enum ChildEnd: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
}
