import CSpawn
import Glibc
import Posix

/// A process that this one starts, and that is gone when nobody holds it any more.
///
/// Not Foundation's `Process`: on Linux it looks for the highest open descriptor in `/proc/self/fd`, copies
/// all 256 bytes of a name's room, and so reads beyond its buffer as soon as some 1,365 are open.
package struct ChildProcess: ~Copyable {
    /// Nil as soon as its end was seen: then the system may give the number to another.
    private var id: pid_t?
    private var ended: ChildEnd?

    /// Starts a program with these words and no variables but these. What it says is written behind what
    /// its two files hold; both must be there. It is given no other descriptor.
    package init(
        _ program: String, _ words: [String], variables: [String: String] = [:],
        in folder: String? = nil, output: String, errors: String
    ) throws(SystemError) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        let appending: Int32 = O_WRONLY | O_APPEND
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, appending, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, appending, 0)
        cspawn_close_others(&actions)
        if let folder { cspawn_change_folder(&actions, folder) }

        // Threads of the pool block signals, and a child would inherit that: then it can't be asked to end.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var arguments = ([program] + words).map { strdup($0) } + [nil]
        var environment = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var id: pid_t = 0
        let result = posix_spawn(
            &id, program, &actions, &attributes, &arguments, &environment)
        guard result == 0 else { throw SystemError("posix_spawn", path: program, number: result) }
        self.id = id
    }

    deinit {
        guard let id else { return }
        Glibc.kill(id, SIGKILL)
        waitpid(id, nil, 0)
    }

    package borrowing func signal(_ number: Int32) {
        if let id { Glibc.kill(id, number) }
    }

    /// How it ended, nil while it runs.
    package mutating func end() -> ChildEnd? {
        wait(WNOHANG)
        return ended
    }

    /// Waits for its end, on this thread: for programs that take no time.
    package mutating func waited() -> ChildEnd? {
        wait(0)
        return ended
    }

    /// Kills it and waits for its end.
    package mutating func kill() {
        signal(SIGKILL)
        wait(0)
    }

    private mutating func wait(_ options: Int32) {
        guard let id else { return }
        var status: Int32 = 0
        var result: pid_t
        repeat { result = waitpid(id, &status, options) } while result < 0 && errno == EINTR
        guard result == id else { return }
        self.id = nil
        // The low seven bits name the signal, zero means that it ended by itself (wait(2)).
        let signal = status & 0x7f
        ended = signal == 0 ? .exit(status >> 8 & 0xff) : .signal(signal)
    }

    /// The program with this name that lies beside the one that runs, be that the bundle of the tests.
    package static func program(_ name: String) -> String {
        let path = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { space, count in
            guard let start = space.baseAddress else { return }
            count = max(0, readlink("/proc/self/exe", start, space.count))
        }
        return "\(Folder(of: String(decoding: path, as: UTF8.self)).path)/\(name)"
    }

    /// What sanitizers are told counts for a child too. Without `PATH` they find nobody who names functions,
    /// and so no known finding.
    package static var sanitizers: [String: String] {
        var found: [String: String] = [:]
        for name in ["PATH", "TSAN_OPTIONS", "ASAN_OPTIONS"] {
            if let value = getenv(name) { found[name] = String(cString: value) }
        }
        return found
    }
}
