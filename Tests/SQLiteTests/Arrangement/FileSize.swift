import Foundation

/// How many bytes a file has.
func size(of path: String) throws -> Int {
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    return facts[.size] as? Int ?? 0
}
