/// The folder of the package, wherever it was checked out.
package enum PackageRoot {
    /// Its absolute path, without a slash at the end.
    package static let path: String = {
        // This file is Tests/Workbench/PackageRoot.swift: three names below the root.
        let names = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return names.dropLast(3).joined(separator: "/")
    }()

    /// The absolute path of a file that is named from the root.
    package static func file(_ relativePath: String) -> String {
        "\(path)/\(relativePath)"
    }
}
