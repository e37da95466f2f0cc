/// One class, service, session or event as another system had it, read from a row of a table.
struct CatalogueRow {
    /// Who leads an occasion, as the file names them.
    struct Host {
        /// A username or an address; for people who have one of both in a column.
        let name: String?
        let id: String?
        /// The columns of both, as the file calls them.
        let nameColumn: String
        let idColumn: String
    }

    enum Facts {
        /// Without its host, who is looked up.
        case occasion(OccasionFacts)
        case service(ServiceFacts)
    }

    /// Where it was in the file.
    let line: Int
    /// A UUID: the one it had, or one made from what it had instead. Nil where it had none.
    let id: String?
    let host: Host
    let facts: Facts
}
