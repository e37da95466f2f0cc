import Glibc

extension RowMemory {
    /// What is remembered of one table.
    class Shelf {
        let name: String
        /// The same, as SQLite writes it.
        let table: UnsafeMutablePointer<CChar>

        init(_ name: String) {
            self.name = name
            table = strdup(name)
        }

        deinit {
            free(table)
        }

        /// The row of this number has changed, or is no more.
        func forget(_ number: Int) {}

        func forgetAll() {}
    }

    /// The same, with what was made of its rows.
    final class ShelfOf<Value>: Shelf {
        var values: [String: Value] = [:]
        /// The keys that have values, by the numbers of their rows.
        var keys: [Int: String] = [:]

        override func forget(_ number: Int) {
            guard let key = keys.removeValue(forKey: number) else { return }
            values[key] = nil
        }

        override func forgetAll() {
            values = [:]
            keys = [:]
        }
    }
}
