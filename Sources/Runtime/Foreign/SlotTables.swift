// Filling the C slots of a type from its record.

import CPythonABI
import Glibc

public enum SlotTables {
    /// Exported functions that stand in slots; set by the C API layer, which owns the symbols.
    public struct Exported {
        public var genericGetAttribute: getattrofunc?
        public var genericSetAttribute: setattrofunc?
        public var hashNotImplemented: hashfunc?
        public var genericAllocate: allocfunc?
        public var free: freefunc?
        public var freeCollected: freefunc?
        public init() {}
    }
    nonisolated(unsafe) public static var exported = Exported()
    /// Whether C slots are kept: from the first extension on.
    nonisolated(unsafe) public private(set) static var isActive = false

    /// Fills the slots of all types that there are; those made later are filled as they are made.
    public static func activate() {
        if isActive { return }
        isActive = true
        registerExported()
        fillAll(PyBaseObject_TypePointer())
        MethodTables.fill(PyLong_TypePointer())
        MethodTables.fill(PyFloat_TypePointer())
    }
    private static func fillAll(_ root: TypePointer) {
        var waiting = [root]
        var seen: Set<TypePointer> = [root]
        while let type = waiting.popLast() {
            fill(type)
            for subclass in type.record.pointee.subclasses where !seen.contains(subclass) {
                // A class with several bases waits for all of them.
                seen.insert(subclass)
                waiting.insert(subclass, at: 0)
            }
        }
    }

    private static func registerExported() {
        if let function = exported.genericGetAttribute {
            register(function, BinaryField(call: Attributes.genericSlot), NativeSlots.key(Attributes.genericSlot))
        }
        if let function = exported.genericSetAttribute {
            register(function, StoreField(call: Attributes.genericSetSlot), NativeSlots.key(Attributes.genericSetSlot))
        }
    }
    private static func register<F, T>(_ function: F, _ field: T, _ key: SlotKey) {
        let pointer = UnsafeMutablePointer<T>.allocate(capacity: 1)
        pointer.initialize(to: field)
        NativeSlots.enter(key, unsafeBitCast(function, to: UnsafeRawPointer.self), UnsafeMutableRawPointer(pointer))
    }

    static func isHashNotImplemented(_ function: hashfunc?) -> Bool {
        guard let function, let exported = exported.hashNotImplemented else { return false }
        return unsafeBitCast(function, to: Int.self) == unsafeBitCast(exported, to: Int.self)
    }

    /// Called after the record of a class has changed.
    static func refresh(_ type: TypePointer) {
        if isActive && type.hasRecord { fill(type) }
    }

    /// The same for types that a module of the C API makes from records.
    public static func complete(_ type: TypePointer) { refresh(type) }

    @inline(__always) private static func cast<T>(_ pointer: UnsafeRawPointer?, _ type: T.Type) -> T? {
        guard let pointer else { return nil }
        return unsafeBitCast(pointer, to: T.self)
    }

    /// Makes the C slots those of the record. Slots of types made in C that came from C stay what they are.
    static func fill(_ type: TypePointer) {
        let record = type.record
        let old = type.pointee
        type.pointee.tp_repr = cast(NativeSlots.unary(record.pointee.repr), unaryfunc.self)
        type.pointee.tp_str = cast(NativeSlots.unary(record.pointee.str), unaryfunc.self)
        let hash = DictObject.get(type.dict, name: Names.hash)
        if hash.isNone {
            type.pointee.tp_hash = exported.hashNotImplemented
        } else if !record.pointee.isForeign || old.tp_hash == nil {
            type.pointee.tp_hash = cast(NativeSlots.hash(record.pointee.hash), hashfunc.self)
        }
        type.pointee.tp_call = cast(NativeSlots.call(record.pointee.call), ternaryfunc.self)
        if old.tp_getattr == nil || record.pointee.isForeign == false {
            type.pointee.tp_getattro = cast(NativeSlots.binary(record.pointee.getAttribute), getattrofunc.self)
        }
        if old.tp_setattr == nil || record.pointee.isForeign == false {
            type.pointee.tp_setattro = cast(NativeSlots.store(record.pointee.setAttribute), setattrofunc.self)
        }
        type.pointee.tp_richcompare = cast(NativeSlots.compare(record.pointee.compare), richcmpfunc.self)
        type.pointee.tp_iter = cast(NativeSlots.unary(record.pointee.iter), getiterfunc.self)
        type.pointee.tp_iternext = cast(NativeSlots.next(record.pointee.next, ofGenerator: type == PyGen_TypePointer()), iternextfunc.self)
        type.pointee.tp_descr_get = cast(NativeSlots.ternary(record.pointee.descriptorGet), descrgetfunc.self)
        type.pointee.tp_descr_set = cast(NativeSlots.store(record.pointee.descriptorSet), descrsetfunc.self)
        type.pointee.tp_init = cast(NativeSlots.initialize(record.pointee.initialize), initproc.self)
        type.pointee.tp_new = cast(NativeSlots.new(record.pointee.new), newfunc.self)
        if record.pointee.madeInPython {
            type.pointee.tp_alloc = exported.genericAllocate
            type.pointee.tp_free = type.isCollected ? exported.freeCollected : exported.free
        } else {
            if type.pointee.tp_alloc == nil { type.pointee.tp_alloc = exported.genericAllocate }
            if type.pointee.tp_free == nil { type.pointee.tp_free = type.isCollected ? exported.freeCollected : exported.free }
        }
        fillNumber(type, record)
        fillSequence(type, record)
        fillMapping(type, record)
        fillAsync(type, record)
    }

    private static func fillNumber(_ type: TypePointer, _ record: RecordPointer) {
        var table = PyNumberMethods()
        if let present = type.pointee.tp_as_number { table = present.pointee }
        func binary(_ operation: BinaryOperation) -> binaryfunc? { cast(NativeSlots.binary(record.pointee.binary[operation.rawValue]), binaryfunc.self) }
        func inPlace(_ operation: BinaryOperation) -> binaryfunc? { cast(NativeSlots.binary(record.pointee.inPlace[operation.rawValue]), binaryfunc.self) }
        table.nb_add = binary(.add)
        table.nb_subtract = binary(.subtract)
        table.nb_multiply = binary(.multiply)
        table.nb_remainder = binary(.modulo)
        table.nb_lshift = binary(.leftShift)
        table.nb_rshift = binary(.rightShift)
        table.nb_and = binary(.and)
        table.nb_xor = binary(.xor)
        table.nb_or = binary(.or)
        table.nb_floor_divide = binary(.floorDivide)
        table.nb_true_divide = binary(.trueDivide)
        table.nb_matrix_multiply = binary(.matrixMultiply)
        table.nb_inplace_add = inPlace(.add)
        table.nb_inplace_subtract = inPlace(.subtract)
        table.nb_inplace_multiply = inPlace(.multiply)
        table.nb_inplace_remainder = inPlace(.modulo)
        table.nb_inplace_lshift = inPlace(.leftShift)
        table.nb_inplace_rshift = inPlace(.rightShift)
        table.nb_inplace_and = inPlace(.and)
        table.nb_inplace_xor = inPlace(.xor)
        table.nb_inplace_or = inPlace(.or)
        table.nb_inplace_floor_divide = inPlace(.floorDivide)
        table.nb_inplace_true_divide = inPlace(.trueDivide)
        table.nb_inplace_matrix_multiply = inPlace(.matrixMultiply)
        table.nb_divmod = cast(NativeSlots.binary(record.pointee.divmod), binaryfunc.self)
        table.nb_power = cast(NativeSlots.power(record.pointee.binary[BinaryOperation.power.rawValue], record.pointee.ternaryPower), ternaryfunc.self)
        table.nb_inplace_power = cast(NativeSlots.power(record.pointee.inPlace[BinaryOperation.power.rawValue], nil), ternaryfunc.self)
        table.nb_negative = cast(NativeSlots.unary(record.pointee.negative), unaryfunc.self)
        table.nb_positive = cast(NativeSlots.unary(record.pointee.positive), unaryfunc.self)
        table.nb_absolute = cast(NativeSlots.unary(record.pointee.absolute), unaryfunc.self)
        table.nb_invert = cast(NativeSlots.unary(record.pointee.invert), unaryfunc.self)
        table.nb_bool = cast(NativeSlots.predicate(record.pointee.bool), inquiry.self)
        table.nb_int = cast(NativeSlots.unary(record.pointee.int), unaryfunc.self)
        table.nb_float = cast(NativeSlots.unary(record.pointee.float), unaryfunc.self)
        table.nb_index = cast(NativeSlots.unary(record.pointee.index), unaryfunc.self)
        if let present = type.pointee.tp_as_number {
            present.pointee = table
        } else if !isZero(&table) {
            let new = UnsafeMutablePointer<PyNumberMethods>.allocate(capacity: 1)
            new.initialize(to: table)
            type.pointee.tp_as_number = new
        }
    }
    private static func fillSequence(_ type: TypePointer, _ record: RecordPointer) {
        var table = PySequenceMethods()
        if let present = type.pointee.tp_as_sequence { table = present.pointee }
        table.sq_length = cast(NativeSlots.length(record.pointee.sequenceLength), lenfunc.self)
        table.sq_concat = cast(NativeSlots.binary(record.pointee.concat), binaryfunc.self)
        table.sq_repeat = cast(NativeSlots.item(record.pointee.repeat), ssizeargfunc.self)
        table.sq_item = cast(NativeSlots.item(record.pointee.item), ssizeargfunc.self)
        table.sq_ass_item = cast(NativeSlots.storeItem(record.pointee.storeItem), ssizeobjargproc.self)
        table.sq_contains = cast(NativeSlots.contains(record.pointee.contains), objobjproc.self)
        table.sq_inplace_concat = cast(NativeSlots.binary(record.pointee.inPlaceConcat), binaryfunc.self)
        table.sq_inplace_repeat = cast(NativeSlots.item(record.pointee.inPlaceRepeat), ssizeargfunc.self)
        if let present = type.pointee.tp_as_sequence {
            present.pointee = table
        } else if !isZero(&table) {
            let new = UnsafeMutablePointer<PySequenceMethods>.allocate(capacity: 1)
            new.initialize(to: table)
            type.pointee.tp_as_sequence = new
        }
    }
    private static func fillMapping(_ type: TypePointer, _ record: RecordPointer) {
        var table = PyMappingMethods()
        if let present = type.pointee.tp_as_mapping { table = present.pointee }
        table.mp_length = cast(NativeSlots.length(record.pointee.length), lenfunc.self)
        table.mp_subscript = cast(NativeSlots.binary(record.pointee.subscript), binaryfunc.self)
        table.mp_ass_subscript = cast(NativeSlots.store(record.pointee.storeSubscript), objobjargproc.self)
        if let present = type.pointee.tp_as_mapping {
            present.pointee = table
        } else if !isZero(&table) {
            let new = UnsafeMutablePointer<PyMappingMethods>.allocate(capacity: 1)
            new.initialize(to: table)
            type.pointee.tp_as_mapping = new
        }
    }
    private static func fillAsync(_ type: TypePointer, _ record: RecordPointer) {
        var table = PyAsyncMethods()
        if let present = type.pointee.tp_as_async { table = present.pointee }
        table.am_await = cast(NativeSlots.unary(record.pointee.await), unaryfunc.self)
        table.am_aiter = cast(NativeSlots.unary(record.pointee.asyncIter), unaryfunc.self)
        table.am_anext = cast(NativeSlots.unary(record.pointee.asyncNext), unaryfunc.self)
        // Classes do not inherit it from their bases.
        if type == PyGen_TypePointer() || type == PyCoro_TypePointer() { table.am_send = SlotTargets.send }
        if let present = type.pointee.tp_as_async {
            present.pointee = table
        } else if !isZero(&table) {
            let new = UnsafeMutablePointer<PyAsyncMethods>.allocate(capacity: 1)
            new.initialize(to: table)
            type.pointee.tp_as_async = new
        }
    }
    private static func isZero<T>(_ table: inout T) -> Bool {
        withUnsafeBytes(of: &table) { bytes in bytes.allSatisfy { $0 == 0 } }
    }
}
