extension LockFile {
    /// Why a database can't be used.
    package enum Refusal: Error, Equatable {
        case inUse(database: String, by: Owner)
        /// The lock itself can't be had, in a folder that is missing or can't be written to.
        case failed(database: String, SystemError)
    }
}

extension LockFile.Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .inUse(let database, let owner): "the database \(database) is in use by \(owner)"
        case .failed(let database, let error): "the database \(database) can't be locked: \(error)"
        }
    }
}
