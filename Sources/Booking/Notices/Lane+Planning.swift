import SQLite

extension Lane {
    /// What a part of the journal asks for.
    private struct Part {
        var plans: [(plan: Plan, entry: JournalEntry)] = []
        var place: LanePlace
        var isMore = false
    }

    /// Plans what the next entries ask for: how many of these there were, if there is more to do, or nil
    /// without a lane.
    func plan() async throws -> Int? {
        guard let from = try place() else { return nil }
        let part: Part = try read { try self.part(from: from, $0) }
        if !part.plans.isEmpty {
            guard try await write(part) else {
                state.withLock { $0.place = nil }
                return 1
            }
            state.withLock { $0.writtenPlace = part.place }
        }
        let isFar = state.withLock { state in
            state.place = part.place
            return part.place.seq - (state.writtenPlace?.seq ?? 0) >= Lane.mostEntries
        }
        if isFar { try await settle() }
        return part.isMore || !part.plans.isEmpty ? max(1, part.place.seq - from.seq) : 0
    }

    private func place() throws -> LanePlace? {
        if let place = state.withLock(\.place) { return place }
        let written = try read { try LaneStore.place(channel.lane, $0) }
        state.withLock { ($0.place, $0.writtenPlace) = (written, written) }
        return written
    }

    private func part(from place: LanePlace, _ reader: Reader) throws -> Part {
        let end = try JournalStore.count(of: nil, reader)
        let last = min(place.seq + Lane.mostEntries, end)
        var part = Part(place: place)
        guard last > place.seq else { return part }
        let kinds = channel.kinds.sorted()
        let entries = try JournalStore.entries(of: kinds, after: place.seq, upTo: last, reader)
        for entry in entries {
            let within = entry.seq == place.seq + 1 ? place.within : nil
            let plans = try channel.plan(entry, within, reader)
            part.plans += plans.items.map { ($0, entry) }
            if let next = plans.next {
                part.place = LanePlace(entry.seq - 1, within: next)
                part.isMore = true
                return part
            }
            part.place = LanePlace(entry.seq)
            if part.plans.count >= Lane.mostPlans {
                part.isMore = entry.seq < end
                return part
            }
        }
        part.place = LanePlace(last)
        part.isMore = last < end
        return part
    }

    /// Writes down what is planned, and how far that goes; unless somebody else did, or ended the lane.
    private func write(_ part: Part) async throws -> Bool {
        let (channel, ids) = (channel, desk.ids)
        let from = state.withLock(\.writtenPlace)
        return try await write { tx in
            guard try LaneStore.place(channel.lane, tx) == from else { return false }
            for (plan, entry) in part.plans {
                try DeliveryStore.insert(
                    plan, id: ids.next(at: tx.now), for: (channel.name, channel.lane),
                    entry: (entry.seq, entry.stream), in: tx)
            }
            try LaneStore.move(channel.lane, to: part.place, in: tx)
            return true
        }
    }
}
