// sys.stdin, sys.stdout, sys.stderr: text files on the three descriptors, until the io module takes their place.

import CPythonABI
import Glibc

enum StandardFiles {
    nonisolated(unsafe) private static var streams: [StandardStream] = []

    // The object: the stream's number at +16.
    private static func stream(_ file: Value) -> StandardStream {
        streams[(UnsafeMutableRawPointer(file.object) + 16).load(as: Int.self)]
    }

    nonisolated(unsafe) static let textType = NativeType.make(
        "_io.TextIOWrapper", base: PyBaseObject_TypePointer(), size: 24, flags: 0, describeText)
    nonisolated(unsafe) static let writerType = NativeType.make(
        "_io.BufferedWriter", base: PyBaseObject_TypePointer(), size: 24, flags: 0, describeBytes)
    nonisolated(unsafe) static let readerType = NativeType.make(
        "_io.BufferedReader", base: PyBaseObject_TypePointer(), size: 24, flags: 0, describeBytes)

    static func fill(_ module: ModuleBuilder, _ configuration: Configuration) {
        streams = [
            StandardStream(0, "<stdin>", isOutput: false, unbuffered: false),
            StandardStream(1, "<stdout>", isOutput: true, unbuffered: configuration.unbuffered),
            StandardStream(2, "<stderr>", isOutput: true, unbuffered: configuration.unbuffered),
        ]
        for (index, (name, saved)) in [("stdin", "__stdin__"), ("stdout", "__stdout__"), ("stderr", "__stderr__")].enumerated() as EnumeratedSequence<[(StaticString, StaticString)]> {
            if fcntl(Int32(index), F_GETFD) < 0 {
                // There is no such descriptor.
                module.set(name, .none)
                module.set(saved, .none)
                continue
            }
            let file = make(textType, index)
            module.set(name, file.value)
            module.set(saved, file.value)
        }
    }
    private static func make(_ type: TypePointer, _ index: Int) -> Ref {
        let object = ObjectMemory.new(type, as: PyObject.self, size: 24)
        (UnsafeMutableRawPointer(object) + 16).storeBytes(of: index, as: Int.self)
        return Ref(owned: Value(object))
    }

    @inline(__always) static func isText(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == textType }

    /// file.write(string) for one of these files.
    static func write(_ file: Value, _ string: Value) throws(Raised) {
        let stream = stream(file)
        if stream.isClosed { throw closed() }
        guard stream.isOutput else { throw unsupported("not writable") }
        try stream.write(string)
    }
    static func flushOutput() throws(Raised) { if streams.count > 1, !streams[1].isClosed { try streams[1].flush() } }

    /// Gives up on output that cannot be written.
    static func abandonOutput() { if streams.count > 1 { streams[1].abandon() } }
    static var inputStream: StandardStream { streams[0] }

    private static func closed() -> Raised { raise(.valueError, "I/O operation on closed file.") }

    /// io.UnsupportedOperation
    static func unsupported(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return PendingException.set(unsupportedOperation, text.value)
    }
    nonisolated(unsafe) private static var unsupportedOperation: TypePointer = {
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

    // MARK: Text

    private static func open(_ self: Value) throws(Raised) -> StandardStream {
        let stream = stream(self)
        if stream.isClosed { throw closed() }
        return stream
    }
    private static func readable(_ self: Value) throws(Raised) -> StandardStream {
        let stream = try open(self)
        if stream.isOutput { throw unsupported("not readable") }
        return stream
    }
    private static func decoded(_ bytes: [UInt8]) throws(Raised) -> Ref {
        if String(validating: bytes, as: UTF8.self) == nil {
            // Bytes that are no UTF-8 become lone surrogates, which are written as the same bytes again.
            var codes: [UInt32] = []
            var index = 0
            while index < bytes.count {
                let width = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
                let end = min(index + width, bytes.count)
                if let text = String(validating: bytes[index..<end], as: UTF8.self), let scalar = text.unicodeScalars.first {
                    codes.append(scalar.value)
                    index = end
                } else {
                    codes.append(0xDC00 + UInt32(bytes[index]))
                    index += 1
                }
            }
            return StrObject.make(codePoints: codes)
        }
        var buffer = TextBuffer()
        buffer.bytes = bytes
        // Universal newlines.
        if bytes.contains(13) {
            buffer.bytes = []
            for (index, byte) in bytes.enumerated() {
                if byte == 13 { buffer.bytes.append(10) } else if byte != 10 || index == 0 || bytes[index - 1] != 13 { buffer.bytes.append(byte) }
            }
        }
        return buffer.makeStr()
    }
    private static func count(_ value: Value) throws(Raised) -> Int { value.isNull || value.isNone ? -1 : try Index.of(value, .overflowError) }

    private static func describeText(_ type: TypeBuilder) {
        describeCommon(type)
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let stream = stream(self)
            return StrObject.make("<_io.TextIOWrapper name='\(stream.name)' mode='\(stream.isOutput ? "w" : "r")' encoding='utf-8'>")
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let line = try readable(self).readLine()
            return line.isEmpty ? .null : try decoded(line)
        }
        type.method("write", .one({ (self, string) throws(Raised) -> Ref in
            guard StrObject.isInstance(string) else {
                throw raise(.typeError, "write() argument must be str, not \(string.isNone ? "None" : string.type.name)")
            }
            try write(self, string)
            return IntObject.make(StrObject.length(string))
        }), "($self, text, /)")
        type.method("writelines", .one({ (self, lines) throws(Raised) -> Ref in
            try Iteration.forEach(lines) { (line) throws(Raised) -> Void in
                guard StrObject.isInstance(line) else { throw raise(.typeError, "write() argument must be str, not \(line.type.name)") }
                try write(self, line)
            }
            return .none
        }), "($self, lines, /)")
        type.method("readline", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let stream = try readable(self)
            return try decoded(try stream.readLine(limit: try count(arguments[0])))
        }), "($self, size=-1, /)")
        type.method("read", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let stream = try readable(self)
            return try decoded(try stream.read(try count(arguments[0])))
        }), "($self, size=-1, /)")
        type.method("readlines", .positional(minimum: 0, maximum: 1, { (self, _) throws(Raised) -> Ref in try Iteration.list(self) }), "($self, hint=-1, /)")
        type.method("reconfigure", .raw({ (self, arguments) throws(Raised) -> Ref in
            let stream = try open(self)
            if stream.isOutput { try stream.flush() }
            for index in 0..<arguments.keywordCount {
                let (name, value) = (arguments.keywordName(index), arguments.keywordValue(index))
                if StrObject.equals(name, "line_buffering") {
                    if !value.isNone { stream.isLineBuffered = try Truth.of(value) }
                } else if StrObject.equals(name, "write_through") {
                    if !value.isNone { stream.isWriteThrough = try Truth.of(value) }
                } else if StrObject.equals(name, "errors") {
                    if StrObject.isInstance(value) { stream.errors = .init(rawValue: text(value)) ?? stream.errors }
                } else if !StrObject.equals(name, "encoding") && !StrObject.equals(name, "newline") {
                    throw raise(.typeError, "'\(text(name))' is an invalid keyword argument for reconfigure()")
                }
            }
            return .none
        }))
        type.getter("buffer", { (self) throws(Raised) -> Ref in
            let index = (UnsafeMutableRawPointer(self.object) + 16).load(as: Int.self)
            return make(stream(self).isOutput ? writerType : readerType, index)
        })
        type.getter("encoding", { (_) throws(Raised) -> Ref in StrObject.make("utf-8") })
        type.getter("errors", { (self) throws(Raised) -> Ref in StrObject.make(stream(self).errors.rawValue) })
        type.getter("newlines", { (_) throws(Raised) -> Ref in .none })
        type.getter("line_buffering", { (self) throws(Raised) -> Ref in .bool(stream(self).isLineBuffered) })
        type.getter("write_through", { (self) throws(Raised) -> Ref in .bool(stream(self).isWriteThrough) })
        type.getter("mode", { (self) throws(Raised) -> Ref in StrObject.make(stream(self).isOutput ? "w" : "r") })
    }

    private static func describeCommon(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            ObjectMemory.free(object, size: 24)
        }
        type.method("flush", .noArguments({ (self) throws(Raised) -> Ref in
            let stream = try open(self)
            if stream.isOutput { try stream.flush() }
            return .none
        }))
        type.method("close", .noArguments({ (self) throws(Raised) -> Ref in
            let stream = stream(self)
            if stream.isClosed { return .none }
            if stream.isOutput {
                do throws(Raised) { try stream.flush() } catch {
                    stream.isClosed = true
                    throw error
                }
            }
            stream.isClosed = true
            return .none
        }))
        type.method("fileno", .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(Int(try open(self).descriptor)) }))
        type.method("isatty", .noArguments({ (self) throws(Raised) -> Ref in .bool(try open(self).isTerminal) }))
        type.method("readable", .noArguments({ (self) throws(Raised) -> Ref in .bool(!(try open(self).isOutput)) }))
        type.method("writable", .noArguments({ (self) throws(Raised) -> Ref in .bool(try open(self).isOutput) }))
        type.method("seekable", .noArguments({ (self) throws(Raised) -> Ref in .bool(lseek(try open(self).descriptor, 0, SEEK_CUR) >= 0) }))
        type.method("__enter__", .noArguments({ (self) throws(Raised) -> Ref in
            _ = try open(self)
            return Ref(self)
        }))
        type.method("__exit__", .raw({ (self, _) throws(Raised) -> Ref in
            let result = try Call.method(self, Names.close)
            _ = result.isNull
            return .none
        }))
        type.getter("closed", { (self) throws(Raised) -> Ref in .bool(stream(self).isClosed) })
        type.getter("name", { (self) throws(Raised) -> Ref in StrObject.make("\(stream(self).name)") })
    }

    // MARK: Bytes

    private static func describeBytes(_ type: TypeBuilder) {
        describeCommon(type)
        type.slots.repr = { (self) throws(Raised) -> Ref in
            StrObject.make("<\(self.type.fullName) name='\(stream(self).name)'>")
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let line = try readable(self).readLine()
            return line.isEmpty ? .null : try bytes(line)
        }
        type.method("write", .one({ (self, data) throws(Raised) -> Ref in
            let stream = try open(self)
            guard stream.isOutput else { throw unsupported("write") }
            if StrObject.isInstance(data) { throw raise(.typeError, "a bytes-like object is required, not 'str'") }
            let exact = try Call.call(PyBytes_TypePointer().value, data)
            let head = exact.value.cast(to: PyBytesObject.self)
            let count = head.pointee.ob_base.ob_size
            let start = UnsafeMutableRawPointer(head) + 32
            try stream.writeBytes(start.assumingMemoryBound(to: UInt8.self), count)
            if stream.isWriteThrough { try stream.flushBytes() }
            return IntObject.make(count)
        }), "($self, buffer, /)")
        type.method("readline", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let stream = try readable(self)
            return try bytes(try stream.readLine(limit: try count(arguments[0])))
        }))
        type.method("read", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let stream = try readable(self)
            return try bytes(try stream.read(try count(arguments[0])))
        }))
        type.method("readlines", .positional(minimum: 0, maximum: 1, { (self, _) throws(Raised) -> Ref in try Iteration.list(self) }))
        type.getter("raw", { (self) throws(Raised) -> Ref in Ref(self) })
        type.getter("mode", { (self) throws(Raised) -> Ref in StrObject.make(stream(self).isOutput ? "wb" : "rb") })
    }
    private static func bytes(_ data: [UInt8]) throws(Raised) -> Ref {
        let list = try ListObject.make(capacity: data.count)
        for byte in data { try ListObject.append(list.value, Value(smallInt: Int(byte))) }
        return try Call.call(PyBytes_TypePointer().value, list.value)
    }
}

/// Writing reports to sys.stderr.
public enum StandardError {
    /// Writes to sys.stderr, and to the descriptor itself before there is such a thing. Nothing when it is None. Errors are
    /// swallowed.
    static func write(_ text: TextBuffer) {
        let file = SysModule.attribute("stderr")
        if file.isNull {
            text.bytes.withUnsafeBufferPointer { _ = Glibc.write(2, $0.baseAddress, $0.count) }
            return
        }
        if file.value.isNone { return }
        let string = text.makeStr()
        do throws(Raised) {
            if StandardFiles.isText(file.value) {
                try StandardFiles.write(file.value, string.value)
            } else {
                let written = try Call.method(file.value, Names.write, string.value)
                _ = written.isNull
            }
            let flushed = try Call.method(file.value, Names.flush)
            _ = flushed.isNull
        } catch { PendingException.clear() }
    }
    public static func write(_ text: String) {
        var buffer = TextBuffer()
        buffer.append(text)
        write(buffer)
    }
}

extension StandardFiles {
    /// A line from standard input, with its end; empty at the end of the input.
    static func readInputLine() throws(Raised) -> [UInt8] { try inputStream.readLine() }
}
