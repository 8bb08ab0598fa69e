// The instruction set: a register machine with fixed-width 64-bit instruction words.
//
//   63          48 47          32 31          16 15       8 7        0
//  +--------------+--------------+--------------+----------+----------+
//  |      c       |      b       |      a       |  flags   |  opcode  |
//  +--------------+--------------+--------------+----------+----------+
//
// `r[n]` is a register of the frame's window: first the local variables in the order of `co_varnames` (arguments first), then
// the cells of local variables that are no arguments, then temporaries. `k[n]` is a constant, `name[n]` a name. `bc` is `b` and
// `c` read as one signed 32-bit number. Some instructions are followed by cache words (`Opcode.cacheWords`): `w1`, `w2`, ... The
// low half of `w1` is an operand where the line below says so (`w1.low`); all else in them is zero in compiled code and belongs
// to the interpreter, which quickens instructions in place.
//
// Ownership. A local register owns its value. A temporary owns its value from the instruction that writes it until one that
// kills it. An operand with its kill flag (`killA`, `killB`, `killC`) is a temporary in its last use: the instruction takes the
// reference over or releases it, also when it raises. An operand without kill flag is borrowed. A temporary that is not live
// holds garbage that is never counted: instructions that write a temporary do not release what was there (`tempA` says that `a`
// is such a fresh temporary; without it, `a` is a local variable, and its old value is released after the new one is in place).
//
// Calls. A call is built in consecutive temporaries:
//
//     r[base]                      the callable
//     r[base+1 ..< base+8]         room for the callee's frame header (never live temporaries)
//     r[base+8 ...]                the arguments, in order: they become the callee's first registers where they stand
//
// `loadMethod` puts an unbound function at r[base] and the object at r[base+8], or a bound callable at r[base] and 0 ("no
// value") at r[base+8]; `callMethod` passes the object as first argument if there is one. All call instructions consume the
// callable and the arguments, also when they raise.
//
// Reading a local variable that is unbound (0) raises UnboundLocalError; every instruction that reads registers checks, on its
// slow path. The code generator emits `checkBound` only where order of evaluation would otherwise be seen.
//
// ORDER: the declaration order is part of the cached-code format; bump `CodeUnit.formatVersion` with any change.

public enum Opcode: UInt8, CaseIterable, Sendable {
    // MARK: Moves
    /// Does nothing.
    case nop
    /// r[a] = r[b]; raises UnboundLocalError if r[b] is unbound.
    case move
    /// r[a] = k[bc]
    case loadConst
    /// r[a] = bc, an int
    case loadInt
    /// Raises UnboundLocalError if r[a] is unbound.
    case checkBound
    /// Unbinds local r[a]; raises UnboundLocalError if it is unbound.
    case deleteLocal
    /// Unbinds local r[a] without complaint (end of `except ... as`).
    case clearLocal
    /// Releases temporary r[a].
    case release
    /// r[a] = 0, "no value" (an absent operand of a following instruction).
    case loadNull

    // MARK: Cells
    /// r[a] = new cell holding what r[a] holds (which may be nothing)
    case makeCell
    /// r[a] = contents of the cell in r[b]; raises if empty (b names the variable)
    case loadCell
    /// contents of the cell in r[a] = r[b]
    case storeCell
    /// empties the cell in r[a]; raises if empty
    case deleteCell
    /// r[a] = contents of the function's free variable number b
    case loadFree
    /// free variable number a = r[b]
    case storeFree
    /// empties free variable number a; raises if empty
    case deleteFree
    /// r[a] = the cell itself of free variable number b
    case loadFreeCell
    /// r[a] = the class namespace's entry for free variable number b's name, else the contents of the cell
    case loadClassFree

    // MARK: Names. The name's number is w1.low.
    /// r[a] = global or built-in
    case loadGlobal
    /// global = r[a]
    case storeGlobal
    /// del global
    case deleteGlobal
    /// r[a] = name looked up in locals mapping, globals, built-ins (module and class bodies)
    case loadName
    /// locals mapping's name = r[a]
    case storeName
    /// del name in locals mapping
    case deleteName

    // MARK: Attributes and subscripts. The attribute's name number is w1.low.
    /// r[a] = r[b].name
    case loadAttr
    /// r[a].name = r[b]
    case storeAttr
    /// del r[a].name
    case deleteAttr
    /// r[a], r[a+8] = callable and object, or bound callable and 0, for r[b].name(...)
    case loadMethod
    /// r[a] = r[b][r[c]]
    case loadSubscript
    /// r[a] = r[b][c], c an int of 16 bits, signed
    case loadSubscriptImm
    /// r[a][r[b]] = r[c]
    case storeSubscript
    /// del r[a][r[b]]
    case deleteSubscript

    // MARK: Operators. `inPlace` is a flag: r[a] = r[b] op= r[c].
    /// r[a] = r[b] + r[c], and so on
    case add, subtract, multiply, trueDivide, floorDivide, modulo, power, matrixMultiply
    case leftShift, rightShift, bitAnd, bitOr, bitXor
    /// r[a] = r[b] + c, c an int of 16 bits, signed; and so on
    case addImm, subtractImm, multiplyImm, floorDivideImm, moduloImm, leftShiftImm, rightShiftImm, bitAndImm
    /// r[a] = -r[b], +r[b], ~r[b], not r[b]
    case negative, positive, invert, not

    // MARK: Comparisons
    /// r[a] = r[b] < r[c], and so on
    case less, lessOrEqual, equal, notEqual, greater, greaterOrEqual
    /// r[a] = r[b] is r[c], is not, in, not in (the container is r[c])
    case isSame, isNotSame, contains, notContains

    // MARK: Branches. Offsets count words from the word after the instruction and its cache words. A conditional branch whose
    // offset is negative is the back edge of a loop with its test at the bottom: it serves the eval breaker when it is taken,
    // as `jumpBack` does.
    /// jump by bc
    case jump
    /// jump by bc (negative), and serve the eval breaker
    case jumpBack
    /// if r[a] is true (false): jump by bc
    case jumpIfTrue, jumpIfFalse
    /// if r[a] is (not) None: jump by bc
    case jumpIfNone, jumpIfNotNone
    /// if r[a] < r[b]: jump by c (16 bits, signed), and so on
    case jumpIfLess, jumpIfLessOrEqual, jumpIfEqual, jumpIfNotEqual, jumpIfGreater, jumpIfGreaterOrEqual
    /// if not (r[a] < r[b]): jump by c, and so on
    case jumpIfNotLess, jumpIfNotLessOrEqual, jumpIfNotEqualNot, jumpIfNotNotEqual, jumpIfNotGreater, jumpIfNotGreaterOrEqual
    /// if r[a] < b (an int of 16 bits, signed): jump by c, and so on
    case jumpIfLessImm, jumpIfLessOrEqualImm, jumpIfEqualImm, jumpIfNotEqualImm, jumpIfGreaterImm, jumpIfGreaterOrEqualImm
    /// if not (r[a] < b): jump by c, and so on
    case jumpIfNotLessImm, jumpIfNotLessOrEqualImm, jumpIfNotEqualNotImm, jumpIfNotNotEqualImm, jumpIfNotGreaterImm, jumpIfNotGreaterOrEqualImm

    // MARK: Iteration
    /// r[a] = iter(r[b])
    case getIter
    /// r[a] = next(r[b]); when exhausted, releases r[b], which is then not live, and jumps by w1.low (signed)
    case forIter
    /// r[a ..< a+c] = the c items of r[b]. Without `tempA` they are consecutive local variables, which keep their old values if
    /// it raises. Never overlaps r[b] if that is a temporary.
    case unpackSequence
    /// r[a ...] = items of r[b]: w1.low of them, then a list of the rest, then c of them
    case unpackEx

    // MARK: Calls. r[c] is the result; b counts the arguments after the object of a method.
    /// r[c] = r[a](r[a+8], ...)
    case call
    /// r[c] = r[a]([r[a+8],] r[a+9], ...), after loadMethod
    case callMethod
    /// as `call`; k[w1.low] is a tuple of the names of the last arguments. With flag `methodCall` as `callMethod`.
    case callKeyword
    /// r[c] = r[a](*r[a+8], **r[a+9]): a tuple (or any iterable), and a dict or 0
    case callEx
    /// returns r[a]
    case returnValue
    /// r[a] = function of code k[bc]; flags say which of r[a], r[a+1], ... are taken over first, in this order: defaults (a tuple),
    /// keyword defaults (a dict), annotations (a tuple of names and values), closure (a tuple of cells)
    case makeFunction
    /// r[a] = builtins.__build_class__
    case loadBuildClass

    // MARK: Displays. They consume their operands.
    /// r[a] = (r[b], ..., r[b+c-1]), and so on
    case buildTuple, buildList, buildSet
    /// r[a] = {r[b]: r[b+1], ...}, c pairs
    case buildMap
    /// r[a] = {k[w1.low][0]: r[b], ...}, c values; the constant is a tuple of keys
    case buildConstKeyMap
    /// r[a] = the strings r[b] ..< r[b+c] joined
    case buildString
    /// r[a] = slice(r[b], r[b+1], r[b+2])
    case buildSlice
    /// r[a].append(r[b]) for a list under construction; add to a set
    case listAppend, setAdd
    /// r[a][r[b]] = r[c] for a dict under construction
    case mapAdd
    /// list r[a] extended by r[b]; set r[a] updated by r[b]
    case listExtend, setUpdate
    /// dict r[a] updated by mapping r[b] (`{**x}`)
    case dictUpdate
    /// dict r[a] updated by mapping r[b], where a repeated key is an error (`f(**x)`; r[c] is the callable, for the message)
    case dictMerge
    /// r[a] = tuple(list r[b])
    case listToTuple
    /// r[a] = format(r[b], r[c]); flags: `conversionMask` (0 none, 1 str, 2 repr, 3 ascii), `hasSpec`
    case formatValue

    // MARK: Exceptions and context managers
    /// raise r[a] from r[b]; flag `hasException`, `hasCause`: which are present
    case raise
    /// raises r[a] again, with its traceback as it is
    case reraise
    /// r[a+1] = the exception being handled; the exception being handled = r[a]
    case pushException
    /// the exception being handled = r[a+1]; releases r[a]
    case popException
    /// r[a] = whether exception r[b] matches r[c] (a class or tuple); raises TypeError for others
    case matchException
    /// r[a], r[a+1] = the part of group r[b] that matches r[c] (None if nothing), and the rest (None if nothing). An r[b] that is
    /// no group is one of its own; None gives None and None. Never overlaps its operands.
    case matchExceptionGroup
    /// r[a] = the exception to raise after `except*` clauses (or None), from the original r[b] and the list r[c] of raised ones,
    /// whose last item is what no clause took (or None)
    case prepareReraiseStar
    /// r[a] = bound __exit__ of r[b], r[a+1] = result of its __enter__(); for `async`: __aexit__, and the awaitable of __aenter__().
    /// Never overlaps r[b].
    case beforeWith, beforeAsyncWith
    /// r[a] = exit function r[b] called with type, value and traceback of exception r[c]
    case withExceptStart
    /// r[a] = AssertionError
    case loadAssertionError

    // MARK: Generators and coroutines
    /// Makes the generator (coroutine, asynchronous generator) of this frame and returns it to the caller.
    case returnGenerator
    /// Suspends with value r[b]; when resumed, r[a] = the value sent. Flag `asyncWrap`: in an asynchronous generator.
    case yieldValue
    /// r[a] = iterator of r[b] for `yield from`
    case getYieldFromIter
    /// Sends r[a] to r[b]; what it yields is yielded (r[a] = next value sent, and again); what it returns goes to r[a].
    /// Takes r[b] over when it ends. r[a] is a live temporary before and after.
    case yieldFrom
    /// r[a] = awaitable's iterator of r[b]; flags `awaitEnter`, `awaitExit` for the messages of `async with`
    case getAwaitable
    /// r[a] = aiter(r[b])
    case getAsyncIter
    /// r[a] = awaitable of anext(r[b]), its iterator taken
    case getAsyncNext
    /// Exception r[a] ends the loop over r[b] if it is StopAsyncIteration (both are consumed), else it is raised again. This is the
    /// first instruction of a handler, so r[a] is not in the live set.
    case endAsyncFor

    // MARK: Patterns
    /// r[a] = whether r[b] is a sequence (mapping) for `match`
    case matchSequence, matchMapping
    /// r[a] = tuple of attributes of r[b] for class r[c], or None; w1.low counts positional ones, w1.high is k of keyword names
    case matchClass
    /// r[a] = tuple of the values of r[b] under keys r[c] (a tuple), or None
    case matchKeys
    /// r[a] = dict of r[b] without the keys r[c]
    case matchRest
    /// r[a] = len(r[b]), an int
    case getLength

    // MARK: The rest
    /// r[a] = import of name w1.low, with level r[b] and names r[c]
    case importName
    /// r[a] = name w1.low from module r[b]
    case importFrom
    /// from r[a] import *
    case importStar
    /// sys.displayhook(r[a])
    case printExpression
    /// makes sure that the namespace has __annotations__
    case setupAnnotations

    // Quickened forms, written by the interpreter only, follow.
    // MARK: Quickened
    case loadGlobalModule, loadGlobalBuiltin
    case loadNameGlobal, loadNameBuiltin, storeNameGlobal
    case loadAttrInstance, loadAttrSlot, loadAttrModule, loadAttrClass, loadAttrProperty, loadAttrType
    case storeAttrInstance, storeAttrSlot
    case loadMethodFunction, loadMethodType, loadMethodModule
    case forIterRange, forIterList, forIterTuple, forIterGenerator, forIterNative, forIterPair
    /// Any instruction that machine code does; which one it was is kept there.
    case native
}

extension Opcode {
    /// Words that follow the instruction.
    public var cacheWords: Int {
        switch self {
        case .loadGlobal, .storeGlobal, .deleteGlobal, .loadName, .storeName, .deleteName,
            .loadGlobalModule, .loadGlobalBuiltin, .loadNameGlobal, .loadNameBuiltin, .storeNameGlobal:
            return 2
        case .loadAttr, .storeAttr, .deleteAttr, .loadMethod,
            .loadAttrInstance, .loadAttrSlot, .loadAttrModule, .loadAttrClass, .loadAttrProperty, .loadAttrType,
            .storeAttrInstance, .storeAttrSlot, .loadMethodFunction, .loadMethodType, .loadMethodModule:
            return 3
        case .forIter, .forIterRange, .forIterList, .forIterTuple, .forIterGenerator, .forIterNative, .forIterPair, .unpackEx, .buildConstKeyMap, .matchClass,
            .importName, .importFrom:
            return 1
        case .call, .callMethod, .callKeyword:
            return 2
        default:
            return 0
        }
    }
}

/// One instruction word.
public struct Instruction: Equatable, Sendable {
    public var word: UInt64
    @inlinable public init(word: UInt64) { self.word = word }
    @inlinable public init(_ opcode: Opcode, flags: UInt8 = 0, a: Int = 0, b: Int = 0, c: Int = 0) {
        word = UInt64(opcode.rawValue) | UInt64(flags) << 8
            | UInt64(UInt16(truncatingIfNeeded: a)) << 16 | UInt64(UInt16(truncatingIfNeeded: b)) << 32
            | UInt64(UInt16(truncatingIfNeeded: c)) << 48
    }
    @inlinable public init(_ opcode: Opcode, flags: UInt8 = 0, a: Int = 0, bc: Int) {
        word = UInt64(opcode.rawValue) | UInt64(flags) << 8
            | UInt64(UInt16(truncatingIfNeeded: a)) << 16 | UInt64(UInt32(truncatingIfNeeded: bc)) << 32
    }
    /// Every byte value below the count of cases is a case, so decoding is the identity.
    @inlinable public var opcode: Opcode { unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) }
    @inlinable public var flags: UInt8 { UInt8(truncatingIfNeeded: word >> 8) }
    @inlinable public var a: Int { Int((word >> 16) & 0xFFFF) }
    @inlinable public var b: Int { Int((word >> 32) & 0xFFFF) }
    @inlinable public var c: Int { Int(word >> 48) }
    @inlinable public var bc: Int { Int(Int64(bitPattern: word) >> 32) }
    /// `b` and `c` as signed numbers of 16 bits.
    @inlinable public var signedB: Int { Int(Int16(truncatingIfNeeded: word >> 32)) }
    @inlinable public var signedC: Int { Int(Int64(bitPattern: word) >> 48) }
}

/// Bits of `Instruction.flags`. Bits 0-3 mean the same everywhere; 4-7 belong to the instruction.
public enum InstructionFlags {
    public static let killA: UInt8 = 1
    public static let killB: UInt8 = 2
    public static let killC: UInt8 = 4
    /// `a` (for calls `c`) is a fresh temporary: nothing is released there.
    public static let tempA: UInt8 = 8

    public static let inPlace: UInt8 = 16

    public static let methodCall: UInt8 = 16

    public static let hasDefaults: UInt8 = 16
    public static let hasKeywordDefaults: UInt8 = 32
    public static let hasAnnotations: UInt8 = 64
    public static let hasClosure: UInt8 = 128

    public static let conversionShift: UInt8 = 4
    public static let conversionMask: UInt8 = 48
    public static let hasSpec: UInt8 = 64

    public static let hasException: UInt8 = 16
    public static let hasCause: UInt8 = 32

    /// `reraise` ends the handling of an exception that was raised in a handler.
    public static let isCleanup: UInt8 = 16

    public static let asyncWrap: UInt8 = 16
    public static let awaitEnter: UInt8 = 16
    public static let awaitExit: UInt8 = 32
    /// `yieldFrom` is an `await`.
    public static let isAwait: UInt8 = 16
}
