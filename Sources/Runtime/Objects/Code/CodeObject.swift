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
    /// Of code read from disk: the image that its tables stand in, owned, and its record there.
    var image: Unmanaged<CodeImage>?
    var record: Int
    /// The unit, owned; read from the image when it is first needed.
    var knownUnit: Unmanaged<CodeUnit>?
    /// Bytes of this block, which holds the arrays behind the struct.
    var size: Int
    /// Of code read from disk: the block that holds the arrays, owned.
    var tables: UnsafeMutableRawPointer?
    var tablesSize = 0
    /// The arrays are still to be read from the image; of the constants only the docstring is there, if that. Such code is never
    /// entered: no call finds as many arguments as `simpleArgumentCount` says, and all other ways complete it.
    var isPending = false
    /// The live sets as numbers, made when something is first raised here: the place of each set in the table, then for each its count and
    /// its registers.
    var liveTable: UnsafeMutablePointer<UInt32>?
    /// `UnwindCache` knows of instructions of this code.
    var isRemembered = false
    /// For `super()`: the number of the free variable `__class__` (-1: none), and whether the first argument lives in a cell. -2: not
    /// looked yet.
    var classPlace = -2
    /// How often loops may still go round, or calls be made, before the code is compiled to machine code.
    var heat = NativeTier.threshold
    var nativeRounds: UInt8 = 0
    /// What the handler of `native` reads, and the rest of the machine code, owned.
    var native: UnsafeMutablePointer<UInt64>?
    var nativeOpcodes: UnsafeMutablePointer<UInt8>?
    var nativeCode: Unmanaged<NativeCode>?
    /// Where machine code that calls the function goes; 0: nothing called it so far.
    var nativeStart: UInt64 = 0
    /// The number of the machine code, 0 for none.
    var nativeNumber = 0
    /// Machine code of others knows this code.
    var isCallee = false
    var firstIsCell = false

    /// Tables that are looked into only when something is raised or asked for.
    var unit: Unmanaged<CodeUnit> {
        mutating get {
            if let knownUnit { return knownUnit }
            let unit = image.map { CodeImageReader.unit($0.takeUnretainedValue(), record) } ?? CodeUnit()
            unit.filename = text(Value(pointer: object.pointee.co_filename))
            let retained = Unmanaged.passRetained(unit)
            knownUnit = retained
            return retained
        }
    }
}

/// Lengths of the arrays of a linked code object. Those of exceptions and live ranges are zero if the arrays stand in an image.
struct LinkedCounts {
    var instructions = 0
    var constants = 0
    var names = 0
    var variables = 0
    var exceptions = 0
    var lives = 0
}

typealias CodePointer = UnsafeMutablePointer<LinkedCode>

extension UnsafeMutablePointer where Pointee == LinkedCode {
    /// The registers of a live set, ascending, behind their count.
    func liveRegisters(_ set: Int) -> UnsafeMutablePointer<UInt32> {
        let table = pointee.liveTable ?? makeLiveTable()
        return table + Int(table[set])
    }
    @inline(never) private func makeLiveTable() -> UnsafeMutablePointer<UInt32> {
        if pointee.knownUnit == nil, let image = pointee.image,
            let table = CodeImageReader.liveTable(image.takeUnretainedValue(), pointee.record)
        {
            pointee.liveTable = table
            return table
        }
        let sets = pointee.unit.takeUnretainedValue().liveSets
        let table = UnsafeMutablePointer<UInt32>.allocate(capacity: sets.reduce(sets.count) { $0 + 1 + $1.count })
        var position = sets.count
        for (index, set) in sets.enumerated() {
            table[index] = UInt32(truncatingIfNeeded: position)
            table[position] = UInt32(truncatingIfNeeded: set.count)
            for (place, register) in set.enumerated() { table[position + 1 + place] = UInt32(register) }
            position += 1 + set.count
        }
        pointee.liveTable = table
        return table
    }
    /// Finds out what `super()` needs to know.
    @inline(never) func prepareSuper() {
        if pointee.knownUnit == nil, let image = pointee.image {
            (pointee.classPlace, pointee.firstIsCell) = CodeImageReader.superPlace(image.takeUnretainedValue(), pointee.record)
            return
        }
        pointee.unit._withUnsafeGuaranteedRef { (unit) -> Void in
            pointee.firstIsCell = unit.cellRegisters.contains(0)
            pointee.classPlace = unit.freeNames.firstIndex(of: "__class__") ?? -1
        }
    }
}

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
        let linked = linkedAsIs(value)
        if linked.pointee.isPending { complete(linked) }
        return linked
    }
    /// The same, perhaps pending.
    @inline(__always) static func linkedAsIs(_ value: Value) -> CodePointer {
        (UnsafeMutableRawPointer(value.object) + 184).assumingMemoryBound(to: CodePointer.self).pointee
    }
    /// Makes the tables of a pending code object.
    @inline(never) static func complete(_ linked: CodePointer) {
        // Only a defect of the writer could make this fail: the image is whole. What is missing then is None.
        do throws(Raised) { try CodeImageReader.complete(linked) } catch { PendingException.clear() }
    }
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyCode_TypePointer() }

    /// Makes the code object of a unit and of all units inside it.
    public static func link(_ unit: CodeUnit) throws(Raised) -> Ref { try link(unit, constants: .null) }

    /// A code object without contents: numbers are 0, constants None, the other arrays undefined. It can be destroyed.
    static func allocate(_ counts: LinkedCounts) -> Ref {
        let code = ObjectMemory.new(PyCode_TypePointer(), as: PyCodeObject.self, size: 192)
        let raw = UnsafeMutableRawPointer(code)
        fillBytes(raw + 16, 0, 192 - 16)
        let head = (MemoryLayout<LinkedCode>.stride + 15) & ~15
        let words = counts.instructions &+ counts.constants &+ counts.names &+ counts.variables &+ counts.lives &+ counts.exceptions &* 2
        let size = head &+ words &* 8
        let block = Allocator.allocate(size) ?? ObjectMemory.outOfMemory(size)
        let instructions = (block + head).assumingMemoryBound(to: UInt64.self)
        let constants = UnsafeMutableRawPointer(instructions + counts.instructions).assumingMemoryBound(to: Value.self)
        let names = constants + counts.constants
        let variables = names + counts.names
        let exceptions = UnsafeMutableRawPointer(variables + counts.variables).assumingMemoryBound(to: ExceptionRange.self)
        let lives = UnsafeMutableRawPointer(exceptions + counts.exceptions).assumingMemoryBound(to: LiveRange.self)
        constants.initialize(repeating: .none, count: counts.constants)
        let linked = block.assumingMemoryBound(to: LinkedCode.self)
        linked.initialize(
            to: LinkedCode(
                instructions: instructions, constants: constants, names: names, variableNames: variables, registerCount: 0, localCount: 0,
                simpleArgumentCount: 0, argumentCount: 0, positionalOnlyCount: 0, keywordOnlyCount: 0, flags: 0,
                instructionCount: counts.instructions, constantCount: counts.constants, nameCount: counts.names, object: code,
                exceptionRanges: exceptions, exceptionCount: counts.exceptions, liveRanges: lives, liveCount: counts.lives, image: nil, record: 0,
                knownUnit: nil, size: size, liveTable: nil))
        (raw + 184).storeBytes(of: linked, as: CodePointer.self)
        return Ref(owned: Value(pointer: code))
    }

    /// Sets what is the same in the object that Python sees and in its linked part.
    static func setNumbers(
        _ value: Value, flags: Int, arguments: Int, positionalOnly: Int, keywordOnly: Int, locals: Int, registers: Int, variables: Int,
        cells: Int, frees: Int, firstLine: Int
    ) {
        let code = head(value)
        let linked = linkedAsIs(value)
        let isVariadic = flags & Int(CodeFlags.varArgs | CodeFlags.varKeywords) != 0
        linked.pointee.registerCount = registers
        linked.pointee.localCount = locals
        linked.pointee.simpleArgumentCount = isVariadic || keywordOnly > 0 ? -1 : arguments
        linked.pointee.argumentCount = arguments
        linked.pointee.positionalOnlyCount = positionalOnly
        linked.pointee.keywordOnlyCount = keywordOnly
        linked.pointee.flags = Int32(truncatingIfNeeded: flags)
        code.pointee.co_flags = Int32(truncatingIfNeeded: flags)
        code.pointee.co_argcount = Int32(truncatingIfNeeded: arguments)
        code.pointee.co_posonlyargcount = Int32(truncatingIfNeeded: positionalOnly)
        code.pointee.co_kwonlyargcount = Int32(truncatingIfNeeded: keywordOnly)
        code.pointee.co_stacksize = Int32(truncatingIfNeeded: registers &- locals)
        code.pointee.co_firstlineno = Int32(truncatingIfNeeded: firstLine)
        code.pointee.co_nlocals = Int32(truncatingIfNeeded: variables)
        code.pointee.co_nlocalsplus = Int32(truncatingIfNeeded: locals &+ frees)
        code.pointee.co_ncellvars = Int32(truncatingIfNeeded: cells)
        code.pointee.co_nfreevars = Int32(truncatingIfNeeded: frees)
    }
    static func setNames(_ value: Value, filename: Value, name: Value, qualifiedName: Value) {
        filename.retain()
        name.retain()
        qualifiedName.retain()
        let code = head(value)
        code.pointee.co_filename = filename.object
        code.pointee.co_name = name.object
        code.pointee.co_qualname = qualifiedName.object
    }

    /// `constants`: a tuple that takes the place of the unit's, or null.
    static func link(_ unit: CodeUnit, constants given: Value) throws(Raised) -> Ref {
        let constantCount = given.isNull ? unit.constants.count : TupleObject.count(given)
        let value = allocate(
            LinkedCounts(
                instructions: unit.instructions.count, constants: constantCount, names: unit.names.count, variables: unit.variableNames.count,
                exceptions: unit.exceptionTable.count, lives: unit.liveRanges.count))
        let linked = linked(value.value)
        linked.pointee.knownUnit = Unmanaged.passRetained(unit)
        for (index, word) in unit.instructions.enumerated() { linked.pointee.instructions[index] = word }
        for (index, name) in unit.names.enumerated() { linked.pointee.names[index] = StrObject.intern(name).take() }
        for (index, name) in unit.variableNames.enumerated() { linked.pointee.variableNames[index] = StrObject.intern(name).take() }
        for (index, range) in unit.exceptionTable.enumerated() { (linked.pointee.exceptionRanges + index).initialize(to: range) }
        for (index, range) in unit.liveRanges.enumerated() { (linked.pointee.liveRanges + index).initialize(to: range) }
        let constants = linked.pointee.constants
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
        setNumbers(
            value.value, flags: unit.flags, arguments: unit.argumentCount, positionalOnly: unit.positionalOnlyCount,
            keywordOnly: unit.keywordOnlyCount, locals: unit.localCount, registers: unit.registerCount, variables: unit.variableNames.count,
            cells: unit.cellNames.count, frees: unit.freeNames.count, firstLine: unit.firstLine)
        let (filename, name, qualifiedName) = (StrObject.intern(unit.filename).take(), StrObject.intern(unit.name).take(), StrObject.intern(unit.qualifiedName).take())
        setNames(value.value, filename: filename, name: name, qualifiedName: qualifiedName)
        filename.release()
        name.release()
        qualifiedName.release()
        return value
    }

    /// `_imp._fix_co_filename`: code found at another place than where it was compiled; also that inside it.
    public static func setFilename(_ value: Value, _ filename: Value) {
        let old = Ref(Value(head(value).pointee.co_filename))
        if StrObject.equal(old.value, filename) { return }
        replaceFilename(value, old.value, filename)
    }
    private static func replaceFilename(_ value: Value, _ old: Value, _ new: Value) {
        let code = head(value)
        let linked = linkedAsIs(value)
        guard let current = code.pointee.co_filename, StrObject.equal(Value(current), old) else { return }
        new.retain()
        code.pointee.co_filename = new.object
        Value(current).release()
        if let unit = linked.pointee.knownUnit { unit.takeUnretainedValue().filename = text(new) }
        for index in 0..<linked.pointee.constantCount where isInstance(linked.pointee.constants[index]) {
            replaceFilename(linked.pointee.constants[index], old, new)
        }
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let value = Value(object)
        let linked = linkedAsIs(value)
        let head = head(value)
        if head.pointee.co_weakreflist != nil { WeakReferences.clear(object) }
        if let extra = head.pointee.co_extra { ForeignCode.releaseExtra?(extra) }
        for index in 0..<linked.pointee.constantCount { linked.pointee.constants[index].release() }
        UnwindCache.forget(linked)
        NativeTier.forget(linked)
        linked.pointee.knownUnit?.release()
        linked.pointee.liveTable?.deallocate()
        linked.pointee.image?.release()
        if let tables = linked.pointee.tables { Allocator.free(tables, linked.pointee.tablesSize) }
        Allocator.free(linked, linked.pointee.size)
        for field in [head.pointee.co_filename, head.pointee.co_name, head.pointee.co_qualname] {
            if let field { Value(field).release() }
        }
        for field in [head.pointee.co_consts, head.pointee.co_names, head.pointee.co_localsplusnames, head.pointee._co_code] {
            if let field { Value(field).release() }
        }
        ObjectMemory.free(object, size: 192)
    }

    static func unit(_ code: Value) -> CodeUnit { linked(code).pointee.unit.takeUnretainedValue() }
    static func freeCount(_ code: Value) -> Int { Int(head(code).pointee.co_nfreevars) }

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
public enum Constants {
    public static func make(_ constant: Constant) throws(Raised) -> Ref {
        switch constant {
        case .none: return .none
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .ellipsis: return Ref(owned: .ellipsis)
        case .int(let number): return IntObject.make(number)
        case .bigInt(let digits), .negativeBigInt(let digits):
            var negative = false
            if case .negativeBigInt = constant { negative = true }
            let int = try IntObject.allocate(digits: digits.count)
            for (index, digit) in digits.enumerated() { IntObject.digits(int.value)[index] = digit }
            return IntObject.normalized(int, allocated: digits.count, count: digits.count, negative: negative)
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
            let isMadeOnceMore = hasKnownName(items)
            for item in items {
                let value = try make(item)
                try ListObject.append(list.value, value.value)
            }
            // Made anew in the order of the first: what CPython's merging of constants does, and programs see in the order of the set.
            let first = try Call.call(PyFrozenSet_TypePointer().value, list.value)
            let ordered = try Iteration.list(first.value)
            let second = try Call.call(PyFrozenSet_TypePointer().value, ordered.value)
            if !isMadeOnceMore { return second }
            // And once more where a word in it is replaced by an equal one that was there before.
            let again = try Iteration.list(second.value)
            return try Call.call(PyFrozenSet_TypePointer().value, again.value)
        }
    }

    /// Letters that CPython has as names of its own, apart from its strings of one character.
    private static let namedLetters = Set("abcdefhiklmnopqrstvwxyBCLST_".utf8)
    /// Whether one of the constants is a word that was a name before.
    private static func hasKnownName(_ items: [Constant]) -> Bool {
        for case .string(let text, _) in items {
            if text.utf8.count == 1 {
                if namedLetters.contains(text.utf8[0]) { return true }
            } else if text.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }) {
                var made = Value.null
                text.utf8.withUnsafeBufferPointer { made = StrObject.make(utf8: $0).take() }
                let word = Ref(owned: made)
                if StrObject.isKnownName(word.value) { return true }
            }
        }
        return false
    }
}
