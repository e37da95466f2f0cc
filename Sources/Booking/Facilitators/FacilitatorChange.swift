import JSON

/// What a facilitator says of themselves.
struct FacilitatorChange: Sendable {
    let bio: Change<String?>
    let specialization: Change<String?>

    static let schema: Schema<FacilitatorChange> = .object(
        named: "FacilitatorChange", FacilitatorChange.init,
        Field("bio", \.bio, nullableChange: .bio, "What the person says of themselves."),
        Field(
            "specialization", \.specialization, nullableChange: .specialization, "A field of work.")
    )
}
