/// How much of a core a thread gets where others want it too.
package enum ThreadPriority: Int32, Sendable {
    case usual = 0
    /// A quarter of a core that it shares with a thread of the usual priority, as each step is a factor of
    /// 1.25 (sched(7), "The nice value"); all of one that nobody else wants. Its value is how much nicer the thread is.
    case background = 5
}
