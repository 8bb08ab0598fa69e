// Running bytes through the library's streams, whose counters have 32 bits.

import CPythonABI
import CZlib
import Runtime

enum Streams {
    private static let largestChunk = 1 << 30
    private static let smallestRoom = 64

    /// Puts all input through a deflate stream; the code of the last step.
    static func deflate(
        _ stream: inout z_stream, _ view: borrowing BytesView, _ flush: Int32, into output: inout ByteBuilder
    ) throws(Raised) -> Int32 {
        var position = 0
        var code = Z_OK
        repeat {
            let chunk = min(view.count - position, largestChunk)
            stream.next_in = MutableBytePointer(mutating: view.bytes + position)
            stream.avail_in = UInt32(chunk)
            position += chunk
            let step = position < view.count ? Z_NO_FLUSH : flush
            repeat {
                let room = min(max(output.count / 2, 1024), largestChunk)
                try output.reserve(room)
                stream.next_out = output.data + output.count
                stream.avail_out = UInt32(room)
                code = CZlib.deflate(&stream, step)
                output.advance(room - Int(stream.avail_out))
                if code == Z_STREAM_ERROR { return code }
            } while stream.avail_out == 0
        } while position < view.count
        return code
    }

    /// Puts input through an inflate stream until its end, the end of the input, or `limit` bytes of output. `consumed` tells how much
    /// of the input was used.
    static func inflate(
        _ stream: inout z_stream, _ input: BytePointer, _ count: Int, _ consumed: inout Int, limit: Int, dictionary: Value,
        flush: Int32 = Z_SYNC_FLUSH, into output: inout ByteBuilder
    ) throws(Raised) -> Int32 {
        var code = Z_OK
        repeat {
            let chunk = min(count - consumed, largestChunk)
            stream.next_in = MutableBytePointer(mutating: input + consumed)
            stream.avail_in = UInt32(chunk)
            repeat {
                let room = min(max(output.count, smallestRoom, min(4 * chunk, 1 << 16)), largestChunk, limit - output.count)
                if room <= 0 {
                    consumed += chunk - Int(stream.avail_in)
                    return code
                }
                try output.reserve(room)
                stream.next_out = output.data + output.count
                stream.avail_out = UInt32(room)
                code = CZlib.inflate(&stream, flush)
                output.advance(room - Int(stream.avail_out))
                if code == Z_NEED_DICT && !dictionary.isNull {
                    code = try setDictionary(&stream, dictionary)
                    if code != Z_OK { throw ZlibModule.fail(stream, code, "while setting zdict") }
                    if stream.avail_in > 0 { stream.avail_out = 0 }
                }
            } while stream.avail_out == 0 && code != Z_STREAM_END && (code == Z_OK || code == Z_BUF_ERROR)
            consumed += chunk - Int(stream.avail_in)
        } while (code == Z_OK || code == Z_BUF_ERROR) && consumed < count
        return code
    }

    static func setDictionary(_ stream: inout z_stream, _ dictionary: Value) throws(Raised) -> Int32 {
        let view = try BytesView(dictionary)
        guard view.count <= Int(UInt32.max) else { throw raise(.overflowError, "zdict length does not fit in an unsigned int") }
        return inflateSetDictionary(&stream, view.bytes, UInt32(view.count))
    }
}
