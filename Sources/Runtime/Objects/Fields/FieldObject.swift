// Objects of native modules: a head and a row of values.
//
// Native modules hold no raw memory. Their types are rows of *fields*, each a value (numbers as immediates, so a counter is a field like
// any other), and this file gives them memory, garbage collection and, on request, `__dict__` and weak references:
//
//     +16  field 0 | field 1 | ...           dict (if wanted)       weak references (if wanted)

import CPythonABI

public enum FieldObject {
    /// What a type of fields has beyond them.
    public struct Options: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let subclassable = Options(rawValue: 1)
        public static let dict = Options(rawValue: 2)
        public static let weakReferences = Options(rawValue: 4)
        /// No constructor: instances come from the module alone.
        public static let hidden = Options(rawValue: 8)
        /// Functions of a class are bound when found in it, as Python functions are (`METHOD_DESCRIPTOR`).
        public static let method = Options(rawValue: 16)
        /// Attributes lie in front of the object, as those of classes in Python do (`InstanceKeys`).
        public static let managedDict = Options(rawValue: 32)
    }

    /// A new type ("module.name") whose instances have `count` fields. `describe` fills slots and methods.
    public static func type(
        _ name: StaticString, fields count: Int, _ options: Options = [], _ describe: (TypeBuilder) -> Void
    ) -> TypePointer {
        var size = 16 + count * 8
        var dictOffset = 0
        var weakOffset = 0
        if options.contains(.dict) {
            dictOffset = size
            size += 8
        }
        if options.contains(.weakReferences) {
            weakOffset = size
            size += 8
        }
        var flags = Py_TPFLAGS_HAVE_GC
        if options.contains(.subclassable) { flags |= Py_TPFLAGS_BASETYPE }
        if options.contains(.hidden) { flags |= Py_TPFLAGS_DISALLOW_INSTANTIATION }
        if options.contains(.method) { flags |= Py_TPFLAGS_METHOD_DESCRIPTOR }
        return NativeType.make(name, base: PyBaseObject_TypePointer(), size: size, flags: flags) { type in
            type.type.pointee.tp_dictoffset = dictOffset
            type.type.pointee.tp_weaklistoffset = weakOffset
            type.type.pointee.tp_dealloc = deallocate
            type.type.pointee.tp_traverse = traverse
            type.type.pointee.tp_clear = clear
            if options.contains(.managedDict) {
                type.type.pointee.tp_flags |= Py_TPFLAGS_MANAGED_DICT
                type.type.pointee.tp_dictoffset = -size - 24
                type.type.record.pointee.instanceKeys = InstanceKeys.make()
                type.addInstanceDict()
            }
            if dictOffset != 0 {
                let descriptor = Descriptors.getSet(type.type, InstanceAttributes.lastingDict)
                type.set("__dict__", descriptor.value)
            }
            describe(type)
        }
    }

    /// Makes a type that is declared statically, with all words after the head as fields, one of these. Its weak references, if it has
    /// any, are in the last word.
    static func adopt(_ type: TypeBuilder, weakReferences: Bool = false) {
        if weakReferences { type.type.pointee.tp_weaklistoffset = type.type.pointee.tp_basicsize - 8 }
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.type.pointee.tp_clear = clear
    }

    /// A new instance of a type of fields or of a class derived from it, all fields null.
    @inlinable public static func make(_ type: TypePointer) throws(Raised) -> Ref {
        if type.pointee.tp_flags & (Py_TPFLAGS_HEAPTYPE | Py_TPFLAGS_MANAGED_DICT) != 0 { return try makeDerived(type) }
        let size = type.pointee.tp_basicsize
        let object = ObjectMemory.newCollected(type, as: PyObject.self, size: size)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        var index = 2
        while index < size &>> 3 {
            words[index] = .null
            index &+= 1
        }
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    @usableFromInline static func makeDerived(_ type: TypePointer) throws(Raised) -> Ref { try Instances.allocate(type) }

    /// The words that hold values: the fields and the dict, without numbers in front.
    private static func valueWords(_ object: ObjectPointer) -> Range<Int> {
        var type = object.pointee.ob_type.unsafelyUnwrapped
        while type.isHeapType && type.record.pointee.madeInPython, let base = type.base { type = base }
        let first = type.record.pointee.plainWords
        return first..<max(first, (type.pointee.tp_basicsize - 16) / 8 - (type.pointee.tp_weaklistoffset != 0 ? 1 : 0))
    }
    public static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let type = object.pointee.ob_type.unsafelyUnwrapped
        Collector.untrack(object)
        if !type.isHeapType && type.pointee.tp_weaklistoffset != 0
            && (UnsafeMutableRawPointer(object) + type.pointee.tp_weaklistoffset).load(as: UnsafeMutableRawPointer?.self) != nil
        {
            WeakReferences.clear(object)
        }
        FieldObject.clearFields(object)
        if type.isHeapType || type.hasManagedDict {
            if !type.isHeapType { Instances.clearAttributes(object) }
            freeInstance(object)
        } else {
            ObjectMemory.freeCollected(object, size: type.pointee.tp_basicsize)
        }
    }
    private static func clearFields(_ object: ObjectPointer) {
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self) + 2
        for index in valueWords(object) {
            let old = words[index]
            words[index] = .null
            old.release()
        }
    }
    public static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let type = object.pointee.ob_type.unsafelyUnwrapped
        if type.hasManagedDict && !type.isHeapType {
            let result = Subtypes.traverseAttributes(object, visit, argument)
            if result != 0 { return result }
        }
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self) + 2
        for index in FieldObject.valueWords(object) where words[index].isObject {
            let result = visit(words[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }
    private static let clear: inquiry = { object in
        guard let object else { return 0 }
        let type = object.pointee.ob_type.unsafelyUnwrapped
        if type.hasManagedDict && !type.isHeapType { Instances.clearAttributes(object) }
        FieldObject.clearFields(object)
        return 0
    }
}

extension TypeBuilder {
    /// An attribute that is a field: read-only, and AttributeError while it is null.
    public func field(_ name: StaticString, _ index: Int, doc: StaticString? = nil) {
        member(name, type: Members.valueCode, offset: 16 + index * 8, readOnly: true, doc: doc)
    }
    /// `__class_getitem__` that makes a `types.GenericAlias`.
    public func genericAlias() {
        classMethod(
            "__class_getitem__", .one { (type, item) throws(Raised) -> Ref in try GenericAliasObject.make(type, item) }, nil,
            doc: "See PEP 585")
    }
}

/// The fields of an object of such a type. The object is borrowed.
public struct Fields {
    @usableFromInline let words: UnsafeMutablePointer<Value>

    @inlinable @inline(__always) public init(_ object: Value) { words = object.cast(to: Value.self) + 2 }

    /// A field, borrowed: whoever runs Python code while using it holds it (`hold`).
    @inlinable @inline(__always) public subscript(index: Int) -> Value { words[index] }
    /// A field, owned.
    @inlinable @inline(__always) public func hold(_ index: Int) -> Ref { Ref(words[index]) }
    /// Puts an owned value into a field.
    @inlinable @inline(__always) public func set(_ index: Int, _ value: consuming Ref) {
        let old = words[index]
        words[index] = value.take()
        old.release()
    }
    /// Puts a borrowed value into a field.
    @inlinable @inline(__always) public func set(_ index: Int, _ value: Value) {
        value.retain()
        let old = words[index]
        words[index] = value
        old.release()
    }
    /// Takes a field out, leaving null.
    @inlinable @inline(__always) public func take(_ index: Int) -> Ref {
        let old = words[index]
        words[index] = .null
        return Ref(owned: old)
    }
    /// A field that is a machine int of at most 49 bits.
    @inlinable @inline(__always) public func int(_ index: Int) -> Int { words[index].smallInt }
    @inlinable @inline(__always) public func setInt(_ index: Int, _ number: Int) { words[index] = Value(smallInt: number) }
    /// A number in front of the fields, as C reads it (`TypeRecord.plainWords`).
    public func setPlain(_ index: Int, _ number: Int) { words[index] = Value(bits: UInt64(bitPattern: Int64(number))) }
}

extension TypeBuilder {
    /// An attribute that shows a field; None where it is null.
    public func field(_ name: StaticString, _ index: Int, readOnly: Bool = true, doc: StaticString? = nil) {
        member(name, type: Members.optionalValueCode, offset: 16 + index * 8, readOnly: readOnly, doc: doc)
    }
}
