/// How a process ended.
enum RoostEnd: Equatable {
    case exit(Int32)
    case signal(Int32)
}
