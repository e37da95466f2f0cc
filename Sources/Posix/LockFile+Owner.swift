import Glibc

extension LockFile {
    /// Who has the lock.
    package enum Owner: Equatable, Sendable {
        case process(Int32, command: String, host: String, since: String)
        /// Somebody who has not said yet who it is, or could not.
        case unknown
    }
}

extension LockFile.Owner: CustomStringConvertible {
    package var description: String {
        switch self {
        case .process(let number, let command, let host, let since):
            let place = host == Self.hostName ? "" : " on \(host)"
            return "`roost \(command)`, process \(number)\(place) since \(since)"
        case .unknown:
            return "another process"
        }
    }
}

extension LockFile.Owner {
    static func thisProcess(command: String, since: String) -> Self {
        .process(getpid(), command: command, host: hostName, since: since)
    }

    /// What the locked file says. The one who just took the lock may not have written yet: then this is
    /// of one before, who is gone by now.
    init(in descriptor: borrowing Descriptor) {
        let bytes = descriptor.bytes(at: 0, atMost: 4_096) ?? []
        let owner = Self(text: String(decoding: bytes, as: UTF8.self))
        self = owner.isGone ? .unknown : owner
    }

    /// Writes over what was there, and only then cuts off the rest: a reader finds one text or the
    /// other, with lines behind it at worst, and never an empty file.
    func write(to descriptor: borrowing Descriptor) {
        let bytes = Array(text.utf8)
        let count = descriptor.repeating { number in
            bytes.withUnsafeBytes { pwrite(number, $0.baseAddress, $0.count, 0) }
        }
        // Half a text would be a wrong one.
        ftruncate(descriptor.number, count == bytes.count ? count : 0)
    }

    private var text: String {
        guard case .process(let number, let command, let host, let since) = self else { return "" }
        return "process \(number)\ncommand \(command)\nhost \(host)\nsince \(since)\n"
    }

    private init(text: String) {
        let lines = text.split(separator: "\n", maxSplits: 4)
        let names = ["process ", "command ", "host ", "since "]
        let values = zip(lines, names).compactMap { line, name in
            line.hasPrefix(name) ? String(line.dropFirst(name.count)) : nil
        }
        guard values.count == names.count, let number = Int32(values[0]) else {
            self = .unknown
            return
        }
        self = .process(number, command: values[1], host: values[2], since: values[3])
    }

    /// Whether it is a process of this machine that is no more.
    private var isGone: Bool {
        guard case .process(let number, _, Self.hostName, _) = self else { return false }
        return number <= 0 || (kill(number, 0) == -1 && errno == ESRCH)
    }

    private static var hostName: String {
        // One byte more than asked for: what is cut to fit may come without its zero.
        var name = [CChar](repeating: 0, count: 257)
        gethostname(&name, 256)
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
