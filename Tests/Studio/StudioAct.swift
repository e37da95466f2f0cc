/// One thing that somebody does in a studio.
package enum StudioAct: Sendable {
    case open(sitting: String, capacity: Int)
    case place(claim: String, sitting: String, person: String)
    case release(claim: String)
    case enrol(person: String)
    case erase(person: String)
}
