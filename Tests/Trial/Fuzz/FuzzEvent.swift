/// An event that can be compared.
enum FuzzEvent: Equatable {
    case head(FuzzHead)
    case body([UInt8])
    case end
}
