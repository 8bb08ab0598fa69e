// _io.BufferedRWPair: a reader and a writer that look like one stream.

import CPythonABI
import Runtime

enum BufferedPair {
    struct Layout {
        var stream: StreamHead
        var reader: Value
        var writer: Value
    }
    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io.BufferedRWPair", base: BufferedIOBase.type, size: MemoryLayout<Layout>.size, describe)

    private static func layout(_ pair: Value) -> UnsafeMutablePointer<Layout> { pair.cast(to: Layout.self) }

    private static func describe(_ type: TypeBuilder) {
        type.doc(BufferedRWPairDocs.type, signature: "(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)")
        type.type.pointee.tp_dealloc = { object in StreamObject.deallocate(object, values: 2) }
        type.type.pointee.tp_traverse = { object, visit, argument in StreamObject.traverse(object, visit, argument, values: 2) }
        type.type.pointee.tp_clear = { object in StreamObject.clear(object, values: 2) }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try StreamObject.allocate(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            try arguments.noKeywords("BufferedRWPair")
            try arguments.check("BufferedRWPair", 2, 3)
            let size = arguments[2].isNull ? IOBase.defaultBufferSize : try Index.size(arguments[2])
            try IOBase.checkReadable(arguments[0])
            try IOBase.checkWritable(arguments[1])
            let reader = try BufferedTypes.make(BufferedTypes.reader, arguments[0], size: size)
            let writer = try BufferedTypes.make(BufferedTypes.writer, arguments[1], size: size)
            StreamObject.replace(&layout(self).pointee.reader, reader)
            StreamObject.replace(&layout(self).pointee.writer, writer)
        }
        for (name, method) in [
            ("read", IONames.read), ("peek", IONames.peek), ("read1", IONames.read1), ("readinto", IONames.readinto), ("readinto1", IONames.readinto1),
        ] as [(StaticString, Value)] {
            type.method(name, .raw { (self, arguments) throws(Raised) -> Ref in
                let reader = try reader(self)
                return try Call.method(reader.value, method, arguments)
            })
        }
        for (name, method) in [("write", Names.write), ("flush", Names.flush)] as [(StaticString, Value)] {
            type.method(name, .raw { (self, arguments) throws(Raised) -> Ref in
                let writer = try writer(self)
                return try Call.method(writer.value, method, arguments)
            })
        }
        type.method("readable", .noArguments { (self) throws(Raised) -> Ref in
            let reader = try reader(self)
            return try Call.method(reader.value, IONames.readable)
        })
        type.method("writable", .noArguments { (self) throws(Raised) -> Ref in
            let writer = try writer(self)
            return try Call.method(writer.value, IONames.writable)
        })
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in try close(self) })
        type.method("isatty", .noArguments { (self) throws(Raised) -> Ref in
            let writer = try writer(self)
            let answer = try Call.method(writer.value, IONames.isatty)
            if !answer.value.isFalse { return answer }
            let reader = try reader(self)
            return try Call.method(reader.value, IONames.isatty)
        })
        type.getter("closed", { (self) throws(Raised) -> Ref in
            if layout(self).pointee.writer.isNull {
                throw raise(.runtimeError, "the BufferedRWPair object is being garbage-collected")
            }
            let writer = try writer(self)
            return try Attributes.get(writer.value, IONames.closed)
        })
    }
    private static func reader(_ self: Value) throws(Raised) -> Ref { try part(layout(self).pointee.reader) }
    private static func writer(_ self: Value) throws(Raised) -> Ref { try part(layout(self).pointee.writer) }
    private static func part(_ stream: Value) throws(Raised) -> Ref {
        if stream.isNull { throw raise(.valueError, "I/O operation on uninitialized object") }
        return Ref(stream)
    }

    /// Closes both, the writer first, whatever happens.
    private static func close(_ self: Value) throws(Raised) -> Ref {
        var failure = Ref.null
        do throws(Raised) {
            let writer = try writer(self)
            try StreamObject.call(writer.value, Names.close)
        } catch { failure = HeldException.take() }
        let result: Ref
        do throws(Raised) {
            let reader = try reader(self)
            result = try Call.method(reader.value, Names.close)
        } catch {
            if failure.isNull { throw error }
            throw HeldException.chain(failure)
        }
        if !failure.isNull { throw HeldException.raise(failure) }
        return result
    }
}
