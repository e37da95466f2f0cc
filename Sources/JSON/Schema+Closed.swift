extension Schema {
    /// The same object, in which a member by any other name is a fault.
    ///
    /// Elsewhere unknown members are ignored. Here a misspelt one would not be missed, but mean the
    /// opposite: a day without opening hours is closed.
    package func refusingOthers(than names: [String]) -> Schema {
        let detail = "is none of " + names.joined(separator: ", ")
        let document = document.with("additionalProperties", false)
        return Schema(document, textForm: textForm) { json, faults in
            let count = faults.all.count
            if case .object(let members) = json {
                for member in members where !names.contains(where: member.name.hasSameBytes) {
                    faults.at(member.name) { $0.add("not_allowed", detail) }
                }
            }
            let value = reader(json, &faults)
            return faults.all.count == count ? value : nil
        } write: { value, writer in
            self.writer(value, &writer)
        }
    }
}
