import Glibc

// Programs for trials that are no tests: fuzzing without end, a server to send anything to.
let words = Array(CommandLine.arguments.dropFirst())

if let fuzz = FuzzCommand(words) {
    exit(fuzz.run() ? 0 : 1)
}
if let load = BackupLoad(words) {
    exit(try await load.run() ? 0 : 1)
}
guard let server = TrialServer(words) else {
    print(["serve PORT", FuzzCommand.usage, BackupLoad.usage].joined(separator: " | "))
    exit(64)
}
do {
    try server.run()
} catch {
    print("\(error)")
    exit(1)
}
