// Swift slots made of C slots: what the runtime calls for types made in C.
//
// A slot that came from a Swift function (inherited from a built-in type) is that function again; others are closures over the C
// function. The closure is over the function, not over the object's type: a class in Python that calls `super().__repr__()` must
// get to this very slot.

import CPythonABI

enum ForeignSlots {
    // MARK: Calling

    /// Takes over what a C slot returned.
    @inline(__always) static func result(_ object: ObjectPointer?) throws(Raised) -> Ref {
        if let object { return Border.fromC(owned: object) }
        throw ForeignSlots.missingError()
    }
    /// NULL without an exception is an error of the extension.
    @inline(never) static func missingError() -> Raised {
        if PendingException.isSet { return Raised() }
        return raise(.systemError, "error return without exception set")
    }
    @inline(__always) static func check(_ status: Int32) throws(Raised) {
        if status < 0 { throw missingError() }
    }

    /// A value as `PyObject *` for the length of a call. An object is lent as it is, with the count that it has: whoever calls holds it,
    /// and C code counts references (a temporary whose count is one may be used up). Only what is made here is owned.
    struct Boxed: ~Copyable {
        let object: ObjectPointer?
        private let isOwned: Bool
        @inline(__always) init(_ value: Value) {
            isOwned = !value.isObject && !value.isNull
            if value.isObject {
                Border.expose(value.object)
                object = value.object
            } else {
                object = value.isNull ? nil : Border.box(value)
            }
        }
        deinit { if isOwned, let object { Value(object).release() } }
    }

    // MARK: Adapters

    private static func bits<F>(_ function: F) -> UnsafeRawPointer { unsafeBitCast(function, to: UnsafeRawPointer.self) }
    private static func native<F, T>(_ function: F, _ type: T.Type, _ shape: SlotShape) -> UnsafeMutablePointer<T>? {
        NativeSlots.native(bits(function), shape)?.assumingMemoryBound(to: type)
    }
    private static func enter<F, T>(_ key: SlotKey, _ function: F, _ field: T, as shape: SlotShape? = nil) {
        let pointer = UnsafeMutablePointer<T>.allocate(capacity: 1)
        pointer.initialize(to: field)
        NativeSlots.enter(key, bits(function), UnsafeMutableRawPointer(pointer), as: shape)
    }

    static func unary(_ function: unaryfunc?) -> UnarySlot? {
        guard let function else { return nil }
        if let known = native(function, UnaryField.self, .unary) { return known.pointee.call }
        let slot: UnarySlot = { (a) throws(Raised) -> Ref in
            let x = Boxed(a)
            return try result(function(x.object))
        }
        enter(NativeSlots.key(slot), function, UnaryField(call: slot))
        return slot
    }
    /// `tp_iternext`: NULL without an exception is the end, and so is StopIteration.
    static func next(_ function: iternextfunc?) -> UnarySlot? {
        guard let function else { return nil }
        if let known = native(function, UnaryField.self, .next) { return known.pointee.call }
        let slot: UnarySlot = { (a) throws(Raised) -> Ref in
            let x = Boxed(a)
            if let object = function(x.object) { return Border.fromC(owned: object) }
            if !PendingException.isSet || PendingException.clear(if: .stopIteration) { return .null }
            throw Raised()
        }
        enter(NativeSlots.key(slot), function, UnaryField(call: slot), as: .next)
        return slot
    }
    static func binary(_ function: binaryfunc?) -> BinarySlot? {
        guard let function else { return nil }
        if let known = native(function, BinaryField.self, .binary) { return known.pointee.call }
        let slot: BinarySlot = { (a, b) throws(Raised) -> Ref in
            let x = Boxed(a)
            let y = Boxed(b)
            return try result(function(x.object, y.object))
        }
        enter(NativeSlots.key(slot), function, BinaryField(call: slot))
        return slot
    }
    /// `tp_getattr`, which takes a C string.
    static func getAttribute(_ function: getattrfunc?) -> BinarySlot? {
        guard let function else { return nil }
        return { (a, b) throws(Raised) -> Ref in
            let x = Boxed(a)
            guard StrObject.isInstance(b) else { throw raise(.typeError, "attribute name must be string, not '\(b.type.name)'") }
            var answer: ObjectPointer?
            text(b).withCString { answer = function(x.object, UnsafeMutablePointer(mutating: $0)) }
            return try result(answer)
        }
    }
    static func setAttribute(_ function: setattrfunc?) -> StoreSlot? {
        guard let function else { return nil }
        return { (a, b, c) throws(Raised) -> Void in
            let x = Boxed(a)
            let y = Boxed(c)
            guard StrObject.isInstance(b) else { throw raise(.typeError, "attribute name must be string, not '\(b.type.name)'") }
            var status: Int32 = 0
            text(b).withCString { status = function(x.object, UnsafeMutablePointer(mutating: $0), y.object) }
            try check(status)
        }
    }
    static func ternary(_ function: ternaryfunc?) -> TernarySlot? {
        guard let function else { return nil }
        if let known = native(function, TernaryField.self, .ternary) { return known.pointee.call }
        let slot: TernarySlot = { (a, b, c) throws(Raised) -> Ref in
            let x = Boxed(a)
            let y = Boxed(b)
            let z = Boxed(c)
            return try result(function(x.object, y.object, z.object))
        }
        enter(NativeSlots.key(slot), function, TernaryField(call: slot))
        return slot
    }
    /// Both powers of `nb_power`.
    static func power(_ function: ternaryfunc?, _ record: RecordPointer) {
        guard let function else { return }
        let number = BinaryOperation.power.rawValue
        if let known = native(function, PowerField.self, .power) {
            record.pointee.binary[number] = known.pointee.binary
            record.pointee.ternaryPower = known.pointee.ternary
            return
        }
        let binary: BinarySlot = { (a, b) throws(Raised) -> Ref in
            let x = Boxed(a)
            let y = Boxed(b)
            return try result(function(x.object, y.object, Py_NonePointer()))
        }
        let ternary: TernarySlot = { (a, b, c) throws(Raised) -> Ref in
            let x = Boxed(a)
            let y = Boxed(b)
            let z = Boxed(c)
            return try result(function(x.object, y.object, z.object))
        }
        record.pointee.binary[number] = binary
        record.pointee.ternaryPower = ternary
        let first = unsafeBitCast(BinaryField(call: binary), to: RawFunction.self)
        let second = unsafeBitCast(TernaryField(call: ternary), to: RawFunction.self)
        enter(
            SlotKey(shape: .power, code: first.code ^ second.code &* 31, context: first.context ^ second.context &* 31), function,
            PowerField(binary: binary, ternary: ternary))
    }
    static func inPlacePower(_ function: ternaryfunc?) -> BinarySlot? {
        guard let function else { return nil }
        if let known = native(function, PowerField.self, .power) { return known.pointee.binary }
        let slot: BinarySlot = { (a, b) throws(Raised) -> Ref in
            let x = Boxed(a)
            let y = Boxed(b)
            return try result(function(x.object, y.object, Py_NonePointer()))
        }
        let raw = unsafeBitCast(BinaryField(call: slot), to: RawFunction.self)
        enter(SlotKey(shape: .power, code: raw.code, context: raw.context), function, PowerField(binary: slot, ternary: nil))
        return slot
    }
    static func call(_ function: ternaryfunc?) -> CallSlot? {
        guard let function else { return nil }
        if let known = native(function, CallField.self, .call) { return known.pointee.call }
        let slot: CallSlot = { (a, arguments) throws(Raised) -> Ref in
            let type = a.type
            if type.has(Py_TPFLAGS_HAVE_VECTORCALL), type.pointee.tp_vectorcall_offset > 0, unsafeBitCast(type.pointee.tp_call, to: Int.self) == unsafeBitCast(function, to: Int.self),
                let vector = (UnsafeMutableRawPointer(a.object) + type.pointee.tp_vectorcall_offset).load(as: vectorcallfunc?.self)
            {
                return try ForeignCalls.vectorcallHook(vector, a, arguments)
            }
            let tuple = try ForeignCalls.tuple(arguments)
            let keywords = try ForeignCalls.dict(arguments)
            let x = Boxed(a)
            let answer = function(x.object, tuple.value.object, keywords.isNull ? nil : keywords.value.object)
            return try ForeignCalls.checked(answer, a)
        }
        enter(NativeSlots.key(slot), function, CallField(call: slot))
        return slot
    }
    static func length(_ function: lenfunc?) -> LengthSlot? {
        guard let function else { return nil }
        if let known = native(function, LengthField.self, .length) { return known.pointee.call }
        let slot: LengthSlot = { (a) throws(Raised) -> Int in
            let x = Boxed(a)
            let length = function(x.object)
            if length < 0 { throw missingError() }
            return length
        }
        enter(NativeSlots.key(length: slot), function, LengthField(call: slot))
        return slot
    }
    static func hash(_ function: hashfunc?) -> HashSlot? {
        guard let function else { return nil }
        if let known = native(function, LengthField.self, .hash) { return known.pointee.call }
        let slot: HashSlot = { (a) throws(Raised) -> Int in
            let x = Boxed(a)
            let hash = function(x.object)
            if hash == -1 { throw missingError() }
            return hash
        }
        enter(NativeSlots.key(hash: slot), function, LengthField(call: slot))
        return slot
    }
    static func predicate(_ function: inquiry?) -> PredicateSlot? {
        guard let function else { return nil }
        if let known = native(function, PredicateField.self, .predicate) { return known.pointee.call }
        let slot: PredicateSlot = { (a) throws(Raised) -> Bool in
            let x = Boxed(a)
            let answer = function(x.object)
            try check(answer)
            return answer != 0
        }
        enter(NativeSlots.key(slot), function, PredicateField(call: slot))
        return slot
    }
    static func contains(_ function: objobjproc?) -> ContainsSlot? {
        guard let function else { return nil }
        if let known = native(function, ContainsField.self, .contains) { return known.pointee.call }
        let slot: ContainsSlot = { (a, b) throws(Raised) -> Bool in
            let x = Boxed(a)
            let y = Boxed(b)
            let answer = function(x.object, y.object)
            try check(answer)
            return answer != 0
        }
        enter(NativeSlots.key(slot), function, ContainsField(call: slot))
        return slot
    }
    static func item(_ function: ssizeargfunc?) -> ItemSlot? {
        guard let function else { return nil }
        if let known = native(function, ItemField.self, .item) { return known.pointee.call }
        let slot: ItemSlot = { (a, index) throws(Raised) -> Ref in
            let x = Boxed(a)
            return try result(function(x.object, index))
        }
        enter(NativeSlots.key(slot), function, ItemField(call: slot))
        return slot
    }
    static func storeItem(_ function: ssizeobjargproc?) -> StoreItemSlot? {
        guard let function else { return nil }
        if let known = native(function, StoreItemField.self, .storeItem) { return known.pointee.call }
        let slot: StoreItemSlot = { (a, index, b) throws(Raised) -> Void in
            let x = Boxed(a)
            let y = Boxed(b)
            try check(function(x.object, index, y.object))
        }
        enter(NativeSlots.key(slot), function, StoreItemField(call: slot))
        return slot
    }
    static func store(_ function: objobjargproc?) -> StoreSlot? {
        guard let function else { return nil }
        if let known = native(function, StoreField.self, .store) { return known.pointee.call }
        let slot: StoreSlot = { (a, b, c) throws(Raised) -> Void in
            let x = Boxed(a)
            let y = Boxed(b)
            let z = Boxed(c)
            try check(function(x.object, y.object, z.object))
        }
        enter(NativeSlots.key(slot), function, StoreField(call: slot))
        return slot
    }
    static func compare(_ function: richcmpfunc?) -> CompareSlot? {
        guard let function else { return nil }
        if let known = native(function, CompareField.self, .compare) { return known.pointee.call }
        let slot: CompareSlot = { (a, b, operation) throws(Raised) -> Ref in
            let x = Boxed(a)
            let y = Boxed(b)
            return try result(function(x.object, y.object, operation.rawValue))
        }
        enter(NativeSlots.key(slot), function, CompareField(call: slot))
        return slot
    }
    static func initialize(_ function: initproc?) -> InitSlot? {
        guard let function else { return nil }
        if let known = native(function, InitField.self, .initialize) { return known.pointee.call }
        let slot: InitSlot = { (a, arguments) throws(Raised) -> Void in
            let tuple = try ForeignCalls.tuple(arguments)
            let keywords = try ForeignCalls.dict(arguments)
            let x = Boxed(a)
            try check(function(x.object, tuple.value.object, keywords.isNull ? nil : keywords.value.object))
            if PendingException.isSet { throw ForeignCalls.resultWithException(a.type.value) }
        }
        enter(NativeSlots.key(slot), function, InitField(call: slot))
        return slot
    }
    static func new(_ function: newfunc?) -> NewSlot? {
        guard let function else { return nil }
        if let known = native(function, NewField.self, .new) { return known.pointee.call }
        let slot: NewSlot = { (type, arguments) throws(Raised) -> Ref in
            let tuple = try ForeignCalls.tuple(arguments)
            let keywords = try ForeignCalls.dict(arguments)
            return try ForeignCalls.checked(function(type, tuple.value.object, keywords.isNull ? nil : keywords.value.object), type.value)
        }
        enter(NativeSlots.key(slot), function, NewField(call: slot))
        return slot
    }

    /// NumPy puts another `tp_new` into a ready type and tells nobody.
    @inline(__always) static func readNew(_ type: TypePointer) {
        let record = type.record
        if record.pointee.isForeign && bits(type.pointee.tp_new) != bits(record.pointee.adoptedNew) { adoptNew(type) }
    }
    @inline(never) private static func adoptNew(_ type: TypePointer) {
        let function = type.pointee.tp_new
        if let slot = new(function) { type.record.pointee.new = slot }
        type.record.pointee.adoptedNew = function
    }

    // MARK: All of a type

    /// Sets the record's slots for the C slots that are there.
    static func adopt(_ type: TypePointer) {
        let record = type.record
        let slots = type.pointee
        record.pointee.repr = unary(slots.tp_repr)
        record.pointee.str = unary(slots.tp_str)
        record.pointee.hash = hash(slots.tp_hash)
        record.pointee.call = call(slots.tp_call)
        adoptAttributes(type)
        record.pointee.compare = compare(slots.tp_richcompare)
        record.pointee.iter = unary(slots.tp_iter)
        record.pointee.next = next(slots.tp_iternext)
        record.pointee.descriptorGet = ternary(slots.tp_descr_get)
        record.pointee.descriptorSet = store(slots.tp_descr_set)
        record.pointee.initialize = initialize(slots.tp_init)
        record.pointee.new = new(slots.tp_new)
        record.pointee.adoptedNew = slots.tp_new
        if let finalize = slots.tp_finalize {
            record.pointee.finalize = { (self) in
                let saved = PendingException.save()
                finalize(self.object)
                if PendingException.isSet { Unraisable.report(self) }
                PendingException.restore(saved)
            }
        }
        if let number = slots.tp_as_number { adopt(number.pointee, record) }
        if let sequence = slots.tp_as_sequence?.pointee {
            record.pointee.sequenceLength = length(sequence.sq_length)
            record.pointee.concat = binary(sequence.sq_concat)
            record.pointee.repeat = item(sequence.sq_repeat)
            record.pointee.item = item(sequence.sq_item)
            record.pointee.storeItem = storeItem(sequence.sq_ass_item)
            record.pointee.contains = contains(sequence.sq_contains)
            record.pointee.inPlaceConcat = binary(sequence.sq_inplace_concat)
            record.pointee.inPlaceRepeat = item(sequence.sq_inplace_repeat)
        }
        if let mapping = slots.tp_as_mapping?.pointee {
            record.pointee.length = length(mapping.mp_length)
            record.pointee.subscript = binary(mapping.mp_subscript)
            record.pointee.storeSubscript = store(mapping.mp_ass_subscript)
        }
        if let async = slots.tp_as_async?.pointee {
            record.pointee.await = unary(async.am_await)
            record.pointee.asyncIter = unary(async.am_aiter)
            record.pointee.asyncNext = unary(async.am_anext)
        }
    }
    private static func adoptAttributes(_ type: TypePointer) {
        let record = type.record
        if let function = type.pointee.tp_getattro {
            record.pointee.getAttribute = binary(function)
        } else {
            record.pointee.getAttribute = getAttribute(type.pointee.tp_getattr)
        }
        if let function = type.pointee.tp_setattro {
            record.pointee.setAttribute = store(function)
        } else {
            record.pointee.setAttribute = setAttribute(type.pointee.tp_setattr)
        }
    }
    private static func adopt(_ number: PyNumberMethods, _ record: RecordPointer) {
        func set(_ operation: BinaryOperation, _ plain: binaryfunc?, _ inPlace: binaryfunc?) {
            record.pointee.binary[operation.rawValue] = binary(plain)
            record.pointee.inPlace[operation.rawValue] = binary(inPlace)
        }
        set(.add, number.nb_add, number.nb_inplace_add)
        set(.subtract, number.nb_subtract, number.nb_inplace_subtract)
        set(.multiply, number.nb_multiply, number.nb_inplace_multiply)
        set(.modulo, number.nb_remainder, number.nb_inplace_remainder)
        set(.leftShift, number.nb_lshift, number.nb_inplace_lshift)
        set(.rightShift, number.nb_rshift, number.nb_inplace_rshift)
        set(.and, number.nb_and, number.nb_inplace_and)
        set(.xor, number.nb_xor, number.nb_inplace_xor)
        set(.or, number.nb_or, number.nb_inplace_or)
        set(.floorDivide, number.nb_floor_divide, number.nb_inplace_floor_divide)
        set(.trueDivide, number.nb_true_divide, number.nb_inplace_true_divide)
        set(.matrixMultiply, number.nb_matrix_multiply, number.nb_inplace_matrix_multiply)
        power(number.nb_power, record)
        record.pointee.inPlace[BinaryOperation.power.rawValue] = inPlacePower(number.nb_inplace_power)
        record.pointee.divmod = binary(number.nb_divmod)
        record.pointee.negative = unary(number.nb_negative)
        record.pointee.positive = unary(number.nb_positive)
        record.pointee.absolute = unary(number.nb_absolute)
        record.pointee.invert = unary(number.nb_invert)
        record.pointee.bool = predicate(number.nb_bool)
        record.pointee.int = unary(number.nb_int)
        record.pointee.float = unary(number.nb_float)
        record.pointee.index = unary(number.nb_index)
    }
}
