// C slots made of Swift slots: what compiled code finds in `tp_repr`, `nb_add`, ... of built-in types and of classes in Python.
//
// One C function a Swift function, whatever types share it, so that inherited slots are equal as they are in CPython. The table is
// kept both ways: a C type that inherits such a slot gets the Swift function back, and calls to it never go through C.
//
// The references to C functions that are there in both forms (`PyObject_GenericGetAttr`, ...) are entered by the C API layer
// (`register`), since compiled code compares the address in the slot with that of the exported function.

import CPythonABI

/// Identity of a Swift function together with the C signature it is called by.
struct SlotKey: Hashable {
    var shape: SlotShape
    var code: UInt
    var context: UInt
}

enum SlotShape: UInt8 {
    case unary, binary, ternary, call, length, hash, predicate, contains, item, storeItem, store, compare, initialize, new, power, finalize, next
}

/// A C function in the slots of one kind: one function may stand in slots of several, whose Swift functions are different.
struct FunctionKey: Hashable {
    var function: UnsafeRawPointer
    var shape: SlotShape
}

@usableFromInline struct TernaryField { @usableFromInline var call: TernarySlot }
@usableFromInline struct LengthField { @usableFromInline var call: LengthSlot }
@usableFromInline struct PredicateField { @usableFromInline var call: PredicateSlot }
@usableFromInline struct ContainsField { @usableFromInline var call: ContainsSlot }
@usableFromInline struct ItemField { @usableFromInline var call: ItemSlot }
@usableFromInline struct StoreItemField { @usableFromInline var call: StoreItemSlot }
@usableFromInline struct CompareField { @usableFromInline var call: CompareSlot }

public enum NativeSlots {
    /// The C function of each Swift slot.
    nonisolated(unsafe) static var functions: [SlotKey: UnsafeRawPointer] = [:]
    /// The Swift slot of each C function, as the field it was made from.
    nonisolated(unsafe) static var fields: [FunctionKey: UnsafeMutableRawPointer] = [:]

    /// Enters a pair. The field must live for ever.
    static func enter(_ key: SlotKey, _ function: UnsafeRawPointer, _ field: UnsafeMutableRawPointer, as shape: SlotShape? = nil) {
        functions[key] = function
        let function = FunctionKey(function: function, shape: shape ?? key.shape)
        if fields[function] == nil { fields[function] = field }
    }
    private static func find(_ key: SlotKey, _ shape: SlotThunks.Shape, _ target: UnsafeRawPointer, _ field: () -> UnsafeMutableRawPointer) -> UnsafeRawPointer? {
        if let known = functions[key] { return known }
        let context = field()
        guard let function = SlotThunks.make(shape, target: target, context: context) else { return nil }
        enter(key, function, context)
        return function
    }
    private static func store<T>(_ field: T) -> UnsafeMutableRawPointer {
        let pointer = UnsafeMutablePointer<T>.allocate(capacity: 1)
        pointer.initialize(to: field)
        return UnsafeMutableRawPointer(pointer)
    }
    private static func key(_ shape: SlotShape, _ raw: RawFunction) -> SlotKey { SlotKey(shape: shape, code: raw.code, context: raw.context) }

    // MARK: One a signature

    static func key(_ slot: @escaping UnarySlot) -> SlotKey { key(.unary, unsafeBitCast(UnaryField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping BinarySlot) -> SlotKey { key(.binary, unsafeBitCast(BinaryField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping TernarySlot) -> SlotKey { key(.ternary, unsafeBitCast(TernaryField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping CallSlot) -> SlotKey { key(.call, unsafeBitCast(CallField(call: slot), to: RawFunction.self)) }
    static func key(length slot: @escaping LengthSlot) -> SlotKey { key(.length, unsafeBitCast(LengthField(call: slot), to: RawFunction.self)) }
    static func key(hash slot: @escaping HashSlot) -> SlotKey { key(.hash, unsafeBitCast(LengthField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping PredicateSlot) -> SlotKey { key(.predicate, unsafeBitCast(PredicateField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping ContainsSlot) -> SlotKey { key(.contains, unsafeBitCast(ContainsField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping ItemSlot) -> SlotKey { key(.item, unsafeBitCast(ItemField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping StoreItemSlot) -> SlotKey { key(.storeItem, unsafeBitCast(StoreItemField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping StoreSlot) -> SlotKey { key(.store, unsafeBitCast(StoreField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping CompareSlot) -> SlotKey { key(.compare, unsafeBitCast(CompareField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping InitSlot) -> SlotKey { key(.initialize, unsafeBitCast(InitField(call: slot), to: RawFunction.self)) }
    static func key(_ slot: @escaping NewSlot) -> SlotKey { key(.new, unsafeBitCast(NewField(call: slot), to: RawFunction.self)) }

    static func unary(_ slot: UnarySlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterOne, unsafeBitCast(SlotTargets.unary, to: UnsafeRawPointer.self)) { store(UnaryField(call: slot)) }
    }
    /// `tp_iternext`. Where the end of an iteration has a value, C finds it in a StopIteration.
    static func next(_ slot: UnarySlot?, ofGenerator: Bool) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        let key = key(slot)
        let hasValue = ofGenerator || key == NativeSlots.key(Delegation.nextSlot) || key == NativeSlots.key(DunderAdapters.next)
        let target = hasValue ? SlotTargets.next : SlotTargets.unary
        guard let function = find(key, .afterOne, unsafeBitCast(target, to: UnsafeRawPointer.self), { store(UnaryField(call: slot)) }) else { return nil }
        if let field = fields[FunctionKey(function: function, shape: .unary)] { enter(key, function, field, as: .next) }
        return function
    }
    static func binary(_ slot: BinarySlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterTwo, unsafeBitCast(SlotTargets.binary, to: UnsafeRawPointer.self)) { store(BinaryField(call: slot)) }
    }
    static func ternary(_ slot: TernarySlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterThree, unsafeBitCast(SlotTargets.ternary, to: UnsafeRawPointer.self)) { store(TernaryField(call: slot)) }
    }
    static func call(_ slot: CallSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterThree, unsafeBitCast(SlotTargets.call, to: UnsafeRawPointer.self)) { store(CallField(call: slot)) }
    }
    static func length(_ slot: LengthSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(length: slot), .afterOne, unsafeBitCast(SlotTargets.length, to: UnsafeRawPointer.self)) { store(LengthField(call: slot)) }
    }
    static func hash(_ slot: HashSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(hash: slot), .afterOne, unsafeBitCast(SlotTargets.hash, to: UnsafeRawPointer.self)) { store(LengthField(call: slot)) }
    }
    static func predicate(_ slot: PredicateSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterOne, unsafeBitCast(SlotTargets.predicate, to: UnsafeRawPointer.self)) { store(PredicateField(call: slot)) }
    }
    static func contains(_ slot: ContainsSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterTwo, unsafeBitCast(SlotTargets.contains, to: UnsafeRawPointer.self)) { store(ContainsField(call: slot)) }
    }
    static func item(_ slot: ItemSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterTwo, unsafeBitCast(SlotTargets.item, to: UnsafeRawPointer.self)) { store(ItemField(call: slot)) }
    }
    static func storeItem(_ slot: StoreItemSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterThree, unsafeBitCast(SlotTargets.storeItem, to: UnsafeRawPointer.self)) { store(StoreItemField(call: slot)) }
    }
    static func store(_ slot: StoreSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterThree, unsafeBitCast(SlotTargets.store, to: UnsafeRawPointer.self)) { store(StoreField(call: slot)) }
    }
    static func compare(_ slot: CompareSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterThree, unsafeBitCast(SlotTargets.compare, to: UnsafeRawPointer.self)) { store(CompareField(call: slot)) }
    }
    static func initialize(_ slot: InitSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterThree, unsafeBitCast(SlotTargets.initialize, to: UnsafeRawPointer.self)) { store(InitField(call: slot)) }
    }
    static func new(_ slot: NewSlot?) -> UnsafeRawPointer? {
        guard let slot else { return nil }
        return find(key(slot), .afterThree, unsafeBitCast(SlotTargets.new, to: UnsafeRawPointer.self)) { store(NewField(call: slot)) }
    }
    /// `nb_power` is both powers at once.
    static func power(_ binary: BinarySlot?, _ ternary: TernarySlot?) -> UnsafeRawPointer? {
        guard let binary else { return nil }
        let first = unsafeBitCast(BinaryField(call: binary), to: RawFunction.self)
        var second = RawFunction(code: 0, context: 0)
        if let ternary { second = unsafeBitCast(TernaryField(call: ternary), to: RawFunction.self) }
        // Either both come from one place or the modulus one is static: the two contexts are enough to tell them apart.
        let key = SlotKey(shape: .power, code: first.code ^ second.code &* 31, context: first.context ^ second.context &* 31)
        return find(key, .afterThree, unsafeBitCast(SlotTargets.power, to: UnsafeRawPointer.self)) {
            store(PowerField(binary: binary, ternary: ternary))
        }
    }

    // MARK: The way back

    static func native(_ function: UnsafeRawPointer?, _ shape: SlotShape) -> UnsafeMutableRawPointer? {
        guard let function else { return nil }
        return fields[FunctionKey(function: function, shape: shape)]
    }
}

struct PowerField {
    var binary: BinarySlot
    var ternary: TernarySlot?
}

/// Arguments as C passes them to slots: a tuple and a dict, or NULL.
enum ForeignArguments {
    static func with(
        _ tuple: ObjectPointer?, _ keywords: ObjectPointer?, _ body: (Arguments) throws(Raised) -> Ref
    ) throws(Raised) -> Ref {
        var count = 0
        if let tuple { count = TupleObject.count(Value(tuple)) }
        let keywordCount = keywords.map { DictObject.count(Value($0)) } ?? 0
        return try withValues(count + keywordCount) { (room) throws(Raised) -> Ref in
            if let tuple {
                let items = TupleObject.items(Value(tuple))
                for index in 0..<count { room[index] = items[index].isObject ? Border.fromC(borrowed: items[index].object) : items[index] }
            }
            guard keywordCount > 0, let keywords else { return try body(Arguments(room, count: count)) }
            let names = try TupleObject.allocate(keywordCount)
            var position = 0
            var index = 0
            while index < keywordCount, let (key, value) = DictObject.next(Value(keywords), &position) {
                guard StrObject.isInstance(key) else { throw raise(.typeError, "keywords must be strings") }
                TupleObject.store(names.value, index, Ref(key))
                room[count + index] = value.isObject ? Border.fromC(borrowed: value.object) : value
                index += 1
            }
            return try body(Arguments(room, count: count, keywordNames: names.value))
        }
    }
}

/// The C functions that thunks jump to, one a signature. The last argument is the field with the Swift function.
enum SlotTargets {
    typealias Context = UnsafeMutableRawPointer?

    @inline(__always) private static func field<T>(_ context: Context, _ type: T.Type) -> UnsafeMutablePointer<T> {
        context.unsafelyUnwrapped.assumingMemoryBound(to: type)
    }
    @inline(__always) private static func value(_ object: ObjectPointer?) -> Value {
        guard let object else { return .null }
        return Border.fromC(borrowed: object)
    }

    static let unary: @convention(c) (ObjectPointer?, Context) -> ObjectPointer? = { a, context in
        do throws(Raised) {
            let result = try SlotTargets.field(context, UnaryField.self).pointee.call(SlotTargets.value(a))
            // The end of an iteration.
            return result.isNull ? nil : Border.toC(owned: result)
        } catch { return nil }
    }
    static let next: @convention(c) (ObjectPointer?, Context) -> ObjectPointer? = { a, context in
        do throws(Raised) {
            let iterator = SlotTargets.value(a)
            guard iterator.isObject && Delegation.returnsValue(iterator) else {
                return Border.toC(owned: try DunderAdapters.callMethod(iterator, Names.next))
            }
            var finished = false
            let result = try Delegation.send(iterator, .none, finished: &finished)
            if !finished { return Border.toC(owned: result) }
            if !result.value.isNone { _ = StopIterations.raise(result.value) }
            return nil
        } catch { return nil }
    }
    /// `am_send` of generators and coroutines.
    static let send: @convention(c) (ObjectPointer?, ObjectPointer?, UnsafeMutablePointer<ObjectPointer?>?) -> PySendResult = { a, sent, result in
        do throws(Raised) {
            var finished = false
            let answer = try Delegation.send(SlotTargets.value(a), SlotTargets.value(sent), finished: &finished)
            result?.pointee = Border.toC(owned: answer)
            return finished ? PYGEN_RETURN : PYGEN_NEXT
        } catch {
            result?.pointee = nil
            return PYGEN_ERROR
        }
    }
    static let binary: @convention(c) (ObjectPointer?, ObjectPointer?, Context) -> ObjectPointer? = { a, b, context in
        do throws(Raised) {
            return Border.toC(owned: try SlotTargets.field(context, BinaryField.self).pointee.call(SlotTargets.value(a), SlotTargets.value(b)))
        } catch { return nil }
    }
    static let ternary: @convention(c) (ObjectPointer?, ObjectPointer?, ObjectPointer?, Context) -> ObjectPointer? = { a, b, c, context in
        do throws(Raised) {
            let call = SlotTargets.field(context, TernaryField.self).pointee.call
            return Border.toC(owned: try call(SlotTargets.value(a), SlotTargets.value(b), SlotTargets.value(c)))
        } catch { return nil }
    }
    static let power: @convention(c) (ObjectPointer?, ObjectPointer?, ObjectPointer?, Context) -> ObjectPointer? = { a, b, c, context in
        do throws(Raised) {
            let powers = SlotTargets.field(context, PowerField.self)
            let modulus = SlotTargets.value(c)
            if modulus.isNull || modulus.isNone { return Border.toC(owned: try powers.pointee.binary(SlotTargets.value(a), SlotTargets.value(b))) }
            guard let ternary = powers.pointee.ternary else { return Border.toC(owned: .notImplemented) }
            return Border.toC(owned: try ternary(SlotTargets.value(a), SlotTargets.value(b), modulus))
        } catch { return nil }
    }
    static let call: @convention(c) (ObjectPointer?, ObjectPointer?, ObjectPointer?, Context) -> ObjectPointer? = { a, tuple, keywords, context in
        do throws(Raised) {
            let call = SlotTargets.field(context, CallField.self).pointee.call
            let result = try ForeignArguments.with(tuple, keywords) { (arguments) throws(Raised) -> Ref in try call(SlotTargets.value(a), arguments) }
            return Border.toC(owned: result)
        } catch { return nil }
    }
    static let length: @convention(c) (ObjectPointer?, Context) -> Int = { a, context in
        do throws(Raised) { return try SlotTargets.field(context, LengthField.self).pointee.call(SlotTargets.value(a)) } catch { return -1 }
    }
    static let hash: @convention(c) (ObjectPointer?, Context) -> Int = { a, context in
        do throws(Raised) {
            let hash = try SlotTargets.field(context, LengthField.self).pointee.call(SlotTargets.value(a))
            return hash == -1 ? -2 : hash
        } catch { return -1 }
    }
    static let predicate: @convention(c) (ObjectPointer?, Context) -> Int32 = { a, context in
        do throws(Raised) { return try SlotTargets.field(context, PredicateField.self).pointee.call(SlotTargets.value(a)) ? 1 : 0 } catch { return -1 }
    }
    static let contains: @convention(c) (ObjectPointer?, ObjectPointer?, Context) -> Int32 = { a, b, context in
        do throws(Raised) {
            return try SlotTargets.field(context, ContainsField.self).pointee.call(SlotTargets.value(a), SlotTargets.value(b)) ? 1 : 0
        } catch { return -1 }
    }
    static let item: @convention(c) (ObjectPointer?, Int, Context) -> ObjectPointer? = { a, index, context in
        do throws(Raised) {
            return Border.toC(owned: try SlotTargets.field(context, ItemField.self).pointee.call(SlotTargets.value(a), index))
        } catch { return nil }
    }
    static let storeItem: @convention(c) (ObjectPointer?, Int, ObjectPointer?, Context) -> Int32 = { a, index, b, context in
        do throws(Raised) {
            try SlotTargets.field(context, StoreItemField.self).pointee.call(SlotTargets.value(a), index, SlotTargets.value(b))
            return 0
        } catch { return -1 }
    }
    static let store: @convention(c) (ObjectPointer?, ObjectPointer?, ObjectPointer?, Context) -> Int32 = { a, b, c, context in
        do throws(Raised) {
            try SlotTargets.field(context, StoreField.self).pointee.call(SlotTargets.value(a), SlotTargets.value(b), SlotTargets.value(c))
            return 0
        } catch { return -1 }
    }
    static let compare: @convention(c) (ObjectPointer?, ObjectPointer?, Int32, Context) -> ObjectPointer? = { a, b, operation, context in
        do throws(Raised) {
            guard let comparison = Comparison(rawValue: operation) else { throw raise(.systemError, "bad comparison") }
            return Border.toC(owned: try SlotTargets.field(context, CompareField.self).pointee.call(SlotTargets.value(a), SlotTargets.value(b), comparison))
        } catch { return nil }
    }
    static let initialize: @convention(c) (ObjectPointer?, ObjectPointer?, ObjectPointer?, Context) -> Int32 = { a, tuple, keywords, context in
        do throws(Raised) {
            let call = SlotTargets.field(context, InitField.self).pointee.call
            _ = try ForeignArguments.with(tuple, keywords) { (arguments) throws(Raised) -> Ref in
                try call(SlotTargets.value(a), arguments)
                return .none
            }.isNull
            return 0
        } catch { return -1 }
    }
    static let new: @convention(c) (TypePointer?, ObjectPointer?, ObjectPointer?, Context) -> ObjectPointer? = { type, tuple, keywords, context in
        guard let type else { return nil }
        do throws(Raised) {
            let call = SlotTargets.field(context, NewField.self).pointee.call
            let result = try ForeignArguments.with(tuple, keywords) { (arguments) throws(Raised) -> Ref in try call(type, arguments) }
            return Border.toC(owned: result)
        } catch { return nil }
    }
}
