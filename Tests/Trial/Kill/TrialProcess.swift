import Glibc
import Posix

/// Another process of this program, and what it says. It is gone when nobody holds it any more.
struct TrialProcess: ~Copyable {
    /// Nil as soon as its end was seen: then the system may give the number to another.
    private var id: pid_t?
    /// What it says goes to a file: nothing of it gets lost with the process.
    private let output: File
    private(set) var said: [UInt8] = []

    /// The file for what it says must not be there yet.
    init(_ words: [String], output path: String) throws(SystemError) {
        let output = try File(creating: path)
        id = try TrialProcess.start(words, output: path)
        self.output = output
    }

    deinit {
        guard let id else { return }
        Glibc.kill(id, SIGKILL)
        waitpid(id, nil, 0)
    }

    private static func start(_ words: [String], output: String) throws(SystemError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_APPEND, 0)
        var arguments = (["trial"] + words).map { strdup($0) } + [nil]
        var environment = surroundings.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var id: pid_t = 0
        let result = posix_spawn(&id, executable, &actions, nil, &arguments, &environment)
        guard result == 0 else { throw SystemError("posix_spawn", number: result) }
        return id
    }

    /// It lies beside this program, be that the trial itself or the bundle of the tests.
    private static var executable: String {
        let path = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { space, count in
            guard let start = space.baseAddress else { return }
            count = max(0, readlink("/proc/self/exe", start, space.count))
        }
        return "\(Folder(of: String(decoding: path, as: UTF8.self)).path)/trial"
    }

    /// What sanitizers are told counts for that process too.
    private static var surroundings: [String] {
        ["PATH", "TSAN_OPTIONS", "ASAN_OPTIONS"].compactMap { (name: String) in
            getenv(name).map { "\(name)=\(String(cString: $0))" }
        }
    }

    /// Listens until a moment, or until it has said something.
    mutating func listen(
        until end: ContinuousClock.Instant, for line: String? = nil
    ) throws(SystemError) {
        while ContinuousClock.now < end {
            try listen()
            if let line, String(decoding: said, as: UTF8.self).contains("\(line)\n") { return }
            usleep(500)
        }
    }

    private mutating func listen() throws(SystemError) {
        said += try output.read(at: said.count, atMost: 16 << 20)
    }

    /// Kills it, and listens to the last that it had said.
    mutating func kill() throws(SystemError) {
        if let id = id.take() {
            Glibc.kill(id, SIGKILL)
            waitpid(id, nil, 0)
        }
        try listen()
    }
}
