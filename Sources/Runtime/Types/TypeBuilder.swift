// How built-in types get their slots, methods and attributes.
//
// A type's Swift file has one function that describes the type to a builder:
//
//     static func describe(_ type: TypeBuilder) {
//         type.slots.repr = repr
//         type.method("append", .one(append), "($self, object, /)", doc: "...")
//         type.getter("real") { self in ... }
//     }
//
// `Bootstrap` runs these for all types, then `finish` fills in inherited slots and makes the dunder methods that the slots stand for.

import CPythonABI

public struct TypeBuilder {
    public let type: TypePointer

    public init(_ type: TypePointer) { self.type = type }

    public var slots: TypeRecord {
        get { type.record.pointee }
        nonmutating _modify { yield &type.record.pointee }
    }

    /// Adds an object to the type's dict.
    public func set(_ name: StaticString, _ value: Value) {
        let key = StrObject.intern(name)
        DictObject.set(type.dict, name: key.value, value)
    }

    public func method(_ name: StaticString, _ entry: NativeEntry, _ textSignature: StaticString? = nil, doc: StaticString? = nil) {
        let descriptor = Descriptors.method(type, NativeMethod.make(name, entry, textSignature, doc: doc))
        set(name, descriptor.value)
    }
    public func classMethod(_ name: StaticString, _ entry: NativeEntry, _ textSignature: StaticString? = nil, doc: StaticString? = nil) {
        let method = NativeMethod.make(name, entry, textSignature, doc: doc, flags: METH_CLASS)
        let descriptor = Descriptors.classMethod(type, method)
        set(name, descriptor.value)
    }
    public func staticMethod(_ name: StaticString, _ entry: NativeEntry, _ textSignature: StaticString? = nil, doc: StaticString? = nil) {
        let method = NativeMethod.make(name, entry, textSignature, doc: doc, flags: METH_STATIC)
        let function = NativeFunctionObject.make(method, self: type.value, module: .null)
        let wrapped = Descriptors.staticMethod(function.value)
        set(name, wrapped.value)
    }
    /// A computed attribute. Without `set` it is read-only; `set` gets null for deletion.
    public func getter(
        _ name: StaticString, doc: StaticString? = nil, _ get: @escaping (Value) throws(Raised) -> Ref,
        set: ((Value, Value) throws(Raised) -> Void)? = nil
    ) {
        let descriptor = Descriptors.getSet(type, NativeGetSet.make(name, get, set, doc: doc))
        self.set(name, descriptor.value)
    }
    /// An attribute that is a field of the object's struct (`T_OBJECT`, `T_INT`, ...).
    public func member(_ name: StaticString, type code: Int32, offset: Int, readOnly: Bool = true, doc: StaticString? = nil) {
        let definition = UnsafeMutablePointer<PyMemberDef>.allocate(capacity: 1)
        definition.initialize(to: PyMemberDef())
        definition.pointee.name = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        definition.pointee.type = code
        definition.pointee.offset = offset
        definition.pointee.flags = readOnly ? 1 : 0
        definition.pointee.doc = doc.map { UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self) }
        let descriptor = Descriptors.member(type, definition)
        set(name, descriptor.value)
    }
    /// `__dict__`, for types with `tp_dictoffset`.
    public func addInstanceDict() {
        let descriptor = Descriptors.getSet(type, InstanceAttributes.dict)
        set("__dict__", descriptor.value)
    }
    public func doc(_ text: StaticString, signature: StaticString? = nil) {
        type.record.pointee.doc = text
        type.record.pointee.textSignature = signature
    }
    /// Instances are not hashable (`__hash__ = None`).
    public func unhashable() {
        type.record.pointee.hash = { (value) throws(Raised) -> Int in throw Hash.unhashable(value) }
        set("__hash__", .none)
    }

    // MARK: Becoming ready

    /// First step for each static type: record, dict, bases and MRO, so that descriptions can refer to any type.
    static func prepare(_ type: TypePointer) {
        let record = UnsafeMutablePointer<TypeRecord>.allocate(capacity: 1)
        record.initialize(to: TypeRecord(type: type))
        type.pointee.tp_cache = UnsafeMutableRawPointer(record).assumingMemoryBound(to: PyObject.self)
        type.pointee.tp_dict = pointer(DictObject.make().take())
        if let base = type.pointee.tp_base {
            type.pointee.tp_bases = pointer(TupleObject.make(base.value).take())
            let inherited = base.mro
            let mro = TupleObject.allocateSmall(TupleObject.count(inherited) + 1)
            TupleObject.store(mro.value, 0, Ref(type.value))
            for index in 0..<TupleObject.count(inherited) {
                TupleObject.store(mro.value, index + 1, Ref(TupleObject.item(inherited, index)))
            }
            type.pointee.tp_mro = pointer(mro.take())
            base.record.pointee.subclasses.append(type)
            // Lives as long as the process.
            if type.pointee.tp_dealloc == nil { type.pointee.tp_dealloc = base.pointee.tp_dealloc }
        } else {
            type.pointee.tp_bases = pointer(TupleObject.emptyValue)
            type.pointee.tp_mro = pointer(TupleObject.make(type.value).take())
        }
    }
    private static func pointer(_ value: Value) -> ObjectPointer { value.object }

    /// Last step: dunder methods for own slots, then slots inherited from the base.
    static func finish(_ type: TypePointer) {
        let filled = DunderTable.addWrappers(type)
        if let base = type.pointee.tp_base {
            DunderTable.inherit(type, from: base, filled: filled)
            if type.pointee.tp_dealloc == nil { type.pointee.tp_dealloc = base.pointee.tp_dealloc }
            if type.isCollected && type.pointee.tp_traverse == nil { type.pointee.tp_traverse = base.pointee.tp_traverse }
            if type.isCollected && type.pointee.tp_clear == nil { type.pointee.tp_clear = base.pointee.tp_clear }
        }
        TypeDoc.install(type)
        type.pointee.tp_flags |= Py_TPFLAGS_READY
    }
}

/// A computed attribute written in Swift. C code sees a PyGetSetDef without functions.
public struct NativeGetSet {
    public var definition: PyGetSetDef
    var get: (Value) throws(Raised) -> Ref
    var set: ((Value, Value) throws(Raised) -> Void)?

    /// What `get` gives, called without counting its context.
    @inline(__always) func value(_ object: Value) throws(Raised) -> Ref {
        let function = unsafeBitCast(UnaryField(call: get), to: RawFunction.self)
        let result = _pyswift_call_unary(function.code, function.context, object)
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }

    /// What `closure` points to in definitions made here.
    nonisolated(unsafe) static let marker = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1)

    public static func make(
        _ name: StaticString, _ get: @escaping (Value) throws(Raised) -> Ref, _ set: ((Value, Value) throws(Raised) -> Void)?, doc: StaticString? = nil
    ) -> UnsafeMutablePointer<NativeGetSet> {
        let pointer = UnsafeMutablePointer<NativeGetSet>.allocate(capacity: 1)
        var definition = PyGetSetDef()
        definition.name = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        definition.doc = doc.map { UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self) }
        definition.closure = marker
        pointer.initialize(to: NativeGetSet(definition: definition, get: get, set: set))
        return pointer
    }
}
