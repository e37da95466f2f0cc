import SQLite

/// Who leads what comes over, each looked up once: few lead many.
struct CatalogueHosts {
    private var accounts: [String: String?] = [:]

    /// The account of a host; a sentence where there is none, or where id and name are of two people.
    mutating func find(
        _ host: CatalogueRow.Host, _ reader: Reader
    ) throws -> Result<String?, ImportFault> {
        let named = try host.name.map { try account(named: $0, reader) }
        let numbered = try host.id.map { try account(ofID: $0, reader) }
        if case .some(.none) = named {
            return .failure(
                ImportFault(
                    "\(host.nameColumn) is nobody's username or e-mail address here; people come "
                        + "over first"))
        }
        if case .some(.none) = numbered, host.name == nil {
            return .failure(
                ImportFault(
                    "\(host.idColumn) is no account's id here; where people got new ids, name them "
                        + "by username or e-mail address"))
        }
        let (name, id) = (named ?? nil, numbered ?? nil)
        if let name, let id, name != id {
            return .failure(
                ImportFault("\(host.idColumn) is somebody else's than \(host.nameColumn)"))
        }
        return .success(name ?? id)
    }

    private mutating func account(named name: String, _ reader: Reader) throws -> String? {
        try known(name) { try UserStore.id(of: name, reader) }
    }

    private mutating func account(ofID id: String, _ reader: Reader) throws -> String? {
        guard let id = ImportedID.uuid(id) else { return nil }
        // No username has a slash in it.
        return try known("id/\(id)") { try UserStore.hasAccount(id, reader) ? id : nil }
    }

    private mutating func known(_ key: String, _ ask: () throws -> String?) rethrows -> String? {
        if let account = accounts[key] { return account }
        let account = try ask()
        accounts[key] = account
        return account
    }
}
