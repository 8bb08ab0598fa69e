// Exceptions: allocation, and the fields as one picture.
//
//     +16 dict   +24 args   +32 notes (unused in 3.11)   +40 traceback   +48 context   +56 cause   +64 suppress_context
//     +72 ...    fields of the class: object pointers, but for a few numbers
//
// All classes share deallocation and traversal: which words behind the common ones are pointers follows from the built-in class that
// gave the instance its layout.

import CPythonABI
import Glibc

enum ExceptionMemory {
    /// A new instance with empty fields and without args; not tracked yet.
    static func allocate(_ type: TypePointer) throws(Raised) -> Ref {
        if type.isHeapType { return try Instances.allocateUntracked(type) }
        let size = type.pointee.tp_basicsize
        let object = ObjectMemory.newCollected(type, as: PyObject.self, size: size)
        // (As a plain loop this became a call of memset.)
        (UnsafeMutableRawPointer(object) + 16).assumingMemoryBound(to: InlineArray<7, UInt64>.self).pointee = InlineArray(repeating: 0)
        if size > 72 { fillBytes(UnsafeMutableRawPointer(object) + 72, 0, size - 72) }
        return Ref(owned: Value(object))
    }

    /// A new instance with args, tracked. `args` is a borrowed tuple.
    static func make(_ type: TypePointer, args: Value) throws(Raised) -> Ref {
        let exception = try allocate(type)
        args.retain()
        ExceptionObject.head(exception.value).pointee.args = args.object
        Collector.track(exception.value.object)
        return exception
    }

    /// The built-in class whose struct an instance has.
    static func layout(_ type: TypePointer) -> TypePointer {
        var current = type
        while current.isHeapType, let base = current.base { current = base }
        return current
    }

    /// Which words from +72 on are object pointers.
    private static func ownWords(_ type: TypePointer) -> UInt8 {
        let layout = layout(type)
        switch layout.pointee.tp_basicsize {
        case 72: return 0
        case 80: return 0b1
        case 88: return 0b11
        case 96: return 0b111
        case 136: return 0b1111_1111
        case 112: return layout.isSubtype(of: PyExc_OSErrorPointer()) ? 0b1111 : 0b1_0011
        default: return 0
        }
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        ExceptionMemory.releaseFields(object)
        let type = object.pointee.ob_type.unsafelyUnwrapped
        if type.isHeapType {
            freeInstance(object)
        } else {
            ObjectMemory.freeCollected(object, size: type.pointee.tp_basicsize)
        }
    }

    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: ObjectPointer?.self)
        for index in 2..<8 {
            if let field = words[index] {
                let result = visit(field, argument)
                if result != 0 { return result }
            }
        }
        var mask = ExceptionMemory.ownWords(object.pointee.ob_type)
        var index = 9
        while mask != 0 {
            if mask & 1 != 0, let field = words[index] {
                let result = visit(field, argument)
                if result != 0 { return result }
            }
            mask >>= 1
            index += 1
        }
        return 0
    }

    static let clear: inquiry = { object in
        guard let object else { return 0 }
        ExceptionMemory.releaseFields(object)
        return 0
    }

    static func releaseFields(_ object: ObjectPointer) {
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: ObjectPointer?.self)
        func release(_ index: Int) {
            guard let field = words[index] else { return }
            words[index] = nil
            Value(field).release()
        }
        for index in 2..<8 { release(index) }
        // Most have the fields of BaseException and no more.
        if object.pointee.ob_type.pointee.tp_basicsize == 72 { return }
        var mask = ownWords(object.pointee.ob_type)
        var index = 9
        while mask != 0 {
            if mask & 1 != 0 { release(index) }
            mask >>= 1
            index += 1
        }
    }

    // MARK: Fields

    /// The field at an offset, borrowed; null when it is not set.
    @inline(__always) static func field(_ exception: Value, _ offset: Int) -> Value {
        let field = (UnsafeMutableRawPointer(exception.object) + offset).load(as: ObjectPointer?.self)
        return field.map { Border.fromC(borrowed: $0) } ?? .null
    }
    /// Stores a borrowed value (null clears the field).
    static func setField(_ exception: Value, _ offset: Int, _ value: Value) {
        let slot = (UnsafeMutableRawPointer(exception.object) + offset).assumingMemoryBound(to: ObjectPointer?.self)
        let old = slot.pointee
        slot.pointee = value.isNull ? nil : Border.boxed(value)
        if let old { Value(old).release() }
    }
    /// The args tuple, borrowed.
    static func args(_ exception: Value) -> Value {
        ExceptionObject.head(exception).pointee.args.map { Value($0) } ?? TupleObject.emptyValue
    }
}
