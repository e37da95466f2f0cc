/// What this build of Roost calls itself.
enum Version {
    /// The version of the program; `roost version`, `/` and `/health` tell it.
    static let current = "0.1.0"

    /// The version, and what it was built with and for.
    static let full = "\(current) (swift \(compiler), linux \(architecture))"

    private static var compiler: String {
        #if compiler(>=6.4)
            "6.4 or newer"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }

    private static var architecture: String {
        #if arch(x86_64)
            "x86_64"
        #elseif arch(arm64)
            "aarch64"
        #else
            "of another kind"
        #endif
    }
}
