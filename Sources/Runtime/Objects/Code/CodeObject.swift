// Code objects: linking what the compiler made.
//
// The compiler's `CodeUnit` is plain data. Linking makes the `code` object that Python sees, with CPython's fields, and behind it a
// `LinkedCode`: the arrays that the interpreter loop reads. A code object is immutable but for the instructions, which the loop
// quickens in place.

import CPythonABI
import Compiler
import Glibc
import Syntax

/// What the loop needs of a code object, in memory of its own.
struct LinkedCode {
    var instructions: UnsafeMutablePointer<UInt64>
    var constants: UnsafeMutablePointer<Value>
    var names: UnsafeMutablePointer<Value>
    /// Names of the local variables, interned: arguments first.
    var variableNames: UnsafeMutablePointer<Value>
    /// Registers of the window.
    var registerCount: Int
    /// Registers of local variables and their cells: valid values or 0 at any time.
    var localCount: Int
    /// Number of positional arguments if the function takes only such; -1 for functions that need full binding.
    var simpleArgumentCount: Int
    var argumentCount: Int
    var positionalOnlyCount: Int
    var keywordOnlyCount: Int
    var flags: Int32
    var instructionCount: Int
    var constantCount: Int
    var nameCount: Int
    /// The code object, borrowed (it owns this struct).
    var object: UnsafeMutablePointer<PyCodeObject>
    /// Exception ranges and live ranges of the unit, where unwinding reads them without counting references.
    var exceptionRanges: UnsafeMutablePointer<ExceptionRange>
    var exceptionCount: Int
    var liveRanges: UnsafeMutablePointer<LiveRange>
    var liveCount: Int
    /// Tables that are looked into only when something is raised or asked for.
    var unit: Unmanaged<CodeUnit>
}

typealias CodePointer = UnsafeMutablePointer<LinkedCode>

public enum CodeFlags {
    static let optimized: Int32 = 0x1
    static let newLocals: Int32 = 0x2
    static let varArgs: Int32 = 0x4
    static let varKeywords: Int32 = 0x8
    static let nested: Int32 = 0x10
    static let generator: Int32 = 0x20
    static let coroutine: Int32 = 0x80
    static let iterableCoroutine: Int32 = 0x100
    static let asyncGenerator: Int32 = 0x200
    static let anyGenerator: Int32 = 0x20 | 0x80 | 0x200
}

public enum CodeObject {
    @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyCodeObject> { value.cast(to: PyCodeObject.self) }
    /// The linked part, which hangs behind the documented fields.
    @inline(__always) static func linked(_ value: Value) -> CodePointer {
        (UnsafeMutableRawPointer(value.object) + 184).assumingMemoryBound(to: CodePointer.self).pointee
    }
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyCode_TypePointer() }

    private static func copy<T>(_ items: [T]) -> UnsafeMutablePointer<T> {
        let block = UnsafeMutablePointer<T>.allocate(capacity: max(items.count, 1))
        for (index, item) in items.enumerated() { (block + index).initialize(to: item) }
        return block
    }

    /// Makes the code object of a unit and of all units inside it.
    public static func link(_ unit: CodeUnit) throws(Raised) -> Ref { try link(unit, constants: .null) }

    /// `constants`: a tuple that takes the place of the unit's, or null.
    static func link(_ unit: CodeUnit, constants given: Value) throws(Raised) -> Ref {
        let constantCount = given.isNull ? unit.constants.count : TupleObject.count(given)
        let code = ObjectMemory.new(PyCode_TypePointer(), as: PyCodeObject.self, size: 192)
        let raw = UnsafeMutableRawPointer(code)
        fillBytes(raw + 16, 0, 192 - 16)
        let linked = CodePointer.allocate(capacity: 1)
        let instructions = UnsafeMutablePointer<UInt64>.allocate(capacity: max(unit.instructions.count, 1))
        for (index, word) in unit.instructions.enumerated() { instructions[index] = word }
        let constants = UnsafeMutablePointer<Value>.allocate(capacity: max(constantCount, 1))
        constants.initialize(repeating: .none, count: max(constantCount, 1))
        let names = UnsafeMutablePointer<Value>.allocate(capacity: max(unit.names.count, 1))
        for (index, name) in unit.names.enumerated() { names[index] = StrObject.intern(name).take() }
        let variableNames = UnsafeMutablePointer<Value>.allocate(capacity: max(unit.variableNames.count, 1))
        for (index, name) in unit.variableNames.enumerated() { variableNames[index] = StrObject.intern(name).take() }
        let varArgs = unit.flags & Int(CodeFlags.varArgs | CodeFlags.varKeywords) != 0
        linked.initialize(
            to: LinkedCode(
                instructions: instructions, constants: constants, names: names, variableNames: variableNames, registerCount: unit.registerCount,
                localCount: unit.localCount, simpleArgumentCount: varArgs || unit.keywordOnlyCount > 0 ? -1 : unit.argumentCount,
                argumentCount: unit.argumentCount, positionalOnlyCount: unit.positionalOnlyCount,
                keywordOnlyCount: unit.keywordOnlyCount, flags: Int32(truncatingIfNeeded: unit.flags),
                instructionCount: unit.instructions.count, constantCount: constantCount, nameCount: unit.names.count,
                object: code, exceptionRanges: copy(unit.exceptionTable), exceptionCount: unit.exceptionTable.count,
                liveRanges: copy(unit.liveRanges), liveCount: unit.liveRanges.count, unit: Unmanaged.passRetained(unit)))
        (raw + 184).storeBytes(of: linked, as: CodePointer.self)
        // From here on the object can be destroyed.
        let value = Ref(owned: Value(pointer: code))
        if !given.isNull {
            for index in 0..<constantCount {
                constants[index] = TupleObject.item(given, index)
                constants[index].retain()
            }
        }
        for (index, constant) in unit.constants.enumerated() where given.isNull {
            switch constant {
            case .constant(let constant): constants[index] = try Constants.make(constant).take()
            case .code(let inner): constants[index] = try link(inner).take()
            }
        }
        code.pointee.co_flags = Int32(truncatingIfNeeded: unit.flags)
        code.pointee.co_argcount = Int32(truncatingIfNeeded: unit.argumentCount)
        code.pointee.co_posonlyargcount = Int32(truncatingIfNeeded: unit.positionalOnlyCount)
        code.pointee.co_kwonlyargcount = Int32(truncatingIfNeeded: unit.keywordOnlyCount)
        code.pointee.co_stacksize = Int32(truncatingIfNeeded: unit.registerCount - unit.localCount)
        code.pointee.co_firstlineno = Int32(truncatingIfNeeded: unit.firstLine)
        code.pointee.co_nlocals = Int32(truncatingIfNeeded: unit.variableNames.count)
        code.pointee.co_nlocalsplus = Int32(truncatingIfNeeded: unit.localCount + unit.freeNames.count)
        code.pointee.co_ncellvars = Int32(truncatingIfNeeded: unit.cellNames.count)
        code.pointee.co_nfreevars = Int32(truncatingIfNeeded: unit.freeNames.count)
        code.pointee.co_filename = StrObject.intern(unit.filename).take().object
        code.pointee.co_name = StrObject.intern(unit.name).take().object
        code.pointee.co_qualname = StrObject.intern(unit.qualifiedName).take().object
        return value
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let value = Value(object)
        let linked = linked(value)
        let head = head(value)
        if head.pointee.co_weakreflist != nil { WeakReferences.clear(object) }
        for index in 0..<linked.pointee.constantCount { linked.pointee.constants[index].release() }
        linked.pointee.instructions.deallocate()
        linked.pointee.constants.deallocate()
        linked.pointee.names.deallocate()
        linked.pointee.variableNames.deallocate()
        linked.pointee.exceptionRanges.deallocate()
        linked.pointee.liveRanges.deallocate()
        linked.pointee.unit.release()
        linked.deallocate()
        for field in [head.pointee.co_filename, head.pointee.co_name, head.pointee.co_qualname] {
            if let field { Value(field).release() }
        }
        for field in [head.pointee.co_consts, head.pointee.co_names, head.pointee.co_localsplusnames, head.pointee._co_code] {
            if let field { Value(field).release() }
        }
        ObjectMemory.free(object, size: 192)
    }

    static func unit(_ code: Value) -> CodeUnit { linked(code).pointee.unit.takeUnretainedValue() }
    static func freeCount(_ code: Value) -> Int { unit(code).freeNames.count }

    // MARK: Tables

    static func position(_ code: CodePointer, at word: Int) -> SourceRange? {
        code.pointee.unit.takeUnretainedValue().positions.position(at: word)
    }
    static func line(_ code: CodePointer, at word: Int) -> Int {
        position(code, at: word).map { Int($0.line) } ?? Int(code.pointee.object.pointee.co_firstlineno)
    }
    static func name(_ code: CodePointer) -> Value { Value(pointer: code.pointee.object.pointee.co_name) }
    static func qualifiedName(_ code: CodePointer) -> Value { Value(pointer: code.pointee.object.pointee.co_qualname) }
}

/// Values of the compiler's constants.
enum Constants {
    static func make(_ constant: Constant) throws(Raised) -> Ref {
        switch constant {
        case .none: return .none
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .ellipsis: return Ref(owned: .ellipsis)
        case .int(let number): return IntObject.make(number)
        case .bigInt(let digits):
            let int = try IntObject.allocate(digits: digits.count)
            for (index, digit) in digits.enumerated() { IntObject.digits(int.value)[index] = digit }
            return IntObject.normalized(int, allocated: digits.count, count: digits.count, negative: false)
        case .float(let bits): return .float(Double(bitPattern: bits))
        case .complex(let real, let imaginary):
            return ComplexObject.make(Double(bitPattern: real), Double(bitPattern: imaginary))
        case .string(let text, _):
            var made = Value.null
            text.utf8.withUnsafeBufferPointer { made = StrObject.make(utf8: $0).take() }
            let string = Ref(owned: made)
            // Names and short words are shared by all code, as in CPython.
            if StrObject.isASCII(string.value) && StrMethods.isIdentifier(string.value) { return Ref(StrObject.interned(string.value)) }
            return string
        case .bytes(let bytes):
            var made = Value.null
            bytes.withUnsafeBytes { made = BytesObject.make($0).take() }
            return Ref(owned: made)
        case .tuple(let items):
            let tuple = try TupleObject.allocate(items.count)
            for (index, item) in items.enumerated() { TupleObject.store(tuple.value, index, try make(item)) }
            TupleObject.finish(tuple.value)
            return tuple
        case .frozenset(let items):
            let list = try ListObject.make(capacity: items.count)
            for item in items {
                let value = try make(item)
                try ListObject.append(list.value, value.value)
            }
            // Made anew in the order of the first: what CPython's merging of constants does, and programs see in the order of the set.
            let first = try Call.call(PyFrozenSet_TypePointer().value, list.value)
            let ordered = try Iteration.list(first.value)
            return try Call.call(PyFrozenSet_TypePointer().value, ordered.value)
        }
    }
}
