import Workbench

@testable import roost

/// A place where a server is started: a folder with files, and variables.
struct Deployment {
    let folder: TemporaryFolder
    let variables: [String: String]

    init(_ files: [String: String] = [:], variables: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        self.variables = variables
        for (name, text) in files {
            try folder.write(text, to: name)
        }
    }

    /// The configuration that these flags give.
    func configuration(_ flags: String...) throws(ConfigurationFaults) -> Configuration {
        try load(flags)
    }

    /// What is told when a server is started with these flags; nothing when all is well.
    func faults(_ flags: String...) -> [String] {
        do {
            _ = try load(flags)
            return []
        } catch {
            return error.lines
        }
    }

    private func load(_ flags: [String]) throws(ConfigurationFaults) -> Configuration {
        try Configuration.load(
            arguments: Arguments(flags, flags: Flag.ofConfiguration), environment: variables,
            files: WorkingFolder(path: folder.path))
    }
}

/// A secret that production takes.
let goodSecret = "kJ8v0Qm2Xz7Lr4Wn9Tb6Yc1Hs5Dg3Pf0"
