// _io.BytesIO: a stream over bytes in memory.
//
// The contents are a bytes object. While nobody else has it, it is changed in place and may be longer than the contents; what was
// handed out (`getvalue`) is copied before the next change. Views (`getbuffer`) forbid changes of size.

import CPythonABI
import Glibc
import Runtime

enum BytesIO {
    struct Layout {
        var stream: StreamHead
        /// Null while closed.
        var bytes: Value
        var count: Int
        var position: Int
        /// Views that look into the bytes.
        var exports: Int
    }
    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io.BytesIO", base: BufferedIOBase.type, size: MemoryLayout<Layout>.size, describe)
    /// What `getbuffer` makes views of: a stream's bytes as an exporter of its own.
    nonisolated(unsafe) private static let bufferType: TypePointer = NativeType.make(
        "_io._BytesIOBuffer", base: PyBaseObject_TypePointer(), size: 24, flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION
    ) { type in
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            IteratorStorage.drop(Value(object), 2)
            ObjectMemory.freeCollected(object, size: 24)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 2, 2) }
        Buffers.export(
            type.type,
            { object, view, flags in
                guard let object, let view else { return -1 }
                let stream = IteratorStorage.words(Value(object))[2]
                let layout = BytesIO.layout(stream)
                if layout.pointee.bytes.isNull {
                    _ = raise(.valueError, "I/O operation on closed file.")
                    return -1
                }
                let result = Buffers.fill(
                    view, object, UnsafeMutableRawPointer(BytesObject.data(layout.pointee.bytes)), layout.pointee.count, readOnly: false, flags)
                if result == 0 { layout.pointee.exports += 1 }
                return result
            },
            { object, _ in
                guard let object else { return }
                let stream = IteratorStorage.words(Value(object))[2]
                if !stream.isNull { BytesIO.layout(stream).pointee.exports -= 1 }
            })
    }

    @inline(__always) static func layout(_ stream: Value) -> UnsafeMutablePointer<Layout> { stream.cast(to: Layout.self) }

    private static func describe(_ type: TypeBuilder) {
        type.doc(BytesIODocs.type, signature: "(initial_bytes=b'')")
        type.type.pointee.tp_dealloc = { object in StreamObject.deallocate(object, values: 1, finalizes: false) }
        type.type.pointee.tp_traverse = { object, visit, argument in StreamObject.traverse(object, visit, argument, values: 1) }
        type.type.pointee.tp_clear = { _ in 0 }
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            let stream = try StreamObject.allocate(type)
            let layout = layout(stream.value)
            layout.pointee.bytes = BytesObject.empty.take()
            layout.pointee.count = 0
            layout.pointee.position = 0
            layout.pointee.exports = 0
            return stream
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            _ = try parameters.withBound(arguments, "BytesIO") { (arguments) throws(Raised) -> Ref in
                try initialize(self, arguments[0])
                return .none
            }.isNull
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = try open(self)
            let count = lineLength(layout, -1)
            return count == 0 ? .null : try take(layout, count)
        }
        describeState(type)
        describeReading(type)
        describeWriting(type)
        describeCopying(type)
    }
    nonisolated(unsafe) private static let parameters = BoundParameters("(initial_bytes=b'')")

    private static func initialize(_ self: Value, _ initial: Value) throws(Raised) {
        let layout = layout(self)
        // What it had is gone even if a view keeps it from being filled anew.
        layout.pointee.count = 0
        layout.pointee.position = 0
        if layout.pointee.exports > 0 { throw exported() }
        StreamObject.replace(&layout.pointee.bytes, BytesObject.empty)
        if initial.isNull || initial.isNone { return }
        if BytesObject.isExact(initial) {
            // Shared until somebody writes.
            StreamObject.replace(&layout.pointee.bytes, Ref(initial))
            layout.pointee.count = BytesObject.count(initial)
            return
        }
        _ = try write(layout, initial)
        layout.pointee.position = 0
    }

    private static func size(_ value: Value) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        let index = try Index.object(value)
        guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C ssize_t") }
        return number
    }

    // MARK: Memory

    private static func closed() -> Raised { raise(.valueError, "I/O operation on closed file.") }
    private static func exported() -> Raised { raise(.bufferError, "Existing exports of data: object cannot be re-sized") }
    static func open(_ self: Value) throws(Raised) -> UnsafeMutablePointer<Layout> {
        let layout = layout(self)
        if layout.pointee.bytes.isNull { throw closed() }
        return layout
    }
    /// Whether the bytes may be changed in place.
    @inline(__always) private static func isOwn(_ layout: UnsafeMutablePointer<Layout>) -> Bool {
        layout.pointee.bytes.object.pointee.ob_refcnt == 1 || layout.pointee.exports > 0
    }
    /// Makes the bytes the stream's own, with room for `capacity`.
    private static func reserve(_ layout: UnsafeMutablePointer<Layout>, _ capacity: Int) throws(Raised) {
        let room = BytesObject.count(layout.pointee.bytes)
        if capacity <= room && isOwn(layout) {
            BytesObject.forgetHash(layout.pointee.bytes)
            return
        }
        if layout.pointee.exports > 0 { throw exported() }
        guard capacity < Int.max / 4 else { throw raise(.memoryError, argument: .null) }
        let wanted = capacity <= room ? max(room, 2) : max(capacity + capacity >> 3 + (capacity < 9 ? 3 : 6), 32)
        let grown = try BytesObject.allocate(wanted)
        copyBytes(BytesObject.data(grown.value), BytesObject.data(layout.pointee.bytes), layout.pointee.count)
        StreamObject.replace(&layout.pointee.bytes, grown)
    }

    static func write(_ layout: UnsafeMutablePointer<Layout>, _ data: Value) throws(Raised) -> Int {
        let view = try BytesView(data)
        // The argument's code may have closed the stream.
        if layout.pointee.bytes.isNull { throw closed() }
        if layout.pointee.exports > 0 { throw exported() }
        if view.count == 0 { return 0 }
        let position = layout.pointee.position
        let (end, overflow) = position.addingReportingOverflow(view.count)
        if overflow { throw raise(.overflowError, "new position too large") }
        try reserve(layout, max(end, layout.pointee.count))
        let bytes = BytesObject.data(layout.pointee.bytes)
        if position > layout.pointee.count { fillBytes(bytes + layout.pointee.count, 0, position - layout.pointee.count) }
        copyBytes(bytes + position, view.bytes, view.count)
        layout.pointee.position = end
        layout.pointee.count = max(layout.pointee.count, end)
        return view.count
    }

    /// The next `count` bytes, which are there.
    private static func take(_ layout: UnsafeMutablePointer<Layout>, _ count: Int) throws(Raised) -> Ref {
        let start = layout.pointee.position
        let bytes = layout.pointee.bytes
        if count > 1 && start == 0 && count == layout.pointee.count && count == BytesObject.count(bytes) && layout.pointee.exports == 0 {
            layout.pointee.position = count
            return Ref(bytes)
        }
        layout.pointee.position = start + count
        return try BytesObject.make(UnsafePointer(BytesObject.data(bytes) + start), count)
    }
    private static func remaining(_ layout: UnsafeMutablePointer<Layout>) -> Int { max(layout.pointee.count - layout.pointee.position, 0) }
    private static func lineLength(_ layout: UnsafeMutablePointer<Layout>, _ limit: Int) -> Int {
        var count = remaining(layout)
        if limit >= 0 { count = min(count, limit) }
        if count == 0 { return 0 }
        let start = BytesObject.data(layout.pointee.bytes) + layout.pointee.position
        guard let newline = memchr(start, 10, count) else { return count }
        return UnsafeRawPointer(newline) - UnsafeRawPointer(start) + 1
    }
    /// The contents as bytes; the stream keeps them as its own as long as it is not changed.
    private static func contents(_ layout: UnsafeMutablePointer<Layout>) throws(Raised) -> Ref {
        if layout.pointee.count != BytesObject.count(layout.pointee.bytes) || layout.pointee.exports > 0 {
            let exact = try BytesObject.make(UnsafePointer(BytesObject.data(layout.pointee.bytes)), layout.pointee.count)
            if layout.pointee.exports > 0 { return exact }
            StreamObject.replace(&layout.pointee.bytes, exact)
        }
        return Ref(layout.pointee.bytes)
    }

    // MARK: Methods

    private static func describeState(_ type: TypeBuilder) {
        for (name, doc) in [("readable", BytesIODocs.readable), ("writable", BytesIODocs.writable), ("seekable", BytesIODocs.seekable)]
            as [(StaticString, StaticString)]
        {
            type.method(name, .noArguments { (self) throws(Raised) -> Ref in
                _ = try open(self)
                return .bool(true)
            }, "($self, /)", doc: doc)
        }
        type.method("flush", .noArguments { (self) throws(Raised) -> Ref in
            _ = try open(self)
            return .none
        }, "($self, /)", doc: BytesIODocs.flush)
        type.method("isatty", .noArguments { (self) throws(Raised) -> Ref in
            _ = try open(self)
            return .bool(false)
        }, "($self, /)", doc: BytesIODocs.isatty)
        type.method("tell", .noArguments { (self) throws(Raised) -> Ref in IntObject.make(try open(self).pointee.position) }, "($self, /)",
            doc: BytesIODocs.tell)
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in
            let layout = layout(self)
            if layout.pointee.exports > 0 { throw exported() }
            StreamObject.replace(&layout.pointee.bytes, Ref.null)
            return .none
        }, "($self, /)", doc: BytesIODocs.close)
        type.getter("closed", doc: BytesIODocs.closed, { (self) throws(Raised) -> Ref in .bool(layout(self).pointee.bytes.isNull) })
        type.method("seek", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            let offset = try size(arguments[0])
            let whence = arguments[1].isNull ? 0 : try Index.int32(arguments[1])
            let layout = try open(self)
            if offset < 0 && whence == 0 { throw raise(.valueError, "negative seek value \(offset)") }
            let base: Int
            switch whence {
            case 0: base = 0
            case 1: base = layout.pointee.position
            case 2: base = layout.pointee.count
            default: throw raise(.valueError, "invalid whence (\(whence), should be 0, 1 or 2)")
            }
            let (target, overflow) = base.addingReportingOverflow(offset)
            if overflow { throw raise(.overflowError, "new position too large") }
            layout.pointee.position = max(target, 0)
            return IntObject.make(layout.pointee.position)
        }, "($self, pos, whence=0, /)", doc: BytesIODocs.seek)
    }

    private static func describeReading(_ type: TypeBuilder) {
        for name in ["read", "read1"] as [StaticString] {
            type.method(name, .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                let size = try IOBase.size(arguments[0])
                let layout = try open(self)
                let rest = remaining(layout)
                return try take(layout, size < 0 ? rest : min(size, rest))
            }, "($self, size=-1, /)", doc: BytesIODocs.read)
        }
        type.method("readinto", .one { (self, buffer) throws(Raised) -> Ref in
            let view = try TargetBuffer.acquire(buffer, "readinto")
            let layout = try open(self)
            let count = min(remaining(layout), view.count)
            if count > 0 { copyBytes(view.mutableBytes, BytesObject.data(layout.pointee.bytes) + layout.pointee.position, count) }
            layout.pointee.position += count
            return IntObject.make(count)
        }, "($self, buffer, /)", doc: BytesIODocs.readinto)
        type.method("readline", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            let limit = try IOBase.size(arguments[0])
            let layout = try open(self)
            return try take(layout, lineLength(layout, limit))
        }, "($self, size=-1, /)", doc: BytesIODocs.readline)
        type.method("readlines", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            let given = arguments[0]
            if !given.isNull && !given.isNone && !Index.isIndex(given) {
                throw raise(.typeError, "integer argument expected, got '\(given.type.name)'")
            }
            var hint = -1
            if !given.isNull && !given.isNone {
                do throws(Raised) { hint = try Index.size(given) } catch {
                    if IntObject.isInstance(given) { throw error }
                    PendingException.clear()
                    throw raise(.typeError, "integer argument expected, got '\(given.type.name)'")
                }
            }
            let layout = try open(self)
            let lines = ListObject.make()
            var total = 0
            while true {
                let count = lineLength(layout, -1)
                if count == 0 { return lines }
                let line = try take(layout, count)
                try ListObject.append(lines.value, line.value)
                total += count
                if hint > 0 && total >= hint { return lines }
            }
        }, "($self, size=None, /)", doc: BytesIODocs.readlines)
        type.method("getvalue", .noArguments { (self) throws(Raised) -> Ref in try contents(try open(self)) }, "($self, /)", doc: BytesIODocs.getvalue)
        type.method("getbuffer", .noArguments { (self) throws(Raised) -> Ref in
            let layout = try open(self)
            if layout.pointee.exports == 0 { try reserve(layout, max(layout.pointee.count, 2)) }
            let object = ObjectMemory.newCollected(bufferType, as: PyObject.self, size: 24)
            self.retain()
            let exporter = Ref(owned: Value(object))
            IteratorStorage.words(exporter.value)[2] = self
            Collector.track(object)
            return try MemoryViewObject.make(exporter.value)
        }, "($self, /)", doc: BytesIODocs.getbuffer)
    }

    private static func describeWriting(_ type: TypeBuilder) {
        type.method("write", .one { (self, data) throws(Raised) -> Ref in IntObject.make(try write(try open(self), data)) }, "($self, b, /)",
            doc: BytesIODocs.write)
        type.method("writelines", .one { (self, lines) throws(Raised) -> Ref in
            let layout = try open(self)
            try Iteration.forEach(lines) { (line) throws(Raised) -> Void in _ = try write(layout, line) }
            return .none
        }, "($self, lines, /)", doc: BytesIODocs.writelines)
        type.method("truncate", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            let given = arguments[0]
            let layout = try open(self)
            if layout.pointee.exports > 0 { throw exported() }
            let size = given.isNull || given.isNone ? layout.pointee.position : try IOBase.size(given)
            if size < 0 { throw raise(.valueError, "negative size value \(size)") }
            if size < layout.pointee.count {
                try reserve(layout, layout.pointee.count)
                layout.pointee.count = size
            }
            return IntObject.make(size)
        }, "($self, size=None, /)", doc: BytesIODocs.truncate)
    }

    // MARK: Copying

    private static func describeCopying(_ type: TypeBuilder) {
        type.method("__getstate__", .noArguments { (self) throws(Raised) -> Ref in
            let layout = try open(self)
            let value = try contents(layout)
            let dict = StreamObject.head(self).pointee.dict
            let attributes = dict.isNull ? Ref.none : try DictObject.copy(dict)
            let position = IntObject.make(layout.pointee.position)
            return TupleObject.make(value.value, position.value, attributes.value)
        })
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            guard TupleObject.isInstance(state), TupleObject.count(state) == 3 else {
                throw raise(.typeError, "\(self.type.fullName).__setstate__ argument should be 3-tuple, got \(state.type.name)")
            }
            let layout = try open(self)
            if layout.pointee.exports > 0 { throw exported() }
            StreamObject.replace(&layout.pointee.bytes, BytesObject.empty)
            layout.pointee.count = 0
            layout.pointee.position = 0
            let contents = Ref(TupleObject.item(state, 0))
            if !contents.value.isNone { _ = try write(layout, contents.value) }
            let position = TupleObject.item(state, 1)
            guard IntObject.isInstance(position) else {
                throw raise(.typeError, "second item of state must be an integer, not \(position.type.name)")
            }
            let number = try Index.size(position)
            if number < 0 { throw raise(.valueError, "position value cannot be negative") }
            layout.pointee.position = number
            try StreamState.restore(self, TupleObject.item(state, 2), "third")
            return .none
        })
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            let layout = layout(self)
            var size = self.type.pointee.tp_basicsize
            if !layout.pointee.bytes.isNull && layout.pointee.bytes.object.pointee.ob_refcnt == 1 { size += 33 + BytesObject.count(layout.pointee.bytes) }
            return IntObject.make(size)
        })
    }
}

/// The attributes in the state of a pickled stream.
enum StreamState {
    static func restore(_ stream: Value, _ dict: Value, _ ordinal: StaticString) throws(Raised) {
        if dict.isNone { return }
        guard DictObject.isInstance(dict) else { throw raise(.typeError, "\(ordinal) item of state should be a dict, got a \(dict.type.name)") }
        let own = StreamObject.head(stream).pointee.dict
        if own.isNull {
            StreamObject.head(stream).pointee.dict = try DictObject.copy(dict).take()
            return
        }
        var position = 0
        while let (key, value) = DictObject.next(dict, &position) {
            let (name, item) = (Ref(key).take(), Ref(value).take())
            defer {
                name.release()
                item.release()
            }
            try DictObject.set(own, name, item)
        }
    }
}
