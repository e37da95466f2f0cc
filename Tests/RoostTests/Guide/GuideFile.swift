import Foundation
import Testing
import Workbench

/// A page of the guide as it stands in `docs/guide`.
struct GuideFile: Sendable, CustomTestStringConvertible {
    let name: String
    let number: Int

    static let all: [GuideFile] = {
        let folder = PackageRoot.file("docs/guide")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().enumerated().map { number, name in
            GuideFile(name: name, number: number + 1)
        }
    }()

    var script: GuideScript {
        let bytes = FileManager.default.contents(atPath: PackageRoot.file("docs/guide/\(name)"))
        return GuideScript(name, String(decoding: bytes ?? Data(), as: UTF8.self))
    }

    var testDescription: String { name }
}
