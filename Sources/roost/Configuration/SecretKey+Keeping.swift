extension SecretKey {
    /// The secret of a working folder: made at the first start, the same ever after.
    ///
    /// When two processes start at once, both take the one that came first.
    static func kept(in files: WorkingFolder) throws(WorkingFolder.Failure) -> Secret {
        if try files.read(file) == nil {
            try files.create(file, text: make())
        }
        let text = try files.read(file) ?? ""
        guard weakness(of: text) == nil else {
            throw WorkingFolder.Failure(reason: "what it holds is no secret; delete it")
        }
        return Secret(text: text)
    }

    private static let file = "var/secret"
}
