import CZlib

/// zlib's compressor at work on one body.
///
/// zlib keeps a pointer from its inner state back to the `z_stream`, so that struct lives at one
/// address on the heap.
struct Deflater: ~Copyable {
    /// 8 KiB of window and 2^13 hash slots: 64 KiB of state instead of the 268 KiB of zlib's defaults.
    /// `malloc` has that much at hand, while it maps the larger state anew each time: 92 µs instead of
    /// 14 for an answer of 4 kB. It costs no size: 60 kB of JSON lose less than 1 %.
    private static let windowBits: Int32 = 13
    private static let memoryLevel: Int32 = 6
    /// Added to the window's bits, it asks for gzip's header and trailer (zlib.h, `deflateInit2`).
    private static let gzipFraming: Int32 = 16

    private let stream: UnsafeMutablePointer<z_stream>

    init(level: Int) throws(GzipError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = deflateInit2_(
            stream, Int32(level), Z_DEFLATED, Deflater.windowBits + Deflater.gzipFraming,
            Deflater.memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            throw code == Z_MEM_ERROR ? .outOfMemory : .failed(code)
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Compresses a piece and gives what comes out, which may be nothing yet; the last piece also ends
    /// the stream.
    mutating func compress(
        _ piece: ArraySlice<UInt8>, isLast: Bool
    ) throws(GzipError) -> [UInt8] {
        // What earlier pieces have left inside is bounded, and more than this asks for another round.
        let room = Int(deflateBound(stream, UInt(piece.count)))
        var output: [UInt8] = []
        var rest = piece
        while true {
            let (code, made) = run(&rest, isLast: isLast, room: room)
            output = output.isEmpty ? made : output + made
            if code == Z_STREAM_END { return output }
            // Nothing left to take in, and room to spare: all that can come out has. Where the last
            // round filled its room to the byte, this one had nothing to do, which zlib calls Z_BUF_ERROR.
            if !isLast, rest.isEmpty, made.count < room, code == Z_OK || code == Z_BUF_ERROR {
                return output
            }
            guard code == Z_OK, made.count == room else { throw .failed(code) }
        }
    }

    private func run(
        _ piece: inout ArraySlice<UInt8>, isLast: Bool, room: Int
    ) -> (code: Int32, output: [UInt8]) {
        var code = Z_OK
        let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            code = piece.withUnsafeBufferPointer { input in
                // zlib does not write through `next_in`; the field merely lacks its const.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(room)
                return deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
            }
            count = room - Int(stream.pointee.avail_out)
        }
        piece = piece.suffix(Int(stream.pointee.avail_in))
        return (code, output)
    }
}
