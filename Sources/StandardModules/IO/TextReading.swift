// Reading text.

import CPythonABI
import Glibc
import Runtime

extension TextWrapper {
    private static func checkReadable(_ layout: State) throws(Raised) {
        if layout.pointee.decodes == .none { throw IOBase.unsupported("not readable") }
    }

    /// Reads and decodes one more chunk; false at the end. `hint`: characters that are wanted.
    private static func readChunk(_ self: Value, _ hint: Int) throws(Raised) -> Bool {
        let layout = layout(self)
        try checkReadable(layout)
        var before = Ref.null
        var flags = 0
        if layout.pointee.isTelling { before = try TextDecoder.state(self, &flags) }
        var size = layout.pointee.chunkSize
        if hint > 0 {
            let wanted = layout.pointee.ratio * Double(hint)
            if wanted > Double(size) { size = wanted < 1e18 ? Int(wanted) : size }
        }
        let buffer = Ref(layout.pointee.buffer)
        let chunk: Ref
        if BufferedTypes.isPlain(buffer.value), BufferedObject.layout(buffer.value).pointee.isReadable {
            chunk = try BufferedObject.read1(buffer.value, size)
        } else {
            let number = IntObject.make(size)
            chunk = try Call.method(buffer.value, layout.pointee.hasRead1 ? IONames.read1 : IONames.read, number.value)
            if !Buffers.isExporter(chunk.value) {
                throw raise(
                    .typeError,
                    "underlying \(layout.pointee.hasRead1 ? "read1" : "read")() should have returned a bytes-like object, not '\(chunk.value.type.name)'")
            }
        }
        let count = try Buffer.withBytes(of: chunk.value) { (bytes) throws(Raised) -> Int in bytes.count }
        let text = try TextDecoder.decode(self, chunk.value, final: count == 0)
        let length = StrObject.length(text.value)
        setDecoded(layout, text)
        layout.pointee.ratio = length > 0 ? Double(count) / Double(length) : 0
        if layout.pointee.isTelling {
            var input = BytesObject.isExact(chunk.value) ? chunk : try BytesType.from(chunk.value)
            if BytesObject.count(before.value) > 0 {
                var all = ByteCollector()
                try all.append(BytesObject.data(before.value), BytesObject.count(before.value))
                try all.append(BytesObject.data(input.value), BytesObject.count(input.value))
                input = try all.finish()
            }
            StreamObject.replace(&layout.pointee.snapshot, input)
            layout.pointee.snapshotFlags = flags
        }
        return count > 0 || length > 0
    }
    /// As `readChunk`, again when a signal interrupts.
    private static func nextChunk(_ self: Value, _ hint: Int) throws(Raised) -> Bool {
        while true {
            do throws(Raised) { return try readChunk(self, hint) } catch { if !IOBase.wasInterrupted() { throw error } }
        }
    }

    /// Up to `count` characters of what is decoded; all when negative.
    private static func takeDecoded(_ layout: State, _ count: Int) throws(Raised) -> Ref {
        if layout.pointee.decoded.isNull { return StrObject.empty }
        let start = layout.pointee.decodedUsed
        let available = StrObject.length(layout.pointee.decoded) - start
        let number = count < 0 ? available : min(count, available)
        let text = try StrObject.substring(layout.pointee.decoded, start, start + number)
        layout.pointee.decodedUsed = start + number
        return text
    }

    /// read(size)
    static func read(_ self: Value, _ size: Int) throws(Raised) -> Ref {
        try checkAttached(self)
        try checkOpen(self)
        let layout = layout(self)
        try checkReadable(layout)
        try writePending(self)
        if size < 0 {
            let buffer = Ref(layout.pointee.buffer)
            let bytes = BufferedTypes.isPlain(buffer.value) && BufferedObject.layout(buffer.value).pointee.isReadable
                ? try BufferedObject.read(buffer.value, -1) : try Call.method(buffer.value, IONames.read)
            let rest = try TextDecoder.decode(self, bytes.value, final: true)
            let head = try takeDecoded(layout, -1)
            forget(layout)
            return try join(head, rest)
        }
        var result = try takeDecoded(layout, size)
        if StrObject.length(result.value) == size { return result }
        var builder = StrBuilder(capacity: min(size, 1 << 20))
        try builder.append(result.value)
        while builder.count < size {
            if !(try nextChunk(self, size - builder.count)) { break }
            result = try takeDecoded(layout, size - builder.count)
            try builder.append(result.value)
        }
        return try builder.finish()
    }
    private static func join(_ head: consuming Ref, _ rest: consuming Ref) throws(Raised) -> Ref {
        if StrObject.length(head.value) == 0 { return rest }
        if StrObject.length(rest.value) == 0 { return head }
        var builder = StrBuilder(capacity: StrObject.length(head.value) + StrObject.length(rest.value))
        try builder.append(head.value)
        try builder.append(rest.value)
        return try builder.finish()
    }

    /// readline(limit); negative for no limit. Empty at the end.
    static func readLine(_ self: Value, _ limit: Int) throws(Raised) -> Ref {
        try checkOpen(self)
        let layout = layout(self)
        if layout.pointee.pendingCount > 0 { try writePending(self) }
        if !layout.pointee.decoded.isNull {
            let start = layout.pointee.decodedUsed
            let length = StrObject.length(layout.pointee.decoded)
            let end = TextScan.lineEnd(layout.pointee.decoded, start, length, layout.pointee.lineEnd)
            if end >= 0 && (limit < 0 || end - start <= limit) {
                layout.pointee.decodedUsed = end
                return try StrObject.substring(layout.pointee.decoded, start, end)
            }
        }
        return try readLineSlow(self, limit)
    }
    private static func readLineSlow(_ self: Value, _ limit: Int) throws(Raised) -> Ref {
        let layout = layout(self)
        var line = StrBuilder()
        // A "\r" at the end of a chunk, of which the "\n" may come with the next.
        var carried = false
        while true {
            while layout.pointee.decoded.isNull || layout.pointee.decodedUsed >= StrObject.length(layout.pointee.decoded) {
                if try nextChunk(self, 0) { continue }
                forget(layout)
                if carried { try line.append(13) }
                return try line.finish()
            }
            let text = layout.pointee.decoded
            let start = layout.pointee.decodedUsed
            let length = StrObject.length(text)
            if carried {
                carried = false
                try line.append(13)
                if limit >= 0 && line.count >= limit { return try line.finish() }
                if StrObject.character(text, start) == 10 {
                    layout.pointee.decodedUsed = start + 1
                    try line.append(10)
                    return try line.finish()
                }
            }
            var end = TextScan.lineEnd(text, start, length, layout.pointee.lineEnd)
            let found = end >= 0
            if !found { end = length }
            if limit >= 0 && end - start + line.count >= limit {
                end = start + limit - line.count
            } else if !found {
                if layout.pointee.lineEnd == .both && StrObject.character(text, length - 1) == 13 {
                    carried = true
                    end -= 1
                }
                try line.append(text, start, end)
                layout.pointee.decodedUsed = length
                continue
            }
            layout.pointee.decodedUsed = end
            if line.count == 0 { return try StrObject.substring(text, start, end) }
            try line.append(text, start, end)
            return try line.finish()
        }
    }

    /// The next line of an iteration; null at the end.
    static func next(_ self: Value) throws(Raised) -> Ref {
        try checkAttached(self)
        let layout = layout(self)
        // The position in the file would cost too much to keep.
        layout.pointee.isTelling = false
        let line: Ref
        if self.object.pointee.ob_type == type && StreamObject.isPlain(self, attributes: 1) {
            line = try readLine(self, -1)
        } else {
            line = try Call.method(self, IONames.readline)
            guard StrObject.isInstance(line.value) else {
                throw OSErrors.raise(message: "readline() should have returned a str object, not '\(line.value.type.name)'")
            }
        }
        if StrObject.length(line.value) == 0 {
            StreamObject.replace(&layout.pointee.snapshot, Ref.null)
            layout.pointee.isTelling = layout.pointee.isSeekable
            return .null
        }
        return line
    }
}

/// The decoder of a wrapper, native or not.
enum TextDecoder {
    /// Decodes a bytes-like object; `final`: nothing follows.
    static func decode(_ self: Value, _ input: Value, final: Bool) throws(Raised) -> Ref {
        let layout = TextWrapper.layout(self)
        if layout.pointee.decodes == .python {
            let decoder = Ref(layout.pointee.decoder)
            let text = decoder.value.type == NewlineDecoder.type
                ? try NewlineDecoder.decode(decoder.value, input, final)
                : try Call.method(decoder.value, IONames.decode, input, Value(bool: final))
            guard StrObject.isInstance(text.value) else {
                throw raise(.typeError, "decoder should return a string result, not '\(text.value.type.name)'")
            }
            return text
        }
        let view = try BytesView(input)
        return try decode(self, view.bytes, view.count, final: final)
    }
    static func decode(_ self: Value, _ bytes: UnsafePointer<UInt8>, _ count: Int, final: Bool) throws(Raised) -> Ref {
        do throws(Raised) {
            return try decodeNatively(self, bytes, count, final: final)
        } catch {
            try failInDecoder(self, bytes, count, final: final)
            throw error
        }
    }
    /// Bytes that cannot be decoded are given to the codec's own decoder, so that the traceback shows its function.
    private static func failInDecoder(_ self: Value, _ bytes: UnsafePointer<UInt8>, _ count: Int, final: Bool) throws(Raised) {
        let layout = TextWrapper.layout(self)
        // Handlers of the program's own are not asked twice.
        let mode = ErrorMode.named(layout.pointee.errors)
        guard mode == .strict && PendingException.matches(PyExc_UnicodeDecodeErrorPointer())
            || mode == .registered && PendingException.matches(.lookupError)
        else { return }
        let saved = PendingException.save()
        do throws(Raised) {
            let codec = try CodecRegistry.lookup(layout.pointee.encoding)
            let factory = try Attributes.get(codec.value, IONames.incrementalDecoder)
            let decoder = try Call.call(factory.value, layout.pointee.errors)
            if layout.pointee.partialCount > 0 {
                let kept = try BytesObject.make(partial(layout), Int(layout.pointee.partialCount))
                let state = TupleObject.make(kept.value, Value(smallInt: 0))
                _ = try Call.method(decoder.value, IONames.setstate, state.value).isNull
            }
            let input = try BytesObject.make(bytes, count)
            _ = try Call.method(decoder.value, IONames.decode, input.value, Value(bool: final)).isNull
        } catch {
            if PendingException.matches(PyExc_UnicodeDecodeErrorPointer()) || PendingException.matches(.lookupError) {
                let shown = PendingException.save()
                PendingException.restore(saved)
                PendingException.restore(shown)
                throw error
            }
        }
        PendingException.restore(saved)
    }
    private static func decodeNatively(_ self: Value, _ bytes: UnsafePointer<UInt8>, _ count: Int, final: Bool) throws(Raised) -> Ref {
        let layout = TextWrapper.layout(self)
        let errors = Ref(layout.pointee.errors)
        var text: Ref
        switch layout.pointee.decodes {
        case .latin1: text = try StrObject.make(latin1: bytes, count)
        case .ascii:
            var consumed = 0
            text = try Codecs.decode(bytes, count, .ascii, errors.value, consumed: &consumed)
        default:
            if layout.pointee.partialCount == 0 {
                text = try decodeUTF8(layout, bytes, count, errors.value, final)
            } else {
                var all = ByteCollector()
                try all.append(partial(layout), Int(layout.pointee.partialCount))
                try all.append(bytes, count)
                let joined = try all.finish()
                text = try decodeUTF8(layout, BytesObject.data(joined.value), BytesObject.count(joined.value), errors.value, final)
            }
        }
        // No variable that one branch consumes and sets anew: the compiler leaks what it held.
        return layout.pointee.isUniversal ? try layout.pointee.newlines.process(text, final: final) : text
    }
    private static func partial(_ layout: TextWrapper.State) -> UnsafePointer<UInt8> {
        let base = UnsafeRawPointer(layout) + MemoryLayout<TextWrapper.Layout>.offset(of: \.partial).unsafelyUnwrapped
        return base.assumingMemoryBound(to: UInt8.self)
    }
    private static func setPartial(_ layout: TextWrapper.State, _ bytes: UnsafePointer<UInt8>, _ count: Int) {
        layout.pointee.partial = (
            count > 0 ? bytes[0] : 0, count > 1 ? bytes[1] : 0, count > 2 ? bytes[2] : 0, count > 3 ? bytes[3] : 0
        )
        layout.pointee.partialCount = UInt8(min(count, 4))
    }
    private static func decodeUTF8(
        _ layout: TextWrapper.State, _ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, _ final: Bool
    ) throws(Raised) -> Ref {
        var consumed = 0
        let text = try Codecs.decode(bytes, count, .utf8, errors, final: final, consumed: &consumed)
        setPartial(layout, bytes + consumed, count - consumed)
        return text
    }

    /// The bytes that the decoder keeps back, and its flags.
    static func state(_ self: Value, _ flags: inout Int) throws(Raised) -> Ref {
        let layout = TextWrapper.layout(self)
        if layout.pointee.decodes == .python {
            let decoder = Ref(layout.pointee.decoder)
            let state = try Call.method(decoder.value, IONames.getstate)
            guard TupleObject.isInstance(state.value) else { throw raise(.typeError, "illegal decoder state") }
            guard TupleObject.count(state.value) == 2, IntObject.isInstance(TupleObject.item(state.value, 1)) else {
                throw raise(.typeError, "illegal decoder state")
            }
            let kept = Ref(TupleObject.item(state.value, 0))
            guard BytesObject.isInstance(kept.value) else {
                throw raise(.typeError, "illegal decoder state: the first item should be a bytes object, not '\(kept.value.type.name)'")
            }
            flags = try Index.of(TupleObject.item(state.value, 1), .overflowError)
            return kept
        }
        flags = layout.pointee.isUniversal && layout.pointee.newlines.pendingCR ? 1 : 0
        return try BytesObject.make(partial(layout), Int(layout.pointee.partialCount))
    }
    static func setState(_ self: Value, _ kept: Value, _ flags: Int) throws(Raised) {
        let layout = TextWrapper.layout(self)
        if layout.pointee.decodes == .python {
            let decoder = Ref(layout.pointee.decoder)
            let number = IntObject.make(flags)
            let state = TupleObject.make(kept, number.value)
            _ = try Call.method(decoder.value, IONames.setstate, state.value).isNull
            return
        }
        setPartial(layout, BytesObject.data(kept), min(BytesObject.count(kept), 4))
        layout.pointee.newlines.pendingCR = flags & 1 != 0 && layout.pointee.isUniversal
    }
    static func reset(_ self: Value) throws(Raised) {
        let layout = TextWrapper.layout(self)
        if layout.pointee.decodes == .python {
            let decoder = Ref(layout.pointee.decoder)
            _ = try Call.method(decoder.value, IONames.reset).isNull
            return
        }
        layout.pointee.partialCount = 0
        layout.pointee.newlines.reset()
    }
}
