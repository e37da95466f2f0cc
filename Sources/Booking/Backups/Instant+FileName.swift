import Time

extension Instant {
    /// The second, as a part of a file's name that sorts by time: `2026-11-20T09-00-00Z`. Colons would
    /// be trouble on other systems' disks.
    var fileName: String {
        rfc3339.prefix(19).replacing(":", with: "-") + "Z"
    }

    /// Reads what `fileName` writes, and nothing else.
    init?(fileName: some StringProtocol) {
        let parts = fileName.split(separator: "T", maxSplits: 1)
        guard parts.count == 2,
            let instant = Instant(
                rfc3339: "\(parts[0])T" + String(parts[1]).replacing("-", with: ":")),
            instant.fileName == fileName
        else { return nil }
        self = instant
    }
}
