import Glibc

let reader = CommandLineReader(surroundings: .process)
let exitCode = await reader.run(Array(CommandLine.arguments.dropFirst()))
exit(exitCode.rawValue)
