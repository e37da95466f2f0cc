import Posix

extension Folder {
    /// Refuses what would not fit on its disk: better before than in the middle.
    func check(room needed: Int) throws {
        let free = try freeBytes()
        guard free >= needed else {
            throw BackupError.noRoom(folder: path, needed: needed, free: free)
        }
    }
}
