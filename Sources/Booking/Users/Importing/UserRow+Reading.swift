import JSON

extension UserRow {
    /// Reads a row. Columns that mean nothing here are left out; `UnknownColumns` tells of them.
    package init(_ row: ImportRow) throws(UserRowFaults) {
        var cells = ImportCells<UserColumn>(row)
        line = row.line
        let anyID = cells.read(.id, ImportedID.read)
        id = anyID.flatMap(ImportedID.uuid)
        oldID = id == nil ? anyID : nil
        let address = cells.read(.email, ImportedText.email.read)
        if cells.isAbsent(.email) { cells.add("required", "is missing", to: "email") }
        username = cells.read(.username, ImportedText.short.read)
        name = cells.read(.name, ImportedText.short.read)
        roles = ImportedRoles.merged(cells.readAll(.roles, ImportedRoles.read))
        let secret = ImportedSecret(&cells)
        password = secret.password
        passwordHashText = secret.hash
        googleID = cells.read(.googleID, ImportedID.readGoogleID)
        bio = cells.read(.bio, ImportedText.long.read)
        specialization = cells.read(.specialization, ImportedText.short.read)
        status = ImportedStatus.read(&cells)
        createdAt = cells.read(.createdAt, ImportedMoment.read)
        guard let address, cells.sentences.isEmpty else {
            throw UserRowFaults(line: row.line, sentences: cells.sentences)
        }
        email = address
    }
}
