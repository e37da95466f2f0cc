/// How much work a hash is, for whoever guesses passwords and for us.
package struct Argon2Parameters: Sendable, Equatable {
    /// In KiB. What a guess needs of it, no graphics card has thousands of times.
    package let memory: Int
    /// How often the memory is gone through.
    package let passes: Int
    /// Parts of the memory that could be worked on at once. They are worked on one after the other
    /// here: the threads are counted elsewhere.
    package let lanes: Int

    package init(memory: Int, passes: Int, lanes: Int) {
        self.memory = memory
        self.passes = passes
        self.lanes = lanes
    }

    /// 19 MiB, as OWASP's Password Storage Cheat Sheet has it: some 20 ms of one core.
    package static let standard = Argon2Parameters(memory: 19_456, passes: 2, lanes: 1)
}
