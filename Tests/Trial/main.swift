import Glibc

// Programs for trials that are no tests: fuzzing without end, a server to send anything to.
let words = Array(CommandLine.arguments.dropFirst())

if let fuzz = FuzzCommand(words) {
    exit(fuzz.run() ? 0 : 1)
}
let commits = CommitCommand(words)
let server = TrialServer(words)
guard commits != nil || server != nil else {
    print("trial serve PORT | \(CommitCommand.usage) | \(FuzzCommand.usage)")
    exit(64)
}
do {
    try commits?.run()
    try server?.run()
} catch {
    print("\(error)")
    exit(1)
}
