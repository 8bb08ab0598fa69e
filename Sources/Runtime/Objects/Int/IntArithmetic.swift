// + - * and the unary operators of ints.
//
// Every function here takes ints in any form (immediate, bool, object, instance of a subclass) and gives an exact int in canonical
// form. Immediates go first: their results fit a machine word, or nearly.

import CPythonABI
import Numerics

public enum IntArithmetic {
    public static func add(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt { return IntObject.make(a.smallInt &+ b.smallInt) }
        return try IntObject.withDigits(a, b) { (x, xSize, y, ySize) throws(Raised) -> Ref in
            try IntObject.build(room: max(abs(xSize), abs(ySize)) + 1) { (room) throws(Digits.Interruption) -> Int in
                Digits.addSigned(room, x, aSize: xSize, y, bSize: ySize)
            }
        }
    }
    public static func subtract(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt { return IntObject.make(a.smallInt &- b.smallInt) }
        return try IntObject.withDigits(a, b) { (x, xSize, y, ySize) throws(Raised) -> Ref in
            try IntObject.build(room: max(abs(xSize), abs(ySize)) + 1) { (room) throws(Digits.Interruption) -> Int in
                Digits.subtractSigned(room, x, aSize: xSize, y, bSize: ySize)
            }
        }
    }
    public static func multiply(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt {
            let (product, overflow) = a.smallInt.multipliedReportingOverflow(by: b.smallInt)
            if !overflow { return IntObject.make(product) }
        }
        return try IntObject.withDigits(a, b) { (x, xSize, y, ySize) throws(Raised) -> Ref in
            try IntObject.build(room: abs(xSize) + abs(ySize)) { (room) throws(Digits.Interruption) -> Int in
                if x == y && xSize == ySize { return try Digits.square(room, x, abs(xSize)) }
                return try Digits.multiplySigned(room, x, aSize: xSize, y, bSize: ySize)
            }
        }
    }

    public static func negative(_ a: Value) throws(Raised) -> Ref {
        if !a.isObject { return IntObject.make(0 &- IntObject.immediate(a)) }
        return try signed(a) { 0 &- $0 }
    }
    public static func absolute(_ a: Value) throws(Raised) -> Ref {
        if !a.isObject { return IntObject.make(abs(IntObject.immediate(a))) }
        if IntObject.sign(a) >= 0 { return IntObject.exact(a) }
        return try signed(a) { abs($0) }
    }
    /// The digits of an object under another sign.
    @inline(__always) private static func signed(_ a: Value, _ sign: (Int) -> Int) throws(Raised) -> Ref {
        try IntObject.withDigits(a) { (x, size) throws(Raised) -> Ref in
            try IntObject.build(room: abs(size)) { (room) throws(Digits.Interruption) -> Int in
                room.update(from: x, count: abs(size))
                return sign(size)
            }
        }
    }
    public static func invert(_ a: Value) throws(Raised) -> Ref {
        if !a.isObject { return IntObject.make(~IntObject.immediate(a)) }
        return try IntObject.withDigits(a) { (x, size) throws(Raised) -> Ref in
            try IntObject.build(room: abs(size) + 1) { (room) throws(Digits.Interruption) -> Int in Digits.invert(room, x, size: size) }
        }
    }

    /// The truth of a comparison of two ints.
    public static func compare(_ a: Value, _ b: Value, _ operation: Comparison) -> Bool {
        if a.isSmallInt && b.isSmallInt { return operation.holds(a.smallInt, b.smallInt) }
        return operation.holds(order(a, b), 0)
    }
    /// -1, 0 or 1.
    public static func order(_ a: Value, _ b: Value) -> Int {
        if !a.isObject && !b.isObject {
            let (x, y) = (IntObject.immediate(a), IntObject.immediate(b))
            return x < y ? -1 : x == y ? 0 : 1
        }
        // Nothing in the closure raises.
        return (try? IntObject.withDigits(a, b) { (x, xSize, y, ySize) throws(Raised) -> Int in
            Digits.compareSigned(x, aSize: xSize, y, bSize: ySize)
        }) ?? 0
    }
    /// The order of an int and a float that is not a NaN, exactly.
    public static func order(_ a: Value, float: Double) -> Int {
        if !a.isObject {
            // 49 bits are exact as a double.
            let x = Double(IntObject.immediate(a))
            return x < float ? -1 : x == float ? 0 : 1
        }
        return (try? IntObject.withDigits(a) { (x, size) throws(Raised) -> Int in Digits.compare(x, size: size, with: float) }) ?? 0
    }

    public static func hash(_ a: Value) -> Int {
        if !a.isObject { return IntObject.hash(small: IntObject.immediate(a)) }
        return (try? IntObject.withDigits(a) { (x, size) throws(Raised) -> Int in Digits.hash(x, size: size) }) ?? 0
    }
}
