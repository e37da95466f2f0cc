/// Whatever prints a hash, in a log, a failed test or a debugger, tells its scheme alone.
extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "PasswordHash(\(scheme.rawValue))" }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
