// _io._IOBase: what every stream can do, mostly by way of the methods that derived classes have.

import CPythonABI
import Runtime

enum IOBase {
    /// Bytes of a buffer whose size nobody chose.
    static let defaultBufferSize = 8192

    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io._IOBase", base: PyBaseObject_TypePointer(), size: MemoryLayout<StreamHead>.size, describe)

    private static func describe(_ type: TypeBuilder) {
        type.doc(IOBaseDocs.type)
        type.type.pointee.tp_dealloc = { object in StreamObject.deallocate(object, values: 0) }
        type.type.pointee.tp_traverse = { object, visit, argument in StreamObject.traverse(object, visit, argument, values: 0) }
        type.type.pointee.tp_clear = { object in StreamObject.clear(object, values: 0) }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try StreamObject.allocate(type) }
        type.slots.finalize = finalize
        type.addInstanceDict()
        type.slots.iter = { (self) throws(Raised) -> Ref in
            try checkClosed(self)
            return Ref(self)
        }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let line = try Call.method(self, IONames.readline)
            return try Sequences.length(line.value) == 0 ? .null : line
        }
        describeOperations(type)
        describeChecks(type)
        describeLines(type)
    }

    private static func describeOperations(_ type: TypeBuilder) {
        type.method("seek", .raw { (_, _) throws(Raised) -> Ref in throw unsupported("seek") }, doc: IOBaseDocs.seek)
        type.method(
            "tell", .noArguments { (self) throws(Raised) -> Ref in
                var room = InlineArray<2, Value>(repeating: Value(smallInt: 0))
                room[1] = Value(smallInt: 1)
                return try call(self, IONames.seek, &room)
            }, "($self, /)", doc: IOBaseDocs.tell)
        type.method("truncate", .raw { (_, _) throws(Raised) -> Ref in throw unsupported("truncate") }, doc: IOBaseDocs.truncate)
        type.method(
            "flush", .noArguments { (self) throws(Raised) -> Ref in
                if try isMarkedClosed(self) { throw closedFile() }
                return .none
            }, "($self, /)", doc: IOBaseDocs.flush)
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in try close(self) }, "($self, /)", doc: IOBaseDocs.close)
        type.method("fileno", .noArguments { (_) throws(Raised) -> Ref in throw unsupported("fileno") }, "($self, /)", doc: IOBaseDocs.fileno)
        type.method(
            "isatty", .noArguments { (self) throws(Raised) -> Ref in
                try checkClosed(self)
                return .bool(false)
            }, "($self, /)", doc: IOBaseDocs.isatty)
        type.method(
            "__enter__", .noArguments { (self) throws(Raised) -> Ref in
                try checkClosed(self)
                return Ref(self)
            })
        type.method("__exit__", .parsed(named: true, minimum: 0, maximum: .max) { (self, _) throws(Raised) -> Ref in try Call.method(self, Names.close) })
        type.getter("closed", { (self) throws(Raised) -> Ref in .bool(try isMarkedClosed(self)) })
    }
    private static func call(_ self: Value, _ name: Value, _ room: inout InlineArray<2, Value>) throws(Raised) -> Ref {
        try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            try Call.method(self, name, Arguments(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self), count: 2))
        }
    }
    /// stream.seek(offset, whence)
    static func seek(_ stream: Value, _ offset: Value, _ whence: Int) throws(Raised) -> Ref {
        var room = InlineArray<2, Value>(repeating: offset)
        room[1] = Value(smallInt: whence)
        return try call(stream, IONames.seek, &room)
    }

    private static func describeChecks(_ type: TypeBuilder) {
        for (name, doc) in [
            ("seekable", IOBaseDocs.seekable), ("readable", IOBaseDocs.readable), ("writable", IOBaseDocs.writable),
        ] as [(StaticString, StaticString)] {
            type.method(name, .noArguments { (_) throws(Raised) -> Ref in .bool(false) }, "($self, /)", doc: doc)
        }
        type.method(
            "_checkClosed", .noArguments { (self) throws(Raised) -> Ref in
                try checkClosed(self)
                return .none
            })
        type.method("_checkSeekable", .noArguments { (self) throws(Raised) -> Ref in try check(self, IONames.seekable, "File or stream is not seekable.") })
        type.method("_checkReadable", .noArguments { (self) throws(Raised) -> Ref in try check(self, IONames.readable, "File or stream is not readable.") })
        type.method("_checkWritable", .noArguments { (self) throws(Raised) -> Ref in try check(self, IONames.writable, "File or stream is not writable.") })
    }
    /// Raises UnsupportedOperation unless the method answers True.
    @discardableResult static func check(_ stream: Value, _ method: Value, _ message: String) throws(Raised) -> Ref {
        let answer = try Call.method(stream, method)
        if !answer.value.isTrue { throw unsupported(message) }
        return answer
    }
    static func checkSeekable(_ stream: Value) throws(Raised) {
        let answer = try check(stream, IONames.seekable, "File or stream is not seekable.")
        _ = answer.isNull
    }
    static func checkReadable(_ stream: Value) throws(Raised) {
        let answer = try check(stream, IONames.readable, "File or stream is not readable.")
        _ = answer.isNull
    }
    static func checkWritable(_ stream: Value) throws(Raised) {
        let answer = try check(stream, IONames.writable, "File or stream is not writable.")
        _ = answer.isNull
    }
    /// Raises ValueError if the attribute `closed` says so.
    static func checkClosed(_ stream: Value) throws(Raised) {
        if try StreamObject.isClosed(stream) { throw closedFile() }
    }

    // MARK: Errors

    static func closedFile() -> Raised { raise(.valueError, "I/O operation on closed file.") }

    /// io.UnsupportedOperation with a message.
    static func unsupported(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return PendingException.set(unsupportedOperation, text.value)
    }
    nonisolated(unsafe) static let unsupportedOperation: TypePointer = {
        let name = StrObject.intern("UnsupportedOperation")
        let bases = TupleObject.make(PyExc_OSErrorPointer().value, PyExc_ValueErrorPointer().value)
        let namespace = DictObject.make()
        let module = StrObject.intern("io")
        DictObject.set(namespace.value, name: Names.module, module.value)
        do throws(Raised) {
            return Classes.type(try Call.call(PyType_TypePointer().value, name.value, bases.value, namespace.value).take())
        } catch {
            PendingException.clear()
            return PyExc_OSErrorPointer()
        }
    }()

    // MARK: Closing

    /// Whether `close` of this class was called: the attribute says so.
    static func isMarkedClosed(_ stream: Value) throws(Raised) -> Bool {
        let mark = try Attributes.getIfPresent(stream, IONames.iobaseClosed)
        return !mark.isNull
    }
    /// Flushes, and marks the stream closed even if that failed.
    static func close(_ self: Value) throws(Raised) -> Ref {
        if try isMarkedClosed(self) { return .none }
        do throws(Raised) { try StreamObject.call(self, Names.flush) } catch {
            let failure = HeldException.take()
            do throws(Raised) { try Attributes.set(self, IONames.iobaseClosed, .true) } catch { throw HeldException.chain(failure) }
            throw HeldException.raise(failure)
        }
        try Attributes.set(self, IONames.iobaseClosed, .true)
        return .none
    }

    /// `__del__`: closes a stream that nobody closed. What goes wrong is said in development mode only.
    static let finalize: (Value) -> Void = { (self) in
        let saved = PendingException.save()
        var closed = false
        do throws(Raised) {
            let answer = try Attributes.get(self, IONames.closed)
            closed = try Truth.of(answer.value)
        } catch { PendingException.clear() }
        if !closed {
            do throws(Raised) { try Attributes.set(self, IONames.finalizing, .true) } catch { PendingException.clear() }
            do throws(Raised) { try StreamObject.call(self, Names.close) } catch {
                if Configuration.current.devMode { Unraisable.report(self) } else { PendingException.clear() }
            }
        }
        PendingException.restore(saved)
    }

    // MARK: Lines

    private static func describeLines(_ type: TypeBuilder) {
        type.method(
            "readline", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                try readLine(self, try size(arguments[0]))
            }, "($self, size=-1, /)", doc: IOBaseDocs.readline)
        type.method(
            "readlines", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                try readLines(self, try size(arguments[0]))
            }, "($self, hint=-1, /)", doc: IOBaseDocs.readlines)
        type.method(
            "writelines", .one { (self, lines) throws(Raised) -> Ref in
                try checkClosed(self)
                try Iteration.forEach(lines) { (line) throws(Raised) -> Void in
                    while true {
                        do throws(Raised) {
                            let result = try Call.method(self, Names.write, line)
                            _ = result.isNull
                            return
                        } catch { if !wasInterrupted() { throw error } }
                    }
                }
                return .none
            }, "($self, lines, /)", doc: IOBaseDocs.writelines)
    }

    /// A count argument: absent and None are -1.
    static func size(_ value: Value) throws(Raised) -> Int {
        if value.isNull || value.isNone { return -1 }
        if value.isSmallInt { return value.smallInt }
        if !Index.isIndex(value) { throw raise(.typeError, "argument should be integer or None, not '\(value.type.name)'") }
        return try Index.of(value, .overflowError)
    }

    /// Whether the pending exception is the OSError of an interrupted call, which is cleared: the call is to be repeated.
    static func wasInterrupted() -> Bool {
        guard PendingException.matches(.osError) else { return false }
        let exception = HeldException.take()
        do throws(Raised) {
            let number = try Attributes.get(exception.value, "errno")
            if number.value.isSmallInt && number.value.smallInt == Int(interruptedNumber) { return true }
        } catch { PendingException.clear() }
        _ = HeldException.raise(exception)
        return false
    }
    private static let interruptedNumber: Int32 = 4

    /// A line by way of `peek` and `read`.
    private static func readLine(_ self: Value, _ limit: Int) throws(Raised) -> Ref {
        let peek = try Attributes.getIfPresent(self, IONames.peek)
        var line = ByteCollector()
        while limit < 0 || line.count < limit {
            var wanted = 1
            if !peek.isNull {
                let ahead: Ref
                do throws(Raised) { ahead = try Call.call(peek.value, Value(smallInt: 1)) } catch {
                    if wasInterrupted() { continue }
                    throw error
                }
                guard BytesObject.isInstance(ahead.value) else {
                    throw OSErrors.raise(message: "peek() should have returned a bytes object, not '\(ahead.value.type.name)'")
                }
                let count = BytesObject.count(ahead.value)
                if count > 0 {
                    let bound = limit >= 0 ? min(count, limit - line.count) : count
                    wanted = bound
                    let data = BytesObject.data(ahead.value)
                    for index in 0..<bound where data[index] == 10 {
                        wanted = index + 1
                        break
                    }
                }
            }
            let piece: Ref
            do throws(Raised) { piece = try Call.method(self, IONames.read, Value(smallInt: wanted)) } catch {
                if wasInterrupted() { continue }
                throw error
            }
            guard BytesObject.isInstance(piece.value) else {
                throw OSErrors.raise(message: "read() should have returned a bytes object, not '\(piece.value.type.name)'")
            }
            let count = BytesObject.count(piece.value)
            if count == 0 { break }
            try line.append(BytesObject.data(piece.value), count)
            if line.last == 10 { break }
        }
        return try line.finish()
    }

    private static func readLines(_ self: Value, _ hint: Int) throws(Raised) -> Ref {
        let lines = ListObject.make()
        let iterator = try Iteration.iter(self)
        var total = 0
        while true {
            let line = try Iteration.next(iterator.value)
            if line.isNull { return lines }
            try ListObject.append(lines.value, line.value)
            if hint <= 0 { continue }
            let length = try Sequences.length(line.value)
            if length > hint - total { return lines }
            total += length
        }
    }
}

/// Bytes that come in pieces.
struct ByteCollector: ~Copyable {
    private var bytes: UnsafeMutablePointer<UInt8>?
    private var capacity = 0
    private(set) var count = 0

    init() {}
    deinit { bytes?.deallocate() }

    var last: UInt8 { count > 0 ? bytes.unsafelyUnwrapped[count - 1] : 0 }

    mutating func append(_ data: UnsafePointer<UInt8>, _ length: Int) throws(Raised) {
        if length == 0 { return }
        if length > capacity - count {
            guard length < Int.max / 4 - count else { throw raise(.memoryError, argument: .null) }
            let size = max(count + length, capacity * 2, 64)
            let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
            if let bytes {
                copyBytes(grown, bytes, count)
                bytes.deallocate()
            }
            bytes = grown
            capacity = size
        }
        copyBytes(bytes.unsafelyUnwrapped + count, data, length)
        count += length
    }
    consuming func finish() throws(Raised) -> Ref {
        guard let bytes else { return BytesObject.empty }
        return try BytesObject.make(bytes, count)
    }
}

extension OSErrors {
    /// OSError(message)
    static func raise(message: String) -> Raised { Runtime.raise(.osError, message) }
}
