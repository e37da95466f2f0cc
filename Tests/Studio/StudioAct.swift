/// One thing that somebody does in a studio.
package enum StudioAct: Sendable {
    case open(occasion: String, capacity: Int)
    case place(claim: String, occasion: String, person: String)
    case release(claim: String)
    case enrol(person: String)
    case erase(person: String)
}
