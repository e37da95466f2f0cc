/// A copy that was found to be whole, staged beside the database.
struct FoundCopy {
    let source: String
    let staged: StagedDatabase
    let facts: DatabaseFacts
    /// What its finder wants people to know, a sentence each.
    let notes: [String]
}
