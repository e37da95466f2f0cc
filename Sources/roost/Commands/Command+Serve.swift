import Glibc
import Posix
import SQLite
import Server
import Time
import Web

extension Command {
    /// `roost serve`
    static let serve = Command(
        name: "serve",
        summary: "Serves the API until it is told to stop (SIGTERM or SIGINT).",
        body: .configured(.needed) { configuration, _, surroundings in
            try await serve(configuration, surroundings)
        })

    private static func serve(
        _ configuration: Configuration, _ surroundings: Surroundings
    ) async throws {
        let output = try LogOutput(to: STDOUT_FILENO)
        defer { output.close() }
        let log = Log(configuration.logLevel, clock: .system) { output.append($0) }
        let held = try HeldDatabase(configuration.databaseFile, for: "serve")
        let assembly = try Assembly(configuration: configuration, log: log)
        let signals = try EndSignals()
        try open(assembly.database, held, log)
        defer { assembly.copies.stop(closing: assembly.database) }
        defer { assembly.people.stop() }
        try await begin(assembly, held)
        let server = try started(assembly)
        try assembly.copies.start()
        assembly.catalogue.start()
        assembly.readiness.enter(.ready)
        announce(server, configuration, log, surroundings)
        warnOfFewDescriptors(configuration, log)

        try await OwnThread.run {
            log.info("stopping", ["signal": signals.wait()])
            stop(server, assembly)
        }
        await assembly.catalogue.stop()
        await assembly.telling.stop()
        log.info("stopped")
    }

    /// Brings the database up to date and opens it.
    private static func open(
        _ database: Database, _ held: borrowing HeldDatabase, _ log: Log
    ) throws(CommandFailure) {
        let plan = try held.migrate()
        for step in plan.steps.isEmpty ? [] : plan.report {
            log.info("migrated", ["step": step, "database": held.path])
        }
        do {
            try database.open()
        } catch {
            throw CommandFailure(ofStorage: error, held.path)
        }
    }

    /// Makes what every database of a server has.
    private static func begin(_ assembly: Assembly, _ held: borrowing HeldDatabase) async throws {
        do {
            try await assembly.people.begin()
            try await assembly.plantSamples()
            try await assembly.telling.start()
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(ofStorage: error, held.path)
        }
    }

    private static func started(_ assembly: Assembly) throws -> Server {
        do {
            return try assembly.server()
        } catch let error as SystemError {
            throw CommandFailure(line: "can't serve: \(error)")
        }
    }

    /// What is in hand is finished: first balancers get time to notice, then connections end with
    /// their answers.
    private static func stop(_ server: Server, _ assembly: Assembly) {
        let configuration = assembly.configuration
        assembly.readiness.enter(.draining)
        server.closeBehindAnswers()
        // Whoever waits for entries is answered now, with none.
        assembly.journal.watch.close()
        let delay = configuration.shutdownDelay.components
        var pause = timespec(
            tv_sec: Int(delay.seconds), tv_nsec: Int(delay.attoseconds / 1_000_000_000))
        nanosleep(&pause, nil)
        server.stop(within: configuration.shutdownTime)
    }

    /// One line for the log, and one for a person who looks at the terminal.
    private static func announce(
        _ server: Server, _ configuration: Configuration, _ log: Log, _ surroundings: Surroundings
    ) {
        let local = "http://\(server.address.forBrowsers)"
        log.info(
            "listening",
            [
                "address": "\(server.address)", "docs": "\(configuration.publicURL ?? local)/docs",
                "version": Version.current, "environment": configuration.environment.rawValue,
            ])
        guard isatty(STDERR_FILENO) == 1 else { return }
        surroundings.complain("serving at \(local) – the documents are at \(local)/docs")
    }
}

extension Command {
    /// Each connection takes one, and the process some besides: an operator should know beforehand
    /// that the system allows fewer.
    private static func warnOfFewDescriptors(_ configuration: Configuration, _ log: Log) {
        let most = Int(ProcessMetrics.mostDescriptors)
        guard most < configuration.maxConnections + 100 else { return }
        log.warning(
            "fewer descriptors than MAX_CONNECTIONS needs; raise the limit (ulimit -n)",
            ["descriptors": "\(most)", "connections": "\(configuration.maxConnections)"])
    }
}

extension SocketAddress {
    /// The address as one types it into a browser on the same machine.
    fileprivate var forBrowsers: String {
        let text = "\(self)"
        if text.hasPrefix("0.0.0.0:") { return "127.0.0.1:\(port)" }
        return text.hasPrefix("[::]:") ? "[::1]:\(port)" : text
    }
}
