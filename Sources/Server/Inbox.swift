import Synchronization

/// Work that other threads hand to a loop.
final class Inbox: Sendable {
    enum Item {
        case job(UnownedJob)
        case work(@Sendable () -> Void)
    }

    private let items = Mutex<[Item]>([])

    /// Adds an item; true when the inbox was empty, and its loop may be asleep.
    func add(_ item: sending Item) -> Bool {
        items.withLock { items in
            items.append(item)
            return items.count == 1
        }
    }

    /// Everything that has come, in its order.
    func takeAll() -> [Item] {
        items.withLock { items in
            let all = items
            items.removeAll(keepingCapacity: true)
            return all
        }
    }
}
