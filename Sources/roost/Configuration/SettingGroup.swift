/// Settings that an operator looks for in the same place.
struct SettingGroup: Sendable {
    let title: String
    let settings: [Setting]
}
