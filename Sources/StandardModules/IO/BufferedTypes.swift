// The types BufferedReader, BufferedWriter and BufferedRandom.

import CPythonABI
import Glibc
import Runtime

enum BufferedTypes {
    nonisolated(unsafe) static let reader: TypePointer = StreamObject.makeType(
        "_io.BufferedReader", base: BufferedIOBase.type, size: MemoryLayout<BufferedObject.Layout>.size
    ) { type in
        type.doc(BufferedReaderDocs.type, signature: "(raw, buffer_size=DEFAULT_BUFFER_SIZE)")
        describeCommon(type, "BufferedReader") { (self, raw, size) throws(Raised) -> Void in
            try IOBase.checkReadable(raw)
            try BufferedObject.initialize(self, raw, size: size, readable: true, writable: false)
        }
        describeReading(type)
        forward(type, "readable", IONames.readable)
        forward(type, "flush", Names.flush)
    }
    nonisolated(unsafe) static let writer: TypePointer = StreamObject.makeType(
        "_io.BufferedWriter", base: BufferedIOBase.type, size: MemoryLayout<BufferedObject.Layout>.size
    ) { type in
        type.doc(BufferedWriterDocs.type, signature: "(raw, buffer_size=DEFAULT_BUFFER_SIZE)")
        describeCommon(type, "BufferedWriter") { (self, raw, size) throws(Raised) -> Void in
            try IOBase.checkWritable(raw)
            try BufferedObject.initialize(self, raw, size: size, readable: false, writable: true)
        }
        describeWriting(type)
        forward(type, "writable", IONames.writable)
    }
    nonisolated(unsafe) static let random: TypePointer = StreamObject.makeType(
        "_io.BufferedRandom", base: BufferedIOBase.type, size: MemoryLayout<BufferedObject.Layout>.size
    ) { type in
        type.doc(BufferedRandomDocs.type, signature: "(raw, buffer_size=DEFAULT_BUFFER_SIZE)")
        describeCommon(type, "BufferedRandom") { (self, raw, size) throws(Raised) -> Void in
            try IOBase.checkSeekable(raw)
            try IOBase.checkReadable(raw)
            try IOBase.checkWritable(raw)
            try BufferedObject.initialize(self, raw, size: size, readable: true, writable: true)
        }
        describeReading(type)
        describeWriting(type)
        forward(type, "readable", IONames.readable)
        forward(type, "writable", IONames.writable)
    }

    /// Whether native code may work on the buffer directly.
    @inline(__always) static func isPlain(_ value: Value) -> Bool {
        guard value.isObject else { return false }
        let type = value.object.pointee.ob_type
        return (type == writer || type == reader || type == random) && StreamObject.isPlain(value, attributes: 0)
            && BufferedObject.layout(value).pointee.isInitialized
    }

    /// A new buffer over a raw stream, for native callers.
    static func make(_ type: TypePointer, _ raw: Value, size: Int) throws(Raised) -> Ref {
        let stream = try BufferedObject.make(type)
        if !FileIO.isPlain(raw) {
            if type == random { try IOBase.checkSeekable(raw) }
            if type != writer { try IOBase.checkReadable(raw) }
            if type != reader { try IOBase.checkWritable(raw) }
        }
        try BufferedObject.initialize(stream.value, raw, size: size, readable: type != writer, writable: type != reader)
        return stream
    }

    nonisolated(unsafe) private static let parameters = BoundParameters("(raw, buffer_size=DEFAULT_BUFFER_SIZE)")

    private static func describeCommon(
        _ type: TypeBuilder, _ name: StaticString, _ initialize: @escaping (Value, Value, Int) throws(Raised) -> Void
    ) {
        type.type.pointee.tp_dealloc = { object in
            if let object { BufferedObject.layout(Value(object)).pointee.isFinalizing = true }
            StreamObject.deallocate(object, values: BufferedObject.valueCount)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            StreamObject.traverse(object, visit, argument, values: BufferedObject.valueCount)
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            BufferedObject.layout(Value(object)).pointee.isInitialized = false
            return StreamObject.clear(object, values: BufferedObject.valueCount)
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try BufferedObject.make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            BufferedObject.layout(self).pointee.isInitialized = false
            BufferedObject.layout(self).pointee.isDetached = false
            _ = try parameters.withBound(arguments, name) { (arguments) throws(Raised) -> Ref in
                let size = arguments[1].isNull ? IOBase.defaultBufferSize : try Index.size(arguments[1])
                try initialize(self, arguments[0], size)
                return .none
            }.isNull
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        describeState(type)
        describeLife(type)
    }

    private static func repr(_ self: Value) throws(Raised) -> Ref {
        let name: Ref
        do throws(Raised) { name = try Attributes.getIfPresent(self, IONames.name) } catch {
            // An uninitialized stream has no name to give.
            guard PendingException.clear(if: .valueError) else { throw error }
            return StrObject.make("<\(self.type.fullName)>")
        }
        if name.isNull { return StrObject.make("<\(self.type.fullName)>") }
        guard Repr.enter(self) else { throw raise(.runtimeError, "reentrant call inside \(self.type.fullName).__repr__") }
        defer { Repr.leave(self) }
        var buffer = TextBuffer()
        buffer.append("<\(self.type.fullName) name=")
        try buffer.append(reprOf: name.value)
        buffer.append(">")
        return buffer.makeStr()
    }

    /// A method that asks the raw stream.
    private static func forward(_ type: TypeBuilder, _ name: StaticString, _ method: Value) {
        type.method(
            name, .noArguments { (self) throws(Raised) -> Ref in
                try BufferedObject.checkInitialized(self)
                let raw = Ref(BufferedObject.layout(self).pointee.raw)
                return try Call.method(raw.value, method)
            })
    }
    private static func describeState(_ type: TypeBuilder) {
        forward(type, "seekable", IONames.seekable)
        forward(type, "fileno", IONames.fileno)
        forward(type, "isatty", IONames.isatty)
        for (name, attribute) in [("name", IONames.name), ("mode", IONames.mode)] as [(StaticString, Value)] {
            type.getter(name, { (self) throws(Raised) -> Ref in
                try BufferedObject.checkInitialized(self)
                let raw = Ref(BufferedObject.layout(self).pointee.raw)
                return try Attributes.get(raw.value, attribute)
            })
        }
        type.getter("closed", { (self) throws(Raised) -> Ref in
            try BufferedObject.checkInitialized(self)
            let raw = Ref(BufferedObject.layout(self).pointee.raw)
            return try Attributes.get(raw.value, IONames.closed)
        })
        type.field("raw", 2, readOnly: true)
        type.getter(
            "_finalizing", { (self) throws(Raised) -> Ref in .bool(BufferedObject.layout(self).pointee.isFinalizing) },
            set: { (self, value) throws(Raised) -> Void in BufferedObject.layout(self).pointee.isFinalizing = try FileIOMethods.flag(value) })
        type.method(
            "__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
                let layout = BufferedObject.layout(self)
                return IntObject.make(self.type.pointee.tp_basicsize + (layout.pointee.memory.isNull ? 0 : layout.pointee.size))
            })
        type.method("tell", .noArguments { (self) throws(Raised) -> Ref in IntObject.make(try BufferedObject.tell(self)) })
        type.method(
            "seek", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
                let whence = arguments[1].isNull ? 0 : try Index.int32(arguments[1])
                return IntObject.make(try BufferedObject.seek(self, arguments[0], whence))
            }, "($self, target, whence=0, /)")
        type.method(
            "truncate", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                try BufferedObject.truncate(self, arguments[0])
            }, "($self, pos=None, /)")
    }

    // MARK: Life

    private static func describeLife(_ type: TypeBuilder) {
        type.method(
            "detach", .noArguments { (self) throws(Raised) -> Ref in
                try BufferedObject.checkInitialized(self)
                try StreamObject.call(self, Names.flush)
                let layout = BufferedObject.layout(self)
                let raw = layout.pointee.raw
                layout.pointee.raw = .null
                layout.pointee.isDetached = true
                layout.pointee.isInitialized = false
                return Ref(owned: raw)
            })
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in try close(self) })
        type.method(
            "_dealloc_warn", .one { (self, source) throws(Raised) -> Ref in
                let layout = BufferedObject.layout(self)
                guard layout.pointee.isInitialized, !layout.pointee.raw.isNull else { return .none }
                let raw = Ref(layout.pointee.raw)
                do throws(Raised) { _ = try Call.method(raw.value, IONames.deallocWarn, source).isNull } catch { PendingException.clear() }
                return .none
            })
    }

    private static func close(_ self: Value) throws(Raised) -> Ref {
        try BufferedObject.checkInitialized(self)
        let layout = BufferedObject.layout(self)
        if try BufferedObject.isClosed(self) { return .none }
        if layout.pointee.isFinalizing {
            do throws(Raised) { _ = try Call.method(self, IONames.deallocWarn, self).isNull } catch { PendingException.clear() }
        }
        var failure = Ref.null
        do throws(Raised) { try StreamObject.call(self, Names.flush) } catch { failure = HeldException.take() }
        let raw = Ref(layout.pointee.raw)
        let result: Ref
        // Whoever comes now waits until it is closed.
        try BufferedObject.enter(self)
        defer { BufferedObject.leave(self) }
        do throws(Raised) { result = try Call.method(raw.value, Names.close) } catch {
            letGoOfMemory(layout)
            if failure.isNull { throw error }
            throw HeldException.chain(failure)
        }
        letGoOfMemory(layout)
        if !failure.isNull { throw HeldException.raise(failure) }
        return result
    }
    private static func letGoOfMemory(_ layout: UnsafeMutablePointer<BufferedObject.Layout>) {
        BufferedObject.resetRead(layout)
        BufferedObject.resetWrite(layout)
        // Made again if the raw stream turns out to be open all the same.
        StreamObject.replace(&layout.pointee.memory, Ref.null)
    }

    // MARK: Reading and writing

    private static func describeReading(_ type: TypeBuilder) {
        type.slots.next = { (self) throws(Raised) -> Ref in
            let line: Ref
            if type.type == self.type && StreamObject.isPlain(self, attributes: 0) {
                line = try BufferedObject.readLine(self, -1)
            } else {
                try BufferedObject.checkInitialized(self)
                line = try Call.method(self, IONames.readline)
                guard BytesObject.isInstance(line.value) else {
                    throw OSErrors.raise(message: "readline() should have returned a bytes object, not '\(line.value.type.name)'")
                }
            }
            return BytesObject.count(line.value) == 0 ? .null : line
        }
        type.method(
            "read", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                try BufferedObject.checkInitialized(self)
                return try BufferedObject.read(self, try IOBase.size(arguments[0]))
            }, "($self, size=-1, /)")
        type.method(
            "peek", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                if !arguments[0].isNull { _ = try Index.size(arguments[0]) }
                try BufferedObject.checkOpen(self, "peek of closed file")
                return try BufferedObject.peek(self)
            }, "($self, size=0, /)")
        type.method(
            "read1", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                try BufferedObject.read1(self, arguments[0].isNull ? -1 : try Index.size(arguments[0]))
            }, "($self, size=-1, /)")
        type.method(
            "readinto", .one { (self, buffer) throws(Raised) -> Ref in try BufferedObject.readInto(self, buffer, once: false) },
            "($self, buffer, /)")
        type.method(
            "readinto1", .one { (self, buffer) throws(Raised) -> Ref in try BufferedObject.readInto(self, buffer, once: true) },
            "($self, buffer, /)")
        type.method(
            "readline", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                let limit = try IOBase.size(arguments[0])
                try BufferedObject.checkInitialized(self)
                return try BufferedObject.readLine(self, limit)
            }, "($self, size=-1, /)")
    }
    private static func describeWriting(_ type: TypeBuilder) {
        type.method("write", .one { (self, data) throws(Raised) -> Ref in try BufferedObject.write(self, data) }, "($self, buffer, /)")
        type.method(
            "flush", .noArguments { (self) throws(Raised) -> Ref in
                try BufferedObject.flush(self)
                return .none
            })
    }
}
