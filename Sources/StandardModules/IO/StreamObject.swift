// What all objects of _io have in common: layout, memory, finalization.
//
//     +16 dict   +24 weak references   +32 values of the type ...   machine words of the type ...
//
// Every type's struct begins with `StreamHead`; then come the values that it owns, which garbage collection visits; then plain data.

import CPythonABI
import Runtime

struct StreamHead {
    var head: PyObject
    var dict: Value
    var weakReferences: UnsafeMutableRawPointer?
}

enum StreamObject {
    @inline(__always) static func head(_ stream: Value) -> UnsafeMutablePointer<StreamHead> { stream.cast(to: StreamHead.self) }
    /// The values that follow the head.
    private static func values(_ object: ObjectPointer) -> UnsafeMutablePointer<Value> { Value(object).cast(to: Value.self) + 4 }

    /// A new type. `describe` sets its memory functions and slots.
    static func makeType(_ name: StaticString, base: TypePointer, size: Int, _ describe: (TypeBuilder) -> Void) -> TypePointer {
        // Fields that derived classes add lie on whole words.
        NativeType.make(name, base: base, size: (size + 7) & ~7, flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE) { type in
            type.type.pointee.tp_dictoffset = 16
            type.type.pointee.tp_weaklistoffset = 24
            describe(type)
        }
    }

    /// A new instance, tracked, all words behind the head zero.
    static func allocate(_ type: TypePointer) throws(Raised) -> Ref {
        if type.isHeapType { return try Instances.allocate(type) }
        let size = type.pointee.tp_basicsize
        let object = ObjectMemory.newCollected(type, as: PyObject.self, size: size)
        let words = Value(object).cast(to: Value.self)
        for index in 2..<size &>> 3 { words[index] = .null }
        Collector.track(object)
        return Ref(owned: Value(object))
    }

    /// tp_dealloc: closes the stream, unless it is used again; then lets go of `count` values and frees. `free` frees plain memory.
    /// In-memory streams say no `finalizes`: there is nothing to flush, and `_finalizing` must not be left in a `__dict__` that lives on.
    static func deallocate(_ object: ObjectPointer?, values count: Int, finalizes: Bool = true, _ free: (Value) -> Void = { _ in }) {
        guard let object else { return }
        let type = object.pointee.ob_type.unsafelyUnwrapped
        if finalizes || type.isHeapType, let finalize = type.record.pointee.finalize, object.collectorHeader.pointee._gc_prev & 1 == 0 {
            object.collectorHeader.pointee._gc_prev |= 1
            object.pointee.ob_refcnt = 1
            finalize(Value(object))
            object.pointee.ob_refcnt -= 1
            if object.pointee.ob_refcnt > 0 { return }
        }
        Collector.untrack(object)
        let head = head(Value(object))
        if !type.isHeapType && head.pointee.weakReferences != nil { WeakReferences.clear(object) }
        clear(object, values: count)
        free(Value(object))
        let dict = head.pointee.dict
        head.pointee.dict = .null
        dict.release()
        if type.isHeapType {
            freeInstance(object)
        } else {
            ObjectMemory.freeCollected(object, size: type.pointee.tp_basicsize)
        }
    }
    /// tp_traverse
    static func traverse(_ object: ObjectPointer?, _ visit: visitproc?, _ argument: UnsafeMutableRawPointer?, values count: Int) -> Int32 {
        guard let object, let visit else { return 0 }
        let dict = head(Value(object)).pointee.dict
        if dict.isObject {
            let result = visit(dict.object, argument)
            if result != 0 { return result }
        }
        let values = values(object)
        for index in 0..<count where values[index].isObject {
            let result = visit(values[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }
    /// tp_clear, but for the dict, which a stream needs to be closed.
    @discardableResult static func clear(_ object: ObjectPointer?, values count: Int) -> Int32 {
        guard let object else { return 0 }
        let values = values(object)
        for index in 0..<count {
            let old = values[index]
            values[index] = .null
            old.release()
        }
        return 0
    }

    /// Whether nobody can have put methods of an own on an instance: it has at most the attributes that the runtime itself gives it.
    @inline(__always) static func isPlain(_ stream: Value, attributes: Int) -> Bool {
        let dict = head(stream).pointee.dict
        return dict.isNull || DictObject.count(dict) <= attributes
    }

    // MARK: Attributes

    /// Stores an owned value in a field.
    @inline(__always) static func replace(_ field: inout Value, _ value: consuming Ref) {
        let old = field
        field = value.take()
        old.release()
    }

    /// `stream.closed`
    static func isClosed(_ stream: Value) throws(Raised) -> Bool {
        let closed = try Attributes.get(stream, IONames.closed)
        return try Truth.of(closed.value)
    }
    /// Calls a method and throws the result away.
    static func call(_ stream: Value, _ name: Value) throws(Raised) {
        let result = try Call.method(stream, name)
        _ = result.isNull
    }
}

/// Exceptions put aside while a stream is closed.
enum HeldException {
    /// The pending exception, taken. There must be one.
    static func take() -> Ref { ExceptionObject.take() }
    /// Raises an exception again.
    static func raise(_ exception: borrowing Ref) -> Raised { PendingException.set(exception.value.type, exception.value) }
    /// Raises the pending exception with an older one as its context.
    static func chain(_ older: borrowing Ref) -> Raised {
        let newer = ExceptionObject.take()
        ExceptionObject.setContext(newer.value, older.value)
        return PendingException.set(newer.value.type, newer.value)
    }
}

enum IONames {
    nonisolated(unsafe) static let closed = Names.make("closed")
    nonisolated(unsafe) static let iobaseClosed = Names.make("__IOBase_closed")
    nonisolated(unsafe) static let finalizing = Names.make("_finalizing")
    nonisolated(unsafe) static let deallocWarn = Names.make("_dealloc_warn")
    nonisolated(unsafe) static let read = Names.make("read")
    nonisolated(unsafe) static let read1 = Names.make("read1")
    nonisolated(unsafe) static let readall = Names.make("readall")
    nonisolated(unsafe) static let readinto = Names.make("readinto")
    nonisolated(unsafe) static let readinto1 = Names.make("readinto1")
    nonisolated(unsafe) static let readline = Names.make("readline")
    nonisolated(unsafe) static let peek = Names.make("peek")
    nonisolated(unsafe) static let seek = Names.make("seek")
    nonisolated(unsafe) static let tell = Names.make("tell")
    nonisolated(unsafe) static let truncate = Names.make("truncate")
    nonisolated(unsafe) static let fileno = Names.make("fileno")
    nonisolated(unsafe) static let isatty = Names.make("isatty")
    nonisolated(unsafe) static let readable = Names.make("readable")
    nonisolated(unsafe) static let writable = Names.make("writable")
    nonisolated(unsafe) static let seekable = Names.make("seekable")
    nonisolated(unsafe) static let mode = Names.make("mode")
    nonisolated(unsafe) static let raw = Names.make("raw")
    nonisolated(unsafe) static let decode = Names.make("decode")
    nonisolated(unsafe) static let encode = Names.make("encode")
    nonisolated(unsafe) static let getstate = Names.make("getstate")
    nonisolated(unsafe) static let setstate = Names.make("setstate")
    nonisolated(unsafe) static let reset = Names.make("reset")
    nonisolated(unsafe) static let newlines = Names.make("newlines")
    nonisolated(unsafe) static let name = Names.make("name")
    nonisolated(unsafe) static let strict = Names.make("strict")
    nonisolated(unsafe) static let incrementalDecoder = Names.make("incrementaldecoder")
    nonisolated(unsafe) static let incrementalEncoder = Names.make("incrementalencoder")
    nonisolated(unsafe) static let isTextEncoding = Names.make("_is_text_encoding")
    nonisolated(unsafe) static let blockSize = Names.make("_blksize")
}
