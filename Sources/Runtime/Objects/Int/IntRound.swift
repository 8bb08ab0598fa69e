// round(int, digits).

import CPythonABI
import Numerics

enum IntRound {
    static func round(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        if arguments.count == 0 { return IntObject.exact(self) }
        let index = try Index.object(arguments[0])
        if IntObject.sign(index.value) >= 0 { return IntObject.exact(self) }
        // More places than the number has digits leave nothing of it.
        let bits = try IntArithmetic.bitLength(self)
        guard let digits = IntObject.word(index.value), digits > -(bits / 3 + 2) else { return IntObject.make(0) }
        let ten = Value(smallInt: 10)
        let unit = try IntArithmetic.power(ten, Value(smallInt: -digits))
        // To the nearest multiple of 10^n, ties to the even one.
        var rest = Value.null
        let quotient = try IntArithmetic.divide(self, unit.value, "", &rest, wantsQuotient: true, wantsRemainder: true)
        let remainder = Ref(owned: rest)
        let twice = try IntArithmetic.add(remainder.value, remainder.value)
        let order = IntArithmetic.order(twice.value, unit.value)
        let floor = try IntArithmetic.subtract(self, remainder.value)
        if order > 0 || (order == 0 && IntObject.isOdd(quotient.value)) { return try IntArithmetic.add(floor.value, unit.value) }
        return floor
    }
}
