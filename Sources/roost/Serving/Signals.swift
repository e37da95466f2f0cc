import Glibc

/// The signals that end a server, taken one after the other by the thread that waits for them.
struct Signals {
    private var set = sigset_t()

    /// Holds them back in this thread and in every thread that it starts from now on; a client that
    /// goes away while it is written to (SIGPIPE) is no reason to end.
    init() {
        sigemptyset(&set)
        sigaddset(&set, SIGTERM)
        sigaddset(&set, SIGINT)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits for the first of them.
    mutating func wait() -> String {
        var number: Int32 = 0
        sigwait(&set, &number)
        return number == SIGINT ? "SIGINT" : "SIGTERM"
    }

    /// Lets the next one end the process at once.
    mutating func release() {
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }
}
