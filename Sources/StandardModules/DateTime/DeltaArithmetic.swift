// Arithmetic of timedelta. Numbers that fit no machine word take the way of Python's ints.

import CPythonABI
import Numerics
import Runtime

enum DeltaArithmetic {
    static func describe(_ type: TypeBuilder) {
        func binary(_ operation: BinaryOperation, _ slot: @escaping BinarySlot) { type.slots.binary[operation.rawValue] = slot }
        binary(.add) { (a, b) throws(Raised) -> Ref in
            guard DeltaObject.isInstance(a), DeltaObject.isInstance(b) else { return .notImplemented }
            return try DeltaObject.make(
                DeltaObject.days(a) + DeltaObject.days(b), DeltaObject.seconds(a) + DeltaObject.seconds(b),
                DeltaObject.microseconds(a) + DeltaObject.microseconds(b))
        }
        binary(.subtract) { (a, b) throws(Raised) -> Ref in
            guard DeltaObject.isInstance(a), DeltaObject.isInstance(b) else { return .notImplemented }
            return try subtract(a, b)
        }
        binary(.multiply) { (a, b) throws(Raised) -> Ref in
            let (delta, factor) = DeltaObject.isInstance(a) ? (a, b) : (b, a)
            if IntObject.isInstance(factor) {
                if let number = wide(factor) {
                    let (product, overflow) = DeltaObject.microsecondsTotal(delta).multipliedReportingOverflow(by: number)
                    if !overflow { return try DeltaObject.make(microseconds: product) }
                }
                let total = int(DeltaObject.microsecondsTotal(delta))
                let product = try Numbers.binary(.multiply, total.value, factor)
                return try fromInt(product.value)
            }
            guard FloatObject.isInstance(factor) else { return .notImplemented }
            return try scale(delta, factor, divides: false)
        }
        binary(.trueDivide) { (a, b) throws(Raised) -> Ref in
            guard DeltaObject.isInstance(a) else { return .notImplemented }
            let total = int(DeltaObject.microsecondsTotal(a))
            if DeltaObject.isInstance(b) {
                let other = int(DeltaObject.microsecondsTotal(b))
                return try Numbers.binary(.trueDivide, total.value, other.value)
            }
            if FloatObject.isInstance(b) { return try scale(a, b, divides: true) }
            guard IntObject.isInstance(b) else { return .notImplemented }
            let quotient = try divideToNearest(total.value, b)
            return try fromInt(quotient.value)
        }
        binary(.floorDivide) { (a, b) throws(Raised) -> Ref in
            guard DeltaObject.isInstance(a) else { return .notImplemented }
            let total = int(DeltaObject.microsecondsTotal(a))
            if DeltaObject.isInstance(b) {
                let other = int(DeltaObject.microsecondsTotal(b))
                return try Numbers.binary(.floorDivide, total.value, other.value)
            }
            guard IntObject.isInstance(b) else { return .notImplemented }
            let quotient = try Numbers.binary(.floorDivide, total.value, b)
            return try fromInt(quotient.value)
        }
        binary(.modulo) { (a, b) throws(Raised) -> Ref in
            guard DeltaObject.isInstance(a), DeltaObject.isInstance(b) else { return .notImplemented }
            let total = int(DeltaObject.microsecondsTotal(a))
            let other = int(DeltaObject.microsecondsTotal(b))
            let rest = try Numbers.binary(.modulo, total.value, other.value)
            return try fromInt(rest.value)
        }
        type.slots.divmod = { (a, b) throws(Raised) -> Ref in
            guard DeltaObject.isInstance(a), DeltaObject.isInstance(b) else { return .notImplemented }
            let total = int(DeltaObject.microsecondsTotal(a))
            let other = int(DeltaObject.microsecondsTotal(b))
            let quotient = try Numbers.binary(.floorDivide, total.value, other.value)
            let rest = try Numbers.binary(.modulo, total.value, other.value)
            let delta = try fromInt(rest.value)
            return TupleObject.make(quotient.value, delta.value)
        }
        type.slots.negative = { (self) throws(Raised) -> Ref in try negative(self) }
        type.slots.positive = { (self) throws(Raised) -> Ref in
            try DeltaObject.make(DeltaObject.days(self), DeltaObject.seconds(self), DeltaObject.microseconds(self))
        }
        type.slots.absolute = { (self) throws(Raised) -> Ref in
            if DeltaObject.days(self) < 0 { return try negative(self) }
            return try DeltaObject.make(DeltaObject.days(self), DeltaObject.seconds(self), DeltaObject.microseconds(self))
        }
    }

    static func negative(_ self: Value) throws(Raised) -> Ref {
        try DeltaObject.make(-DeltaObject.days(self), -DeltaObject.seconds(self), -DeltaObject.microseconds(self))
    }
    static func subtract(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        try DeltaObject.make(
            DeltaObject.days(a) - DeltaObject.days(b), DeltaObject.seconds(a) - DeltaObject.seconds(b),
            DeltaObject.microseconds(a) - DeltaObject.microseconds(b))
    }

    // MARK: Ints

    /// An int of up to 120 bits.
    static func wide(_ value: Value) -> Int128? {
        if let word = IntObject.word(value) { return Int128(word) }
        var view = IntView(value)
        guard view.count <= 4 else { return nil }
        var magnitude: Int128 = 0
        do throws(Raised) {
            magnitude = try view.withDigits { (digits, count) throws(Raised) -> Int128 in
                var number: Int128 = 0
                for index in stride(from: count - 1, through: 0, by: -1) { number = number << 30 | Int128(digits[index]) }
                return number
            }
        } catch { return nil }
        return IntObject.sign(value) < 0 ? -magnitude : magnitude
    }
    static func int(_ number: Int128) -> Ref {
        if let word = Int(exactly: number) { return IntObject.make(word) }
        do throws(Raised) {
            return try IntObject.build(room: 6) { (room) throws(Digits.Interruption) -> Int in
                var magnitude = number.magnitude
                var count = 0
                while magnitude != 0 {
                    room[count] = UInt32(truncatingIfNeeded: magnitude) & 0x3FFF_FFFF
                    magnitude >>= 30
                    count += 1
                }
                return number < 0 ? -count : count
            }
        } catch { return .none }
    }
    private static func fromInt(_ value: Value) throws(Raised) -> Ref {
        guard let total = wide(value) else { throw DeltaObject.tooLarge() }
        return try DeltaObject.make(microseconds: total)
    }
    /// a / b as an int, halves to the even one.
    private static func divideToNearest(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        let quotient = try Numbers.binary(.floorDivide, a, b)
        let rest = try Numbers.binary(.modulo, a, b)
        let twice = try Numbers.binary(.add, rest.value, rest.value)
        // The rest has the sign of the divisor.
        let isNegative = IntObject.sign(b) < 0
        let isMore = try Compare.bool(twice.value, b, isNegative ? .less : .greater)
        let isHalf = try Compare.equal(twice.value, b)
        if isMore || (isHalf && IntObject.isOdd(quotient.value)) {
            return try Numbers.binary(.add, quotient.value, Value(smallInt: 1))
        }
        return quotient
    }
    /// Times or divided by a float, which is taken as the fraction that it is.
    private static func scale(_ delta: Value, _ factor: Value, divides: Bool) throws(Raised) -> Ref {
        let ratio = try Call.method(factor, ratioName)
        guard TupleObject.isInstance(ratio.value) else {
            throw raise(.typeError, "unexpected return type from as_integer_ratio(): expected tuple, got '\(ratio.value.type.name)'")
        }
        guard TupleObject.count(ratio.value) == 2 else {
            throw raise(.valueError, "as_integer_ratio() must return a 2-tuple")
        }
        let total = int(DeltaObject.microsecondsTotal(delta))
        let up = TupleObject.item(ratio.value, divides ? 1 : 0)
        let down = TupleObject.item(ratio.value, divides ? 0 : 1)
        let product = try Numbers.binary(.multiply, total.value, up)
        let quotient = try divideToNearest(product.value, down)
        return try fromInt(quotient.value)
    }
    private static let ratioName = Names.make("as_integer_ratio")
}
