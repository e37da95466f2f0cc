import CZlib

/// zlib's compressor at work on one body.
///
/// zlib keeps a pointer from its inner state back to the `z_stream`, so that struct lives at one
/// address on the heap. Nobody else has that address: hence the deflater may go from thread to thread.
struct Deflater: ~Copyable, @unchecked Sendable {
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

    /// The most bytes that a body of this size can become.
    mutating func bound(_ count: Int) -> Int {
        Int(deflateBound(stream, UInt(count)))
    }

    /// How many bytes of the body's compressed form there are by now.
    var written: Int { Int(stream.pointee.total_out) }

    /// Compresses a piece and puts what comes out behind what is written already; the last piece also
    /// ends the stream. `output` has room for `bound` bytes.
    mutating func compress(
        _ piece: ArraySlice<UInt8>, isLast: Bool, into output: inout [UInt8]
    ) throws(GzipError) {
        let start = written
        let code = piece.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { buffer in
                // zlib does not write through `next_in`; the field merely lacks its const.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = buffer.baseAddress.map { $0 + start }
                stream.pointee.avail_out = UInt32(buffer.count - start)
                return deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
            }
        }
        let isDone = isLast ? code == Z_STREAM_END : code == Z_OK && stream.pointee.avail_in == 0
        guard isDone else { throw .failed(code) }
    }
}
