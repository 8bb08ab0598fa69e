// What the runtime knows of a type beyond CPython's `PyTypeObject`.
//
// The C slots of a type (`tp_repr`, `nb_add`, ...) take and return `PyObject *`; going through them would box every number. So each
// type has a second table of slots over values, the `TypeRecord`, which everything inside uses:
//
//     built-in type        slots are Swift functions; its C slots are made from them when the first extension module is loaded
//     type made by C       slots are adapters which call the C slots and convert at the border
//     class in Python      slots are inherited, or look up the dunder method and call it
//
// The record hangs on `tp_cache`, a field that 3.11 no longer uses and that compiled code does not touch.
//
// A slot that is absent is nil, and inheritance copies slots along the MRO, so that presence has the meaning it has in CPython.
// A `next` slot ends an iteration by returning `Ref.null`.

import CPythonABI

public typealias UnarySlot = (Value) throws(Raised) -> Ref
public typealias BinarySlot = (Value, Value) throws(Raised) -> Ref
public typealias TernarySlot = (Value, Value, Value) throws(Raised) -> Ref
public typealias CallSlot = (Value, Arguments) throws(Raised) -> Ref
public typealias LengthSlot = (Value) throws(Raised) -> Int
public typealias HashSlot = (Value) throws(Raised) -> Int
public typealias PredicateSlot = (Value) throws(Raised) -> Bool
public typealias ContainsSlot = (Value, Value) throws(Raised) -> Bool
public typealias ItemSlot = (Value, Int) throws(Raised) -> Ref
/// The last argument is null for deletion.
public typealias StoreItemSlot = (Value, Int, Value) throws(Raised) -> Void
public typealias StoreSlot = (Value, Value, Value) throws(Raised) -> Void
public typealias CompareSlot = (Value, Value, Comparison) throws(Raised) -> Ref
public typealias InitSlot = (Value, Arguments) throws(Raised) -> Void
public typealias NewSlot = (TypePointer, Arguments) throws(Raised) -> Ref

/// The rich comparisons, with CPython's numbers (`Py_LT` ...).
public enum Comparison: Int32, CaseIterable, Sendable {
    case less = 0, lessOrEqual, equal, notEqual, greater, greaterOrEqual

    /// The comparison with operands exchanged.
    @inlinable public var swapped: Comparison {
        switch self {
        case .less: return .greater
        case .lessOrEqual: return .greaterOrEqual
        case .equal: return .equal
        case .notEqual: return .notEqual
        case .greater: return .less
        case .greaterOrEqual: return .lessOrEqual
        }
    }
    /// The answer, given the order of two operands.
    @inlinable @inline(__always) public func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch self {
        case .less: return a < b
        case .lessOrEqual: return a <= b
        case .equal: return a == b
        case .notEqual: return a != b
        case .greater: return a > b
        case .greaterOrEqual: return a >= b
        }
    }
    public var symbol: String {
        switch self {
        case .less: return "<"
        case .lessOrEqual: return "<="
        case .equal: return "=="
        case .notEqual: return "!="
        case .greater: return ">"
        case .greaterOrEqual: return ">="
        }
    }
}

/// The binary operators, in the order of the instruction set.
public enum BinaryOperation: Int, CaseIterable, Sendable {
    case add, subtract, multiply, trueDivide, floorDivide, modulo, power, matrixMultiply
    case leftShift, rightShift, and, or, xor

    public var symbol: String {
        switch self {
        case .add: return "+"
        case .subtract: return "-"
        case .multiply: return "*"
        case .trueDivide: return "/"
        case .floorDivide: return "//"
        case .modulo: return "%"
        case .power: return "** or pow()"
        case .matrixMultiply: return "@"
        case .leftShift: return "<<"
        case .rightShift: return ">>"
        case .and: return "&"
        case .or: return "|"
        case .xor: return "^"
        }
    }
}

/// Slots by `BinaryOperation`. Each is wrapped, since a function that is itself the element of an array would be stored, and
/// called, through a thunk.
public struct BinarySlots {
    @usableFromInline struct Field {
        @usableFromInline var slot: BinarySlot?
        @usableFromInline init() { slot = nil }
    }
    @usableFromInline var fields = InlineArray<13, Field>(repeating: Field())
    init() {}

    @inlinable @inline(__always) public subscript(index: Int) -> BinarySlot? {
        get { fields[index].slot }
        set { fields[index].slot = newValue }
    }
}

public struct TypeRecord {
    // MARK: Slots over values
    public var repr: UnarySlot?
    public var str: UnarySlot?
    public var hash: HashSlot?
    public var call: CallSlot?
    public var getAttribute: BinarySlot?
    public var setAttribute: StoreSlot?
    public var compare: CompareSlot?
    public var iter: UnarySlot?
    public var next: UnarySlot?
    /// See `QuickNext`. Not inherited.
    public var quickNext: QuickNextSlot?
    public var quickPair: QuickPairSlot?
    /// (descriptor, instance or null, owner type or null)
    public var descriptorGet: TernarySlot?
    public var descriptorSet: StoreSlot?
    public var initialize: InitSlot?
    public var new: NewSlot?
    /// `__del__`.
    public var finalize: ((Value) -> Void)?

    /// By `BinaryOperation`. Called with the operands in order of the expression; the type is that of either operand.
    public var binary = BinarySlots()
    public var inPlace = BinarySlots()
    public var divmod: BinarySlot?
    /// pow with a modulus.
    public var ternaryPower: TernarySlot?
    public var negative: UnarySlot?
    public var positive: UnarySlot?
    public var absolute: UnarySlot?
    public var invert: UnarySlot?
    public var bool: PredicateSlot?
    public var int: UnarySlot?
    public var float: UnarySlot?
    public var index: UnarySlot?

    public var sequenceLength: LengthSlot?
    /// The length by either protocol. (`??` and the like would wrap the function in a thunk on the heap, at each use.)
    @inlinable @inline(__always) public var anyLength: LengthSlot? {
        if let length { return length }
        return sequenceLength
    }
    public var concat: BinarySlot?
    public var `repeat`: ItemSlot?
    public var item: ItemSlot?
    public var storeItem: StoreItemSlot?
    public var contains: ContainsSlot?
    public var inPlaceConcat: BinarySlot?
    public var inPlaceRepeat: ItemSlot?
    public var length: LengthSlot?
    public var `subscript`: BinarySlot?
    public var storeSubscript: StoreSlot?

    public var await: UnarySlot?
    public var asyncIter: UnarySlot?
    public var asyncNext: UnarySlot?

    // MARK: Facts
    /// The type itself.
    public var type: TypePointer
    /// Direct subclasses, in order of creation; not owned (a class leaves the list when it dies).
    public var subclasses: [TypePointer] = []
    /// A class made by `type()` or a class statement.
    public var madeInPython = false
    /// A built-in type that CPython makes when its module is imported: as a class, it has slots of a sequence, if empty ones.
    public var hasAllSlotTables = false
    /// A type made in C: its C slots are the originals.
    public var isForeign = false
    /// A class made in Python with a type made in C among its bases.
    public var hasForeignBase = false
    /// The `tp_new` that `new` stands for, of a type made in C.
    var adoptedNew: newfunc?
    /// How many of the first words behind the head are plain numbers for C to read, not values (`FieldObject`).
    public var plainWords = 0
    /// Where instances keep the values of `__slots__` that this class adds.
    public var slotOffsets: [Int] = []
    /// The definitions behind the descriptors of those slots, owned.
    var memberDefinitions: [UnsafeMutablePointer<PyMemberDef>] = []
    /// Classes made by Python code and their instances' shape; nil for types without instance attributes kept in line.
    public var instanceKeys: UnsafeMutablePointer<InstanceKeys>?
    /// `__init__`, a Python function (borrowed), of a class that is called in the plain way (`object.__new__`, no metaclass of its
    /// own); null if the class is not such. Good while the version tag is `plainInitVersion`.
    public var plainInit = Value.null
    public var plainInitVersion: UInt32 = 0
    /// How an exception class is called, as good as `plainInit`: its `__new__` is `BaseException`'s, and so is its `__init__` or it is
    /// `plainInit`.
    public var isPlainException = false
    /// Whether a call without arguments does nothing but make an instance; valid with `plainInit`.
    public var isPlainObject = false
    /// Whether attribute access is `object`'s own; good while the version tag is `lookupVersion`.
    public var isGenericLookup = false
    public var lookupVersion: UInt32 = 0
    /// Dunder methods defined in Python that the loop may call by pushing a frame: bit n for slot n of `DunderSlot`.
    public var pythonSlots: UInt64 = 0
    /// What `__text_signature__` and `__doc__` of the type derive from.
    public var doc: StaticString?
    public var textSignature: StaticString?

    public init(type: TypePointer) { self.type = type }
}

extension UnsafeMutablePointer where Pointee == PyTypeObject {
    /// The record of a ready type.
    @inlinable @inline(__always) public var record: UnsafeMutablePointer<TypeRecord> {
        UnsafeMutableRawPointer(pointee.tp_cache).unsafelyUnwrapped.assumingMemoryBound(to: TypeRecord.self)
    }
    @inlinable @inline(__always) public var hasRecord: Bool { pointee.tp_cache != nil }
}

extension PyValue {
    @inlinable @inline(__always) public var record: UnsafeMutablePointer<TypeRecord> { type.record }
}
