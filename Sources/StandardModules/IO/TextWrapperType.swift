// The type TextIOWrapper: methods and attributes.

import CPythonABI
import Glibc
import Runtime

enum TextWrapperType {
    static func describe(_ type: TypeBuilder) {
        type.doc(TextIOWrapperDocs.type,
            signature: "(buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, write_through=False)")
        type.type.pointee.tp_dealloc = { object in
            if let object { TextWrapper.layout(Value(object)).pointee.isFinalizing = true }
            StreamObject.deallocate(object, values: TextWrapper.valueCount) { stream in
                if let pending = TextWrapper.layout(stream).pointee.pending { Allocator.freePlain(pending) }
            }
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            StreamObject.traverse(object, visit, argument, values: TextWrapper.valueCount)
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            TextWrapper.layout(Value(object)).pointee.isInitialized = false
            TextWrapper.layout(Value(object)).pointee.decodes = .none
            TextWrapper.layout(Value(object)).pointee.encodes = .none
            return StreamObject.clear(object, values: TextWrapper.valueCount)
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try TextWrapper.make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            _ = try parameters.withBound(arguments, "TextIOWrapper") { (arguments) throws(Raised) -> Ref in
                var options = TextWrapper.Options()
                options.encoding = try string(arguments[1], "encoding")
                options.errors = try string(arguments[2], "errors")
                options.newline = try string(arguments[3], "newline")
                if !arguments[4].isNull { options.lineBuffering = try Truth.of(arguments[4]) }
                if !arguments[5].isNull { options.writeThrough = try Truth.of(arguments[5]) }
                try TextWrapper.initialize(self, arguments[0], options)
                return .none
            }.isNull
        }
        type.slots.next = { (self) throws(Raised) -> Ref in try TextWrapper.next(self) }
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        describeTransfers(type)
        describePosition(type)
        describeState(type)
        describeAttributes(type)
    }
    nonisolated(unsafe) private static let parameters = BoundParameters(
        "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)")

    private static func string(_ value: Value, _ name: StaticString) throws(Raised) -> Value {
        if value.isNull || value.isNone { return .null }
        guard StrObject.isInstance(value) else {
            throw raise(.typeError, "TextIOWrapper() argument '\(name)' must be str or None, not \(value.type.name)")
        }
        if TextScan.index(of: 0, in: value, 0, StrObject.length(value)) >= 0 { throw raise(.valueError, "embedded null character") }
        return value
    }

    private static func repr(_ self: Value) throws(Raised) -> Ref {
        try TextWrapper.checkInitialized(self)
        guard Repr.enter(self) else { throw raise(.runtimeError, "reentrant call inside \(self.type.fullName).__repr__") }
        defer { Repr.leave(self) }
        var buffer = TextBuffer()
        buffer.append("<_io.TextIOWrapper")
        for name in [IONames.name, IONames.mode] as [Value] {
            let value: Ref
            do throws(Raised) { value = try Attributes.getIfPresent(self, name) } catch {
                guard PendingException.clear(if: .valueError) else { throw error }
                continue
            }
            if value.isNull { continue }
            buffer.append(name === IONames.name ? " name=" : " mode=")
            try buffer.append(reprOf: value.value)
        }
        buffer.append(" encoding=")
        try buffer.append(reprOf: TextWrapper.layout(self).pointee.encoding)
        buffer.append(">")
        return buffer.makeStr()
    }

    private static func describeTransfers(_ type: TypeBuilder) {
        type.method("detach", .noArguments { (self) throws(Raised) -> Ref in try TextWrapper.detach(self) }, "($self, /)")
        type.method(
            "write", .one { (self, text) throws(Raised) -> Ref in
                guard StrObject.isInstance(text) else {
                    throw raise(.typeError, "write() argument must be str, not \(text.isNone ? "None" : text.type.name)")
                }
                try TextWrapper.write(self, text)
                return IntObject.make(StrObject.length(text))
            }, "($self, text, /)")
        type.method(
            "read", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                try TextWrapper.read(self, try IOBase.size(arguments[0]))
            }, "($self, size=-1, /)")
        type.method(
            "readline", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                let limit = arguments[0].isNull ? -1 : try Index.size(arguments[0])
                try TextWrapper.checkAttached(self)
                return try TextWrapper.readLine(self, limit)
            }, "($self, size=-1, /)")
        type.method(
            "flush", .noArguments { (self) throws(Raised) -> Ref in
                try TextWrapper.checkAttached(self)
                try TextWrapper.checkOpen(self)
                try TextWrapper.flush(self)
                return .none
            }, "($self, /)")
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in try TextWrapper.close(self) }, "($self, /)")
        type.method(
            "reconfigure", .raw { (self, arguments) throws(Raised) -> Ref in
                if arguments.count > 0 { throw raise(.typeError, "reconfigure() takes no positional arguments") }
                return try reconfiguration.withBound(arguments, "reconfigure") { (arguments) throws(Raised) -> Ref in
                    func orNone(_ value: Value) -> Value { value.isNull ? .none : value }
                    try TextWrapper.checkAttached(self)
                    try TextWrapper.reconfigure(
                        self, orNone(arguments[0]), orNone(arguments[1]), arguments[2], arguments[3], arguments[4])
                    return .none
                }
            }, "($self, /, *, encoding=None, errors=None, newline=None,\n            line_buffering=None, write_through=None)",
            doc: TextIOWrapperDocs.reconfigure)
    }
    nonisolated(unsafe) private static let reconfiguration = BoundParameters(
        "(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)")

    private static func describePosition(_ type: TypeBuilder) {
        type.method(
            "seek", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
                let whence = arguments[1].isNull ? 0 : try Index.int32(arguments[1])
                return try TextWrapper.seek(self, arguments[0], whence)
            }, "($self, cookie, whence=0, /)")
        type.method("tell", .noArguments { (self) throws(Raised) -> Ref in try TextWrapper.tell(self) }, "($self, /)")
        type.method(
            "truncate", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                try TextWrapper.checkAttached(self)
                try StreamObject.call(self, Names.flush)
                let buffer = Ref(TextWrapper.layout(self).pointee.buffer)
                return try Call.method(buffer.value, IONames.truncate, arguments[0].isNull ? .none : arguments[0])
            }, "($self, pos=None, /)")
    }

    private static func describeState(_ type: TypeBuilder) {
        for (name, method) in [
            ("fileno", IONames.fileno), ("seekable", IONames.seekable), ("readable", IONames.readable), ("writable", IONames.writable),
            ("isatty", IONames.isatty),
        ] as [(StaticString, Value)] {
            type.method(
                name, .noArguments { (self) throws(Raised) -> Ref in
                    try TextWrapper.checkAttached(self)
                    let buffer = Ref(TextWrapper.layout(self).pointee.buffer)
                    return try Call.method(buffer.value, method)
                }, "($self, /)")
        }
    }

    private static func describeAttributes(_ type: TypeBuilder) {
        type.field("buffer", 2, readOnly: true)
        type.field("encoding", 3, readOnly: true)
        for (name, attribute) in [("name", IONames.name), ("closed", IONames.closed)] as [(StaticString, Value)] {
            type.getter(name, { (self) throws(Raised) -> Ref in
                try TextWrapper.checkAttached(self)
                let buffer = Ref(TextWrapper.layout(self).pointee.buffer)
                return try Attributes.get(buffer.value, attribute)
            })
        }
        type.getter("line_buffering", { (self) throws(Raised) -> Ref in .bool(TextWrapper.layout(self).pointee.lineBuffering) })
        type.getter("write_through", { (self) throws(Raised) -> Ref in .bool(TextWrapper.layout(self).pointee.writeThrough) })
        type.getter(
            "_finalizing", { (self) throws(Raised) -> Ref in .bool(TextWrapper.layout(self).pointee.isFinalizing) },
            set: { (self, value) throws(Raised) -> Void in TextWrapper.layout(self).pointee.isFinalizing = try FileIOMethods.flag(value) })
        type.getter("errors", { (self) throws(Raised) -> Ref in
            try TextWrapper.checkInitialized(self)
            return Ref(TextWrapper.layout(self).pointee.errors)
        })
        type.getter("newlines", { (self) throws(Raised) -> Ref in
            try TextWrapper.checkAttached(self)
            let layout = TextWrapper.layout(self)
            if layout.pointee.decodes == .none { return .none }
            if layout.pointee.decodes != .python { return layout.pointee.newlines.newlines() }
            let decoder = Ref(layout.pointee.decoder)
            let newlines = try Attributes.getIfPresent(decoder.value, IONames.newlines)
            return newlines.isNull ? .none : newlines
        })
        type.getter(
            "_CHUNK_SIZE", { (self) throws(Raised) -> Ref in
                try TextWrapper.checkAttached(self)
                return IntObject.make(TextWrapper.layout(self).pointee.chunkSize)
            },
            set: { (self, value) throws(Raised) -> Void in
                try TextWrapper.checkAttached(self)
                if value.isNull { throw raise(.attributeError, "cannot delete attribute") }
                let size = try Index.of(value, .valueError)
                if size <= 0 { throw raise(.valueError, "a strictly positive integer is required") }
                TextWrapper.layout(self).pointee.chunkSize = size
            })
    }
}
