/// Why zlib could not compress.
package enum GzipError: Error, Equatable {
    /// There was no memory for its state.
    case outOfMemory
    /// A call failed with one of zlib's codes (https://zlib.net/manual.html#Constants).
    case failed(Int32)
}
