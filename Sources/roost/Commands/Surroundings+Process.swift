// `environ` is a variable, which Swift 6 refuses to read. Nothing in this process writes to it.
@preconcurrency import Glibc

extension Surroundings {
    /// Those of the running process.
    static var process: Surroundings {
        Surroundings(
            environment: variables,
            files: WorkingFolder(path: "."),
            say: { write($0, to: STDOUT_FILENO) },
            complain: { write("roost: \($0)\n", to: STDERR_FILENO) },
            input: Input(
                isTerminal: isatty(STDIN_FILENO) == 1,
                line: { readLine() },
                secret: { prompt in
                    write(prompt, to: STDERR_FILENO)
                    defer { write("\n", to: STDERR_FILENO) }
                    return withoutEcho { readLine() }
                }))
    }

    /// What is typed meanwhile is not shown (termios(3)).
    private static func withoutEcho(_ read: () -> String?) -> String? {
        var usual = termios()
        guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return read() }
        var silent = usual
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &silent)
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &usual) }
        return read()
    }

    private static var variables: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let variable = next.pointee {
            let parts = String(cString: variable).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        return variables
    }

    /// Writes all of a text; gives up when nobody reads any more.
    private static func write(_ text: String, to file: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
