import Time

extension Schema where Value == Instant {
    /// A moment by RFC 3339 with any offset; without one it means UTC.
    package static var instant: Schema {
        Schema(.text(format: "date-time"), textForm: .instant) { json, faults in
            Timestamp(json, &faults)?.instant
        } write: { value, writer in
            writer.instant(value)
        }
    }

    /// A moment that has to name its offset, since the sender's clock hangs in some town.
    package static var instantWithOffset: Schema {
        let document = SchemaDocument.text(format: "date-time")
            .with("pattern", "([Zz]|[+-][0-9]{2}:[0-9]{2})$")
        return Schema(document, textForm: .instant) { json, faults in
            guard let timestamp = Timestamp(json, &faults) else { return nil }
            if timestamp.hasOffset { return timestamp.instant }
            faults.add("offset_required", "must end with Z or an offset such as +05:30")
            return nil
        } write: { value, writer in
            writer.instant(value)
        }
    }
}

extension Schema where Value == CivilDate {
    /// A day: `2026-01-15`.
    package static var date: Schema {
        Schema(.text(format: "date")) { json, faults in
            guard let text = Schema<String>.string(json, &faults) else { return nil }
            if let date = CivilDate(iso8601: text) { return date }
            faults.add("bad_format", "must be a date such as 2026-01-15")
            return nil
        } write: { value, writer in
            writer.date(value)
        }
    }
}

extension Timestamp {
    fileprivate init?(_ json: JSON, _ faults: inout Faults) {
        guard let text = Schema<String>.string(json, &faults) else { return nil }
        guard let timestamp = Timestamp(rfc3339: text) else {
            faults.add("bad_format", "must be a date and time such as 2026-01-15T09:00:00Z")
            return nil
        }
        self = timestamp
    }
}
