extension Setting {
    /// Every setting, in the order of the documents. A new group of settings is one line here.
    static let groups: [SettingGroup] = [
        .server, .storage, .limits, .identity, .catalogue, .bookings, .letters, .services,
    ]

    /// Every setting. Where two write the same place, the later one has the last word.
    static let all: [Setting] = groups.flatMap(\.settings)
}
