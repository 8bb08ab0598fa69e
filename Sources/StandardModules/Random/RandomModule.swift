// The module _random: the Mersenne twister behind `random.Random`.

import CPythonABI
import Glibc
import Numerics
import Runtime

enum RandomModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(RandomDocs.module)
        module.type("Random", RandomObject.type)
    }
}

enum RandomObject {
    /// Words of state: those of the generator, two a field, behind the fields.
    static let type: TypePointer = NativeType.make(
        "_random.Random", base: PyBaseObject_TypePointer(), size: 16 + MersenneTwister.stateCount * 4 + 4, flags: Py_TPFLAGS_BASETYPE
    ) { type in
        type.doc(RandomDocs.Random)
        type.type.pointee.tp_dealloc = RandomMemory.deallocate
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            let result = try RandomMemory.make(type, exact: RandomObject.type)
            try seed(result.value, .none)
            return result
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            if self.type == RandomObject.type { try arguments.noKeywords("Random") }
            if arguments.count > 1 { throw raise(.typeError, "Random() requires 0 or 1 argument") }
            try seed(self, arguments.count == 0 ? .none : arguments[0])
        }
        type.method("random", .noArguments { (self) throws(Raised) -> Ref in .float(RandomMemory.twister(self).random()) }, RandomDocs.Random_random)
        type.method("seed", .positional(minimum: 0, maximum: 1) { (self, a) throws(Raised) -> Ref in
            try seed(self, a[0].isNull ? .none : a[0])
            return .none
        }, RandomDocs.Random_seed)
        type.method("getstate", .noArguments(getState), RandomDocs.Random_getstate)
        type.method("setstate", .one(setState), RandomDocs.Random_setstate)
        type.method("getrandbits", .one(getRandomBits), RandomDocs.Random_getrandbits)
    }

    private static func seed(_ self: Value, _ value: Value) throws(Raised) {
        let twister = RandomMemory.twister(self)
        if value.isNone {
            RandomMemory.seedFromSystem(twister)
            return
        }
        // Other objects seed by their hash.
        let number: Ref
        if IntObject.isInstance(value) {
            number = try IntArithmetic.absolute(value)
        } else {
            number = IntObject.make(unsigned: UInt(bitPattern: try Hash.of(value)))
        }
        try RandomMemory.seed(twister, number.value)
    }

    private static func getState(_ self: Value) throws(Raised) -> Ref {
        let twister = RandomMemory.twister(self)
        let count = MersenneTwister.stateCount
        let state = try TupleObject.allocate(count)
        for index in 0..<count { TupleObject.store(state.value, index, IntObject.make(Int(twister[index]))) }
        return state
    }
    private static func setState(_ self: Value, _ state: Value) throws(Raised) -> Ref {
        guard TupleObject.isInstance(state) else { throw raise(.typeError, "state vector must be a tuple") }
        let count = MersenneTwister.stateCount
        guard TupleObject.count(state) == count else { throw raise(.valueError, "state vector is the wrong size") }
        var words: [UInt32] = []
        for index in 0..<count {
            let item = TupleObject.item(state, index)
            guard IntObject.isInstance(item) else { throw raise(.typeError, "an integer is required") }
            guard let word = IntObject.unsignedWord(item) else {
                throw raise(
                    .overflowError,
                    IntObject.sign(item) < 0 ? "can't convert negative value to unsigned int" : "Python int too large to convert to C unsigned long")
            }
            words.append(UInt32(truncatingIfNeeded: word))
        }
        guard words[count - 1] <= 624 else { throw raise(.valueError, "invalid state") }
        let twister = RandomMemory.twister(self)
        for index in 0..<count { twister[index] = words[index] }
        return .none
    }
    private static func getRandomBits(_ self: Value, _ bits: Value) throws(Raised) -> Ref {
        let number = try Index.object(bits)
        guard let count = IntObject.word(number.value), count <= Int(Int32.max), count >= Int(Int32.min) else {
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
        if count < 0 { throw raise(.valueError, "number of bits must be non-negative") }
        let twister = RandomMemory.twister(self)
        if count == 0 { return IntObject.make(0) }
        if count <= 32 { return IntObject.make(Int(twister.next() >> UInt32(32 - count))) }
        return try IntObject.build(room: count / 30 + 2) { (room) throws(Digits.Interruption) -> Int in twister.randomBits(room, bits: count) }
    }
}
