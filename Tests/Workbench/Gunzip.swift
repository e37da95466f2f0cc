import CZlib

/// Undoes gzip as `gzip -t` would: the whole input is one member, and its checksum and length hold.
package func gunzip(_ bytes: [UInt8], room: Int) -> [UInt8]? {
    var input = bytes
    var output = [UInt8](repeating: 0, count: room + 1)
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    let code = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(target.count)
            return inflate(&stream, Z_FINISH)
        }
    }
    guard code == Z_STREAM_END, stream.avail_in == 0 else { return nil }
    return Array(output[..<Int(stream.total_out)])
}
