// Making classes: `type(name, bases, namespace)`.

import CPythonABI
import Glibc

public enum TypeNew {
    // MARK: `__new__` of built-in types

    /// The `__new__` in a built-in type's dict: a built-in function whose `__self__` is the type.
    static func builtinNew(_ type: TypePointer) -> Ref {
        newAddress = UInt(bitPattern: newMethod)
        return NativeFunctionObject.make(newMethod, self: type.value, module: .null)
    }
    /// Where `newMethod` is, without the check of a lazy global.
    nonisolated(unsafe) private static var newAddress: UInt = 0
    nonisolated(unsafe) private static let newMethod = NativeMethod.make(
        "__new__", .raw(callNew), "($type, *args, **kwargs)", doc: "Create and return a new object.  See help(type) for accurate signature.")

    static func isBuiltinNew(_ value: Value) -> Bool {
        guard value.isObject, value.object.pointee.ob_type == PyCFunction_TypePointer() else { return false }
        return UInt(bitPattern: NativeFunctionObject.head(value).pointee.m_ml) == newAddress
    }
    static func owner(_ new: Value) -> TypePointer { Classes.type(NativeFunctionObject.boundSelf(new)) }

    /// `T.__new__(cls, ...)`: cls must derive from T, and T's layout must be that of cls.
    private static let callNew: (Value, Arguments) throws(Raised) -> Ref = { (self, arguments) throws(Raised) -> Ref in
        let owner = Classes.type(self)
        guard arguments.count > 0 else { throw raise(.typeError, "\(owner.name).__new__(): not enough arguments") }
        guard Classes.isType(arguments[0]) else {
            throw raise(.typeError, "\(owner.name).__new__(X): X is not a type object (\(arguments[0].type.name))")
        }
        let type = Classes.type(arguments[0])
        guard type.isSubtype(of: owner) else {
            throw raise(.typeError, "\(owner.name).__new__(\(type.name)): \(type.name) is not a subtype of \(owner.name)")
        }
        // The most derived base with a layout of its own must be the one whose __new__ this is.
        var solid = type
        while solid.isHeapType && solid.record.pointee.madeInPython, let base = solid.base { solid = base }
        if let expected = solid.record.pointee.new, let given = owner.record.pointee.new, solid != owner,
            !isSameNew(expected, given)
        {
            throw raise(.typeError, "\(owner.name).__new__(\(type.name)) is not safe, use \(solid.name).__new__()")
        }
        guard let new = owner.record.pointee.new else { throw raise(.typeError, "cannot create '\(owner.name)' instances") }
        return try new(type, arguments.dropFirst())
    }
    private static func isSameNew(_ a: @escaping NewSlot, _ b: @escaping NewSlot) -> Bool {
        SlotIdentity.same(a, b)
    }

    // MARK: type.__new__

    /// type.__new__(metatype, name, bases, namespace, **keywords)
    static let new: NewSlot = { (metatype, arguments) throws(Raised) -> Ref in
        guard arguments.count == 3 else {
            throw raise(.typeError, "type.__new__() takes exactly 3 arguments (\(arguments.count) given)")
        }
        guard StrObject.isInstance(arguments[0]) else {
            throw raise(.typeError, "type.__new__() argument 1 must be str, not \(ArgumentTypeName.of(arguments[0]))")
        }
        guard TupleObject.isInstance(arguments[1]) else {
            throw raise(.typeError, "type.__new__() argument 2 must be tuple, not \(ArgumentTypeName.of(arguments[1]))")
        }
        guard DictObject.isInstance(arguments[2]) else {
            throw raise(.typeError, "type.__new__() argument 3 must be dict, not \(ArgumentTypeName.of(arguments[2]))")
        }
        let bases = arguments[1]
        for index in 0..<TupleObject.count(bases) where !Classes.isType(TupleObject.item(bases, index)) {
            let base = TupleObject.item(bases, index)
            if !(try Attributes.getIfPresent(base, Names.mroEntries)).isNull {
                throw raise(
                    .typeError, "type() doesn't support MRO entry resolution; use types.new_class()")
            }
        }
        let winner = TupleObject.count(bases) == 0 ? metatype : try calculateMetaclass(metatype, bases)
        if winner != metatype, let other = winner.record.pointee.new, !isSameNew(other, TypeNew.new) { return try other(winner, arguments) }
        return try make(winner, arguments[0], bases, arguments[2], arguments)
    }

    /// The most derived metaclass of the bases.
    public static func calculateMetaclass(_ metatype: TypePointer, _ bases: Value) throws(Raised) -> TypePointer {
        var winner: TypePointer = metatype
        for index in 0..<TupleObject.count(bases) {
            let base: TypePointer = TupleObject.item(bases, index).type
            if winner.isSubtype(of: base) { continue }
            if base.isSubtype(of: winner) {
                winner = base
                continue
            }
            throw raise(
                .typeError,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
        }
        return winner
    }

    /// The type whose layout an instance has: the nearest that adds fields.
    static func solidBase(_ type: TypePointer) -> TypePointer {
        guard let parent = type.base else { return type }
        let base = solidBase(parent)
        return addsFields(type, base) ? type : base
    }
    private static func addsFields(_ type: TypePointer, _ base: TypePointer) -> Bool {
        if type == base { return false }
        if type.pointee.tp_itemsize != base.pointee.tp_itemsize { return true }
        var size = type.pointee.tp_basicsize
        if type.pointee.tp_weaklistoffset != 0 && base.pointee.tp_weaklistoffset == 0 && type.pointee.tp_weaklistoffset + 8 == size && type.isHeapType {
            size -= 8
        }
        if type.pointee.tp_dictoffset > 0 && base.pointee.tp_dictoffset == 0 && type.pointee.tp_dictoffset + 8 == size && type.isHeapType {
            size -= 8
        }
        return size != base.pointee.tp_basicsize
    }
    static func bestBase(_ bases: Value) throws(Raised) -> TypePointer {
        var winner: TypePointer?
        var best: TypePointer?
        for index in 0..<TupleObject.count(bases) {
            let item = TupleObject.item(bases, index)
            guard Classes.isType(item) else { throw raise(.typeError, "bases must be types") }
            let base = Classes.type(item)
            guard base.has(Py_TPFLAGS_BASETYPE) else {
                throw raise(.typeError, "type '\(base.name)' is not an acceptable base type")
            }
            let candidate = solidBase(base)
            if let current = winner {
                if current.isSubtype(of: candidate) { continue }
                if !candidate.isSubtype(of: current) { throw raise(.typeError, "multiple bases have instance lay-out conflict") }
            }
            winner = candidate
            best = base
        }
        return best ?? PyBaseObject_TypePointer()
    }

    private static func make(
        _ metatype: TypePointer, _ name: Value, _ givenBases: Value, _ namespace: Value, _ arguments: Arguments
    ) throws(Raised) -> Ref {
        let bases = TupleObject.count(givenBases) == 0 ? TupleObject.make(PyBaseObject_TypePointer().value) : Ref(givenBases)
        let base = try bestBase(bases.value)
        let dict = try DictObject.copy(namespace)
        // Before there are slots, one of which may have its name.
        let cell = Ref(DictObject.get(dict.value, name: Names.classcell))
        if !cell.isNull {
            guard cell.value.isObject, cell.value.object.pointee.ob_type == PyCell_TypePointer() else {
                throw raise(.typeError, "__classcell__ must be a nonlocal cell, not \(try Repr.string(cell.value.type.value))")
            }
            _ = try DictObject.delete(dict.value, Names.classcell)
        }

        try CompileFunctions.requireEncodable(name)
        if text(name).utf8.contains(0) { throw raise(.valueError, "type name must not contain null characters") }
        let documentation = DictObject.get(dict.value, name: Names.doc)
        if StrObject.isInstance(documentation) { try CompileFunctions.requireEncodable(documentation) }
        let qualname = DictObject.get(dict.value, name: Names.qualname)
        if !qualname.isNull && !StrObject.isInstance(qualname) {
            throw raise(.typeError, "type __qualname__ must be a str, not \(qualname.type.name)")
        }

        // __slots__, and whether instances get a dict and can be weakly referenced.
        var slotNames: [Value] = []
        let slotsValue = DictObject.get(dict.value, name: Names.slots)
        let mayAddDict = base.pointee.tp_dictoffset == 0 && !base.hasManagedDict
        let mayAddWeak = base.pointee.tp_weaklistoffset == 0 && base.pointee.tp_itemsize == 0
        let slots = try collectSlots(slotsValue, base, mayAddDict, mayAddWeak)
        defer { for name in slots.names { name.release() } }
        let className = text(name)
        for slot in slots.names {
            let mangled = mangle(slot, className)
            slotNames.append(mangled)
            if !DictObject.get(dict.value, name: mangled).isNull && !isClassCell(mangled) {
                throw raise(.valueError, "\(try Repr.string(mangled)) in __slots__ conflicts with class variable")
            }
        }
        slotNames.sort { StrOrder.less($0, $1) }
        var addDict = slotsValue.isNull ? mayAddDict : slots.wantsDict
        var addWeak = slotsValue.isNull ? mayAddWeak : slots.wantsWeak
        // Secondary bases may bring what the best base lacks.
        if !slotsValue.isNull {
            for index in 0..<TupleObject.count(bases.value) {
                let other = Classes.type(TupleObject.item(bases.value, index))
                if other == base { continue }
                if mayAddDict && (other.pointee.tp_dictoffset != 0 || other.hasManagedDict) { addDict = true }
                if mayAddWeak && other.pointee.tp_weaklistoffset != 0 { addWeak = true }
            }
        }
        let object = try allocateType(metatype)
        let type = Classes.type(object.value)
        let record = UnsafeMutablePointer<TypeRecord>.allocate(capacity: 1)
        record.initialize(to: base.record.pointee)
        record.pointee.type = type
        record.pointee.subclasses = []
        record.pointee.memberDefinitions = []
        record.pointee.slotOffsets = []
        record.pointee.instanceKeys = nil
        record.pointee.doc = nil
        record.pointee.textSignature = nil
        record.pointee.madeInPython = true
        record.pointee.isForeign = false
        if base.record.pointee.isForeign { record.pointee.hasForeignBase = true }
        type.pointee.tp_cache = UnsafeMutableRawPointer(record).assumingMemoryBound(to: PyObject.self)

        let heap = type.heap
        heap.pointee.ht_name = Border.boxed(name)
        heap.pointee.ht_qualname = Border.boxed(qualname.isNull ? name : qualname)
        if !qualname.isNull { _ = try DictObject.delete(dict.value, Names.qualname) }
        heap.pointee._ht_tpname = strdup(text(name))
        type.pointee.tp_name = UnsafePointer(heap.pointee._ht_tpname)
        base.value.retain()
        type.pointee.tp_base = base
        type.pointee.tp_bases = bases.copy().take().object
        type.pointee.tp_dict = dict.copy().take().object

        type.pointee.tp_as_number = withUnsafeMutablePointer(to: &heap.pointee.as_number) { $0 }
        type.pointee.tp_as_sequence = withUnsafeMutablePointer(to: &heap.pointee.as_sequence) { $0 }
        type.pointee.tp_as_mapping = withUnsafeMutablePointer(to: &heap.pointee.as_mapping) { $0 }
        type.pointee.tp_as_async = withUnsafeMutablePointer(to: &heap.pointee.as_async) { $0 }
        type.pointee.tp_as_buffer = withUnsafeMutablePointer(to: &heap.pointee.as_buffer) { $0 }
        if let buffer = base.pointee.tp_as_buffer { heap.pointee.as_buffer = buffer.pointee }

        // Layout.
        var flags = Py_TPFLAGS_HEAPTYPE | Py_TPFLAGS_BASETYPE
        let inherited =
            Py_TPFLAGS_LONG_SUBCLASS | Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS | Py_TPFLAGS_BYTES_SUBCLASS
            | Py_TPFLAGS_UNICODE_SUBCLASS | Py_TPFLAGS_DICT_SUBCLASS | Py_TPFLAGS_BASE_EXC_SUBCLASS | Py_TPFLAGS_TYPE_SUBCLASS
            | Py_TPFLAGS_HAVE_GC | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_MANAGED_DICT
        flags |= base.pointee.tp_flags & inherited
        var size = base.pointee.tp_basicsize
        type.pointee.tp_itemsize = base.pointee.tp_itemsize
        var members: [(name: Value, offset: Int)] = []
        if type.pointee.tp_itemsize == 0 { size = (size + 7) & ~7 }
        for slot in slotNames {
            members.append((slot, size))
            size += 8
        }
        type.pointee.tp_dictoffset = base.pointee.tp_dictoffset
        type.pointee.tp_weaklistoffset = base.pointee.tp_weaklistoffset
        if addDict {
            flags |= Py_TPFLAGS_MANAGED_DICT | Py_TPFLAGS_HAVE_GC
        }
        // Instances of exception classes made in Python keep attributes in line too. (What C made stays as it is: it may look there.)
        if flags & Py_TPFLAGS_BASE_EXC_SUBCLASS != 0 && !base.isHeapType && !base.record.pointee.isForeign { flags |= Py_TPFLAGS_MANAGED_DICT }
        if addWeak {
            type.pointee.tp_weaklistoffset = size
            size += 8
            flags |= Py_TPFLAGS_HAVE_GC
        }
        if !slotNames.isEmpty { flags |= Py_TPFLAGS_HAVE_GC }
        type.pointee.tp_basicsize = size
        if flags & Py_TPFLAGS_MANAGED_DICT != 0 {
            // As CPython states it: 24 bytes before the object, counted from its end.
            type.pointee.tp_dictoffset = -size - 24
            let keys = InstanceKeys.make(capacity: flags & Py_TPFLAGS_BASE_EXC_SUBCLASS != 0 ? 0 : 4)
            keys.pointee.reserve(base: base.record.pointee.instanceKeys?.pointee, initializer: DictObject.get(dict.value, name: Names.`init`))
            record.pointee.instanceKeys = keys
        }
        type.pointee.tp_flags = flags
        // Where a base made in C keeps its entry; the flag that says so is not inherited.
        type.pointee.tp_vectorcall_offset = base.record.pointee.isForeign || base.record.pointee.madeInPython ? base.pointee.tp_vectorcall_offset : 0
        type.pointee.tp_dealloc = Subtypes.deallocate
        type.pointee.tp_traverse = Subtypes.traverse
        type.pointee.tp_clear = Subtypes.clear

        // Namespace.
        if DictObject.get(dict.value, name: Names.module).isNull {
            let globals = CurrentFrame.globals
            if !globals.isNull {
                let module = DictObject.get(globals, name: Names.name)
                if !module.isNull { DictObject.set(dict.value, name: Names.module, module) }
            }
        }
        let new = DictObject.get(dict.value, name: Names.new)
        if !new.isNull && new.isObject && new.object.pointee.ob_type == PyFunction_TypePointer() {
            let wrapped = Descriptors.staticMethod(new)
            DictObject.set(dict.value, name: Names.new, wrapped.value)
        }
        for name in [Names.initSubclass, Names.classGetItem] {
            let function = DictObject.get(dict.value, name: name)
            if !function.isNull && function.isObject && function.object.pointee.ob_type == PyFunction_TypePointer() {
                let wrapped = Descriptors.classMethod(function)
                DictObject.set(dict.value, name: name, wrapped.value)
            }
        }
        for member in members {
            let definition = UnsafeMutablePointer<PyMemberDef>.allocate(capacity: 1)
            definition.initialize(to: PyMemberDef())
            definition.pointee.name = UnsafePointer(strdup(text(member.name)))
            definition.pointee.type = Members.valueCode
            definition.pointee.offset = member.offset
            record.pointee.memberDefinitions.append(definition)
            let descriptor = Descriptors.member(type, definition)
            DictObject.set(dict.value, name: member.name, descriptor.value)
        }
        if !slotsValue.isNull { heap.pointee.ht_slots = TupleObject.make(array: slotNames).take().object }
        record.pointee.slotOffsets = members.map { $0.offset }
        if addDict && DictObject.get(dict.value, name: Names.dict).isNull {
            let descriptor = Descriptors.getSet(type, InstanceAttributes.dict)
            DictObject.set(dict.value, name: Names.dict, descriptor.value)
        }
        if addWeak && DictObject.get(dict.value, name: Names.weakref).isNull {
            let descriptor = Descriptors.getSet(type, InstanceAttributes.weakref)
            DictObject.set(dict.value, name: Names.weakref, descriptor.value)
        }
        if DictObject.get(dict.value, name: Names.doc).isNull { DictObject.set(dict.value, name: Names.doc, .none) }
        if !cell.isNull { CellObject.set(cell.value, type.value) }

        // MRO, slots.
        do throws(Raised) { try setMRO(type) } catch {
            // Its own descriptors refer to the class that will not be: the collector finds the cycle.
            Collector.track(object.value.object)
            throw error
        }
        TypeBases.enter(type)
        type.pointee.tp_flags |= Py_TPFLAGS_READY
        if !DictObject.get(dict.value, name: Names.eq).isNull && DictObject.get(dict.value, name: Names.hash).isNull {
            DictObject.set(dict.value, name: Names.hash, .none)
        }
        updateSlots(type, single: TupleObject.count(bases.value) == 1)
        SlotTables.refresh(type)
        Collector.track(object.value.object)

        try setNames(type, dict.value)
        try initSubclass(type, arguments)
        return object
    }

    static func isClassCell(_ name: Value) -> Bool { StrObject.equals(name, "__qualname__") || StrObject.equals(name, "__classcell__") }

    private static func allocateType(_ metatype: TypePointer) throws(Raised) -> Ref {
        // A metatype's instances may have attributes of their own in front and behind.
        if metatype.isHeapType { return try Instances.allocateUntracked(metatype) }
        let size = max(metatype.pointee.tp_basicsize, 904) + 64
        guard let block = Allocator.allocate(16 + size) else { throw raise(.memoryError, argument: .null) }
        fillBytes(block, 0, 16 + size)
        let object = (block + 16).assumingMemoryBound(to: PyObject.self)
        object.pointee.ob_refcnt = 1
        object.pointee.ob_type = metatype
        return Ref(owned: Value(object))
    }

    /// `match` takes instances for a sequence or a mapping as the first class of the MRO says that is one.
    private static func inheritCollection(_ type: TypePointer, _ mro: Value) {
        let collections = Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING
        for index in 1..<max(TupleObject.count(mro), 1) {
            let base = TupleObject.item(mro, index)
            guard Classes.isType(base) else { continue }
            let flags = Classes.type(base).pointee.tp_flags & collections
            if flags != 0 && type.pointee.tp_flags & collections == 0 { type.pointee.tp_flags |= flags }
        }
    }

    static func setMRO(_ type: TypePointer) throws(Raised) {
        let metatype = type.pointee.ob_base.ob_base.ob_type.unsafelyUnwrapped
        var mro = try Classes.computeMRO(type, Value(pointer: type.pointee.tp_bases))
        if metatype != PyType_TypePointer() {
            let custom = metatype.lookup(Names.mro)
            if custom.isObject && custom.object.pointee.ob_type != PyMethodDescr_TypePointer() {
                // Held, so that it can be told whether it is still the same.
                let before = type.pointee.tp_mro.map { Ref(Value($0)) } ?? .null
                let result = try DunderAdapters.callMethod(type.value, Names.mro)
                let tuple = try Iteration.tuple(result.value)
                // Somebody assigned to `__bases__` in the meantime, and that is the MRO to keep.
                if (type.pointee.tp_mro.map { Value($0) } ?? .null) !== before.value { return }
                try checkMRO(type, tuple.value)
                mro = tuple
            }
        }
        let old = type.pointee.tp_mro
        inheritCollection(type, mro.value)
        type.pointee.tp_mro = mro.take().object
        if let old { Value(old).release() }
    }

    /// What a metaclass's `mro` returned.
    private static func checkMRO(_ type: TypePointer, _ mro: Value) throws(Raised) {
        if TupleObject.count(mro) == 0 { throw raise(.typeError, "type MRO must not be empty") }
        for index in 0..<TupleObject.count(mro) {
            let item = TupleObject.item(mro, index)
            if !Classes.isType(item) { throw raise(.typeError, "mro() returned a non-class ('\(item.type.name)')") }
            let base = Classes.type(item)
            if base != type && !solidBase(type).isSubtype(of: solidBase(base)) {
                throw raise(.typeError, "mro() returned base with unsuitable layout ('\(base.name)')")
            }
        }
    }

    /// Sets the slots of a new class. With a single base they are the base's but for what the class's own dict names.
    static func updateSlots(_ type: TypePointer, single: Bool) {
        if single {
            var position = 0
            var done = Set<Int>()
            while let (key, _) = DictObject.next(type.dict, &position) {
                guard StrObject.isExact(key), let groups = DunderTable.groupsByName[StrObject.interned(key).bits] else { continue }
                for group in groups where !done.contains(group) {
                    done.insert(group)
                    DunderTable.update(type, group: group)
                }
            }
            return
        }
        for group in DunderTable.groups.indices {
            if DunderTable.groups[group].names.isEmpty {
                // Slots without a dunder of their own come from the first type of the MRO that has one.
                let mro = type.mro
                for index in 1..<max(1, TupleObject.count(mro)) {
                    let base = Classes.type(TupleObject.item(mro, index))
                    if base.hasRecord && DunderTable.groups[group].isFilled(base.record) {
                        DunderTable.groups[group].copy(type.record, base.record)
                        break
                    }
                }
            } else {
                DunderTable.update(type, group: group)
            }
        }
    }

    private static func setNames(_ type: TypePointer, _ namespace: Value) throws(Raised) {
        let copy = try DictObject.copy(namespace)
        var position = 0
        while let (key, value) = DictObject.next(copy.value, &position) {
            guard value.isObject, !value.type.lookup(Names.setName).isNull else { continue }
            do throws(Raised) { _ = try DunderAdapters.callMethod(value, Names.setName, type.value, key).isNull } catch {
                throw ExceptionObject.chain(
                    .runtimeError,
                    "Error calling __set_name__ on '\(value.type.name)' instance \(try Repr.string(key)) in '\(type.name)'")
            }
        }
    }

    private static func initSubclass(_ type: TypePointer, _ arguments: Arguments) throws(Raised) {
        // A `mro()` of a metaclass may have left the class itself out.
        if type.pointee.ob_base.ob_base.ob_type != PyType_TypePointer(), let mro = type.pointee.tp_mro.map({ Value($0) }) {
            var isThere = false
            for index in 0..<TupleObject.count(mro) where TupleObject.item(mro, index) === type.value { isThere = true }
            if !isThere { throw raise(.typeError, "super(type, obj): obj must be an instance or subtype of type") }
        }
        let parent = SuperObject.make(type, type.value)
        let method = try Attributes.get(parent.value, Names.initSubclass)
        let count = arguments.keywordCount
        _ = try withValues(count) { (room) throws(Raised) -> Ref in
            for index in 0..<count { room[index] = arguments.keywordValue(index) }
            return try Call.call(method.value, Arguments(room, count: 0, keywordNames: arguments.keywordNames))
        }.isNull
    }

    // MARK: __slots__

    private static func collectSlots(
        _ value: Value, _ base: TypePointer, _ mayAddDict: Bool, _ mayAddWeak: Bool
    ) throws(Raised) -> (names: [Value], wantsDict: Bool, wantsWeak: Bool) {
        var names: [Value] = []
        var (dict, weak) = (false, false)
        if value.isNull { return ([], false, false) }
        let items = StrObject.isInstance(value) ? TupleObject.make(value) : try Iteration.tuple(value)
        if TupleObject.count(items.value) > 0 && base.pointee.tp_itemsize != 0 {
            throw raise(.typeError, "nonempty __slots__ not supported for subtype of '\(base.name)'")
        }
        for index in 0..<TupleObject.count(items.value) {
            let item = TupleObject.item(items.value, index)
            guard StrObject.isInstance(item) else {
                throw raise(.typeError, "__slots__ items must be strings, not '\(item.type.name)'")
            }
            guard StrMethods.isIdentifier(item) else { throw raise(.typeError, "__slots__ must be identifiers") }
            if StrObject.equals(item, "__dict__") {
                if dict || !mayAddDict { throw raise(.typeError, "__dict__ slot disallowed: we already got one") }
                dict = true
            } else if StrObject.equals(item, "__weakref__") {
                if weak || !mayAddWeak { throw raise(.typeError, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0") }
                weak = true
            } else {
                item.retain()
                names.append(item)
            }
        }
        return (names, dict, weak)
    }
    /// A private name `__x` becomes `_Class__x`. Borrowed: interned.
    private static func mangle(_ name: Value, _ className: String) -> Value {
        let plain = text(name)
        guard plain.hasPrefix("__"), !plain.hasSuffix("__"), !plain.contains(".") else {
            return StrObject.isExact(name) ? StrObject.interned(name) : StrObject.intern(plain).take()
        }
        let stripped = className.drop { $0 == "_" }
        if stripped.isEmpty { return StrObject.intern(plain).take() }
        return StrObject.intern("_\(stripped)\(plain)").take()
    }
}

/// Order of strs by code points.
enum StrOrder {
    static func less(_ a: Value, _ b: Value) -> Bool { text(a).unicodeScalars.lexicographicallyPrecedes(text(b).unicodeScalars) }
}
