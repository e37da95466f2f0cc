/// What somebody probably meant by a name that does not exist.
enum Nearest {
    /// The name that takes the fewest changes to reach, `nil` when none is near.
    static func name(to given: String, among names: some Sequence<String>) -> String? {
        // Two letters swapped are two changes; in a short name as many would make another word.
        let length = given.utf8.count
        let most = min(max(2, length / 3), length / 2)
        let nearest = names.map { (name: $0, changes: changes(from: given, to: $0)) }
            .min { ($0.changes, $0.name) < ($1.changes, $1.name) }
        return nearest.flatMap { $0.changes <= most ? $0.name : nil }
    }

    /// The same, as the end of a sentence that said that the name is unknown.
    static func hint(for given: String, among names: some Sequence<String>) -> String {
        name(to: given, among: names).map { "; did you mean \($0)?" } ?? ""
    }

    /// Letters to insert, drop or replace (Levenshtein's distance), one row of the table at a time.
    private static func changes(from given: String, to name: String) -> Int {
        let target = Array(name.utf8)
        var row = Array(0...target.count)
        for (above, letter) in given.utf8.enumerated() {
            var diagonal = row[0]
            row[0] = above + 1
            for column in target.indices {
                let replaced = diagonal + (target[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[target.count]
    }
}
