/// What a rule lets pass, and why.
enum Exceptions {
    static let uncheckedWords = ["@unchecked Sendable", "nonisolated(unsafe)"]

    /// Files that may hold one of those words, each with the reason why it is right there.
    static let unchecked: [String: String] = [
        "Sources/Crypto/HMACSHA256.swift":
            "its hashes are only copied once they are made, which changes nothing in them",
        "Tests/Workbench/Keys/SigningKey.swift":
            "OpenSSL's keys may be used by many threads once nobody changes them",
        "Sources/Crypto/RSAPublicKey.swift":
            "OpenSSL's keys may be used by many threads once nobody changes them",
        "Sources/roost/Log/LogQueue.swift":
            "everything that changes is touched within its monitor",
        "Sources/Posix/Monitor.swift":
            "is a lock: a pthread mutex and condition, which Synchronization has no like of",
        "Sources/SQLite/Database/PendingWrite.swift":
            "who waits for it is touched under a mutex, and the rest doesn't change",
        "Sources/SQLite/Database/WriteResult.swift":
            "the writer's thread sets it before somebody else is told to look",
        "Sources/SQLite/Database/WriteQueue.swift":
            "everything that changes is touched within its monitor",
        "Sources/SQLite/Database/Writer.swift":
            "once its thread runs, everything that changes is touched by it alone",
        "Sources/SQLite/Database/LogMover.swift":
            "its state is within its monitor; of its connections one is the writer's, one its thread's",
        "Sources/SQLite/Database/ReaderPool.swift":
            "a connection is either in the pool or in the hands of one thread",
        "Sources/Server/EventLoop.swift":
            "what changes is touched on the loop's own thread; other threads go through its inbox",
        "Sources/Server/Connection.swift":
            "belongs to one loop and is touched on that loop's thread only",
    ]
}
