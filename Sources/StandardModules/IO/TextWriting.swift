// Writing text.

import CPythonABI
import Glibc
import Runtime

extension TextWrapper {
    /// write(text), for a str.
    static func write(_ self: Value, _ text: Value) throws(Raised) {
        if StrObject.isASCII(text) && isQuick(layout(self)) {
            // The usual case: it goes to the pending bytes, and nothing else happens.
            let state = layout(self)
            let length = StrObject.length(text)
            let total = state.pointee.pendingCount &+ length
            if total < state.pointee.chunkSize && total <= state.pointee.pendingCapacity, let pending = state.pointee.pending, try !isClosed(self) {
                copyBytes(pending + state.pointee.pendingCount, StrObject.data(text), length)
                state.pointee.pendingCount = total
                return
            }
        }
        try checkAttached(self)
        try checkOpen(self)
        let layout = layout(self)
        if layout.pointee.encodes == .none { throw IOBase.unsupported("not writable") }
        var hasNewline = false
        if layout.pointee.writeNewline != 0 || layout.pointee.lineBuffering {
            hasNewline = TextScan.index(of: 10, in: text, 0, StrObject.length(text)) >= 0
        }
        if hasNewline && layout.pointee.writeNewline != 0 {
            let translated = try withNewlines(text, layout.pointee.writeNewline)
            return try append(self, translated.value, hasNewline)
        }
        try append(self, text, hasNewline)
    }
    static func withNewlines(_ text: Value, _ kind: UInt8) throws(Raised) -> Ref {
        let length = StrObject.length(text)
        var builder = StrBuilder(capacity: length + 8)
        var start = 0
        while true {
            let newline = TextScan.index(of: 10, in: text, start, length)
            if newline < 0 { break }
            try builder.append(text, start, newline)
            try builder.append(13)
            if kind == 2 { try builder.append(10) }
            start = newline + 1
        }
        try builder.append(text, start, length)
        return try builder.finish()
    }

    /// Whether ASCII text is written as it is, and stays here until a chunk is full.
    @inline(__always) private static func isQuick(_ layout: State) -> Bool {
        layout.pointee.isInitialized && layout.pointee.decodes == .none && layout.pointee.encodes != .none && layout.pointee.encodes != .python
            && layout.pointee.writeNewline == 0 && !layout.pointee.lineBuffering && !layout.pointee.writeThrough
    }

    private static func append(_ self: Value, _ text: Value, _ hasNewline: Bool) throws(Raised) {
        let layout = layout(self)
        let length = StrObject.length(text)
        let flushes = layout.pointee.lineBuffering && (hasNewline || TextScan.index(of: 13, in: text, 0, length) >= 0)
        if StrObject.isASCII(text) && layout.pointee.encodes != .python {
            let held = Ref(text)
            try appendBytes(self, StrObject.data(held.value).assumingMemoryBound(to: UInt8.self), length)
        } else {
            try appendEncoded(self, text)
        }
        if layout.pointee.pendingCount >= layout.pointee.chunkSize || flushes || layout.pointee.writeThrough { try writePending(self) }
        if flushes {
            let buffer = Ref(layout.pointee.buffer)
            try flushBuffer(buffer.value)
        }
        // What was read ahead is no longer what follows.
        if layout.pointee.decodes != .none {
            forget(layout)
            try TextDecoder.reset(self)
        }
    }
    private static func appendEncoded(_ self: Value, _ text: Value) throws(Raised) {
        let layout = layout(self)
        let errors = Ref(layout.pointee.errors)
        let bytes: Ref
        switch layout.pointee.encodes {
        case .utf8: bytes = try Codecs.encode(text, .utf8, errors.value)
        case .latin1: bytes = try Codecs.encode(text, .latin1, errors.value)
        case .ascii: bytes = try Codecs.encode(text, .ascii, errors.value)
        default:
            let encoder = Ref(layout.pointee.encoder)
            bytes = try Call.method(encoder.value, IONames.encode, text)
            guard BytesObject.isInstance(bytes.value) else {
                throw raise(.typeError, "encoder should return a bytes object, not '\(bytes.value.type.name)'")
            }
        }
        try appendBytes(self, BytesObject.data(bytes.value), BytesObject.count(bytes.value))
    }

    /// Adds to the pending bytes; those that were there go out first if the sum would be more than a chunk.
    private static func appendBytes(_ self: Value, _ data: UnsafePointer<UInt8>, _ count: Int) throws(Raised) {
        let layout = layout(self)
        if layout.pointee.pendingCount > 0 && layout.pointee.pendingCount &+ count > layout.pointee.chunkSize { try writePending(self) }
        if layout.pointee.pendingCount &+ count > layout.pointee.pendingCapacity || layout.pointee.pending == nil { try grow(layout, count) }
        guard let pending = layout.pointee.pending else { return }
        copyBytes(pending + layout.pointee.pendingCount, data, count)
        layout.pointee.pendingCount &+= count
    }
    private static func grow(_ layout: State, _ count: Int) throws(Raised) {
        let needed = layout.pointee.pendingCount + count
        let size = max(needed, min(layout.pointee.pendingCapacity * 2, layout.pointee.chunkSize), 256)
        guard size < Int.max / 4, let grown = Allocator.allocatePlain(size)?.assumingMemoryBound(to: UInt8.self) else { throw raise(.memoryError, argument: .null) }
        if let pending = layout.pointee.pending {
            copyBytes(grown, pending, layout.pointee.pendingCount)
            Allocator.freePlain(pending)
        }
        layout.pointee.pending = grown
        layout.pointee.pendingCapacity = size
    }

    /// Hands the pending bytes to the buffer.
    static func writePending(_ self: Value) throws(Raised) {
        let layout = layout(self)
        let count = layout.pointee.pendingCount
        guard count > 0, let pending = layout.pointee.pending else { return }
        let buffer = Ref(layout.pointee.buffer)
        // The memory is nobody's while the buffer works: what it calls may write more text.
        let capacity = layout.pointee.pendingCapacity
        layout.pointee.pending = nil
        layout.pointee.pendingCount = 0
        layout.pointee.pendingCapacity = 0
        defer {
            if layout.pointee.pending == nil {
                layout.pointee.pending = pending
                layout.pointee.pendingCapacity = capacity
            } else {
                Allocator.freePlain(pending)
            }
        }
        if BufferedTypes.isPlain(buffer.value), BufferedObject.layout(buffer.value).pointee.isWritable {
            try BufferedObject.enter(buffer.value)
            defer { BufferedObject.leave(buffer.value) }
            if try BufferedObject.isClosed(buffer.value) { throw raise(.valueError, "write to closed file") }
            return try BufferedObject.write(buffer.value, owner: .null, pending, count)
        }
        let bytes = try BytesObject.make(UnsafePointer(pending), count)
        while true {
            do throws(Raised) {
                _ = try Call.method(buffer.value, Names.write, bytes.value).isNull
                return
            } catch { if !IOBase.wasInterrupted() { throw error } }
        }
    }
}
