import Glibc

// Programs for trials that are no tests: fuzzing without end, measurements, a server to send anything to.
let words = Array(CommandLine.arguments.dropFirst())

do {
    if let fuzz = FuzzCommand(words) {
        exit(fuzz.run() ? 0 : 1)
    } else if let faults = FaultCommand(words) {
        exit(try await faults.run() ? 0 : 1)
    } else if var kill = KillCommand(words) {
        exit(try kill.run() ? 0 : 1)
    } else if let kill = BookingKillCommand(words) {
        exit(try kill.run() ? 0 : 1)
    } else if let races = RacesCommand(words) {
        exit(try races.run() ? 0 : 1)
    } else if let writers = KilledWriters(words) {
        try await writers.run()
    } else if let commits = CommitCommand(words) {
        try await commits.run()
    } else if let replay = ReplayCommand(words) {
        try replay.run()
    } else if let load = BackupLoad(words) {
        exit(try await load.run() ? 0 : 1)
    } else if var kill = StreamKillCommand(words) {
        exit(try kill.run() ? 0 : 1)
    } else if let writers = StreamedWriters(words) {
        try await writers.run()
    } else if let tokens = TokensCommand(words) {
        exit(try tokens.run() ? 0 : 1)
    } else if let conformance = TokensConformance(words) {
        exit(try conformance.run() ? 0 : 1)
    } else if let hashing = HashingCommand(words) {
        try await hashing.run()
    } else if let server = TrialServer(words) {
        try server.run()
    } else {
        let usages = [
            "serve PORT", CommitCommand.usage, ReplayCommand.usage, BackupLoad.usage,
            StreamKillCommand.usage, FaultCommand.usage, KillCommand.usage, FuzzCommand.usage,
            BookingKillCommand.usage, RacesCommand.usage,
            TokensCommand.usage, TokensConformance.usage,
            HashingCommand.usage,
        ]
        print(usages.joined(separator: "\n"))
        exit(64)
    }
} catch {
    print("\(error)")
    exit(1)
}
