// Operators on constants, with CPython's limits on the size of results. nil means: leave it to the interpreter.

import Numerics
import Syntax

enum ConstantArithmetic {
    /// Results of string and tuple repetition up to these lengths are kept in code.
    static let longestString = 4096
    static let longestTuple = 256

    static func unary(_ op: UnaryOperator, _ value: Constant) -> Constant? {
        if op == .not {
            if case .ellipsis = value { return .false }
            return value.isTrue ? .false : .true
        }
        if let integer = value.asInt {
            switch op {
            case .invert: return .int(~integer)
            case .plus: return .int(integer)
            case .minus:
                let (result, overflow) = 0.subtractingReportingOverflow(integer)
                return overflow ? nil : .int(result)
            case .not: return nil
            }
        }
        switch value {
        case .bigInt(let digits):
            if op == .plus { return value }
            // The least int of 64 bits.
            if op == .minus { return digits == [0, 0, 8] ? .int(Int.min) : .negativeBigInt(digits) }
            return nil
        case .negativeBigInt(let digits):
            return op == .plus ? value : op == .minus ? .bigInt(digits) : nil
        case .float(let bits):
            if op == .plus { return value }
            return op == .minus ? .float(bits: bits ^ 1 << 63) : nil
        case .complex(let real, let imaginary):
            if op == .plus { return value }
            return op == .minus ? .complex(realBits: real ^ 1 << 63, imaginaryBits: imaginary ^ 1 << 63) : nil
        default: return nil
        }
    }

    static func binary(_ a: Constant, _ op: BinaryOperator, _ b: Constant) -> Constant? {
        if let x = a.asInt, let y = b.asInt {
            if case .int = a {} else if case .int = b {} else if let result = booleans(x, op, y) { return result }
            return integers(x, op, y) ?? wide(Int128(x), op, Int128(y))
        }
        if a.asInt == nil || b.asInt == nil, let x = a.asWideInt, let y = b.asWideInt { return wide(x, op, y) }
        if let x = a.asDouble, let y = b.asDouble { return floats(x, op, y) }
        if let x = a.asComplex, let y = b.asComplex { return complexes(x, op, y) }
        switch (a, op, b) {
        case (.string(let x, _), .add, .string(let y, _)): return .string(PythonText(utf8: x.utf8 + y.utf8), kindU: false)
        case (.bytes(let x), .add, .bytes(let y)): return .bytes(x + y)
        case (.tuple(let x), .add, .tuple(let y)): return .tuple(x + y)
        case (_, .multiply, _):
            if let count = b.asInt { return repeated(a, count) }
            if let count = a.asInt { return repeated(b, count) }
            return nil
        default: return nil
        }
    }

    private static func repeated(_ value: Constant, _ count: Int) -> Constant? {
        // Not folded by CPython either: it shows in warnings.
        if count < 0 { return nil }
        let times = count
        switch value {
        case .string(let text, _):
            guard let bytes = repeated(text.utf8, times, longestString) else { return nil }
            return .string(PythonText(utf8: bytes), kindU: false)
        case .bytes(let bytes): return repeated(bytes, times, longestString).map { .bytes($0) }
        case .tuple(let items):
            for item in items { if case .tuple = item { return nil } }
            return repeated(items, times, longestTuple).map { .tuple($0) }
        default: return nil
        }
    }

    private static func repeated<Element>(_ items: [Element], _ times: Int, _ limit: Int) -> [Element]? {
        let (total, overflow) = items.count.multipliedReportingOverflow(by: times)
        if overflow || total > limit { return nil }
        var result: [Element] = []
        result.reserveCapacity(total)
        if !items.isEmpty { for _ in 0..<times { result += items } }
        return result
    }

    private static func booleans(_ x: Int, _ op: BinaryOperator, _ y: Int) -> Constant? {
        switch op {
        case .bitAnd: return x & y != 0 ? .true : .false
        case .bitOr: return x | y != 0 ? .true : .false
        case .bitXor: return x ^ y != 0 ? .true : .false
        default: return nil
        }
    }

    private static func integers(_ x: Int, _ op: BinaryOperator, _ y: Int) -> Constant? {
        func checked(_ result: (partialValue: Int, overflow: Bool)) -> Constant? { result.overflow ? nil : .int(result.partialValue) }
        switch op {
        case .add: return checked(x.addingReportingOverflow(y))
        case .subtract: return checked(x.subtractingReportingOverflow(y))
        case .multiply: return checked(x.multipliedReportingOverflow(by: y))
        case .divide:
            // Both must be exact as floats, or the quotient would be rounded twice.
            guard y != 0, x.magnitude <= 1 << 53, y.magnitude <= 1 << 53 else { return nil }
            return .float(bits: (Double(x) / Double(y)).bitPattern)
        case .floorDivide:
            guard y != 0, !(x == .min && y == -1) else { return nil }
            let quotient = x / y
            return .int(x % y != 0 && (x < 0) != (y < 0) ? quotient - 1 : quotient)
        case .modulo:
            guard y != 0 else { return nil }
            if y == -1 { return .int(0) }
            let rest = x % y
            return .int(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest)
        case .power:
            guard y >= 0 else {
                guard x != 0, x.magnitude <= 1 << 53, y > -2000 else { return nil }
                if case .value(let result) = FloatArithmetic.power(Double(x), Double(y)) { return .float(bits: result.bitPattern) }
                return nil
            }
            return power(x, y)
        case .leftShift:
            guard y >= 0, y < 63 else { return x == 0 && y >= 0 ? .int(0) : nil }
            let result = x << y
            return result >> y == x ? .int(result) : nil
        case .rightShift:
            guard y >= 0 else { return nil }
            return .int(x >> min(y, 63))
        case .bitOr: return .int(x | y)
        case .bitXor: return .int(x ^ y)
        case .bitAnd: return .int(x & y)
        case .matrixMultiply: return nil
        }
    }

    /// Results of more than 64 bits, up to 126. Constants are never that large and negative.
    private static func wide(_ x: Int128, _ op: BinaryOperator, _ y: Int128) -> Constant? {
        let result: (partialValue: Int128, overflow: Bool)
        switch op {
        case .add: result = x.addingReportingOverflow(y)
        case .subtract: result = x.subtractingReportingOverflow(y)
        case .multiply: result = x.multipliedReportingOverflow(by: y)
        case .power:
            guard y >= 0, y < 127 else { return nil }
            var product: (partialValue: Int128, overflow: Bool) = (1, false)
            for _ in 0..<Int(y) where !product.overflow { product = product.partialValue.multipliedReportingOverflow(by: x) }
            result = product
        case .leftShift:
            guard x >= 0, y >= 0, y < 127, x.leadingZeroBitCount > Int(y) + 1 else { return nil }
            result = (x << y, false)
        case .rightShift:
            guard y >= 0 else { return nil }
            result = (x >> min(y, 127), false)
        case .bitAnd: result = (x & y, false)
        case .bitOr: result = (x | y, false)
        case .bitXor: result = (x ^ y, false)
        default: return nil
        }
        if result.overflow { return nil }
        let value = result.partialValue
        if let small = Int(exactly: value) { return .int(small) }
        guard value > 0, value < 1 << 126 else { return nil }
        var digits: [UInt32] = []
        var rest = value
        while rest > 0 {
            digits.append(UInt32(truncatingIfNeeded: rest & 0x3FFF_FFFF))
            rest >>= 30
        }
        return .bigInt(digits)
    }

    private static func power(_ x: Int, _ y: Int) -> Constant? {
        if x == 0 || x == 1 { return .int(y == 0 ? 1 : x) }
        if x == -1 { return .int(y & 1 == 0 ? 1 : -1) }
        guard y < 64 else { return nil }
        var result = 1
        for _ in 0..<y {
            let (product, overflow) = result.multipliedReportingOverflow(by: x)
            if overflow { return nil }
            result = product
        }
        return .int(result)
    }

    private static func floats(_ x: Double, _ op: BinaryOperator, _ y: Double) -> Constant? {
        let result: Double
        switch op {
        case .add: result = x + y
        case .subtract: result = x - y
        case .multiply: result = x * y
        case .divide:
            guard y != 0 else { return nil }
            result = x / y
        case .floorDivide:
            guard y != 0 else { return nil }
            result = FloatArithmetic.floorDivide(x, y)
        case .modulo:
            guard y != 0 else { return nil }
            result = FloatArithmetic.remainder(x, y)
        case .power:
            guard case .value(let value) = FloatArithmetic.power(x, y) else { return nil }
            result = value
        default: return nil
        }
        return .float(bits: result.bitPattern)
    }

    private static func complexes(_ x: (Double, Double), _ op: BinaryOperator, _ y: (Double, Double)) -> Constant? {
        switch op {
        case .add: return .complex(realBits: (x.0 + y.0).bitPattern, imaginaryBits: (x.1 + y.1).bitPattern)
        case .subtract: return .complex(realBits: (x.0 - y.0).bitPattern, imaginaryBits: (x.1 - y.1).bitPattern)
        default: return nil
        }
    }

    /// `container[key]`
    static func `subscript`(_ container: Constant, _ key: Constant) -> Constant? {
        guard var index = key.asInt else { return nil }
        switch container {
        case .tuple(let items):
            if index < 0 { index += items.count }
            return items.indices.contains(index) ? items[index] : nil
        case .bytes(let bytes):
            if index < 0 { index += bytes.count }
            return bytes.indices.contains(index) ? .int(Int(bytes[index])) : nil
        case .string(let text, _):
            // Only where characters are bytes.
            guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
            if index < 0 { index += text.utf8.count }
            return text.utf8.indices.contains(index) ? .string(PythonText(utf8: [text.utf8[index]]), kindU: false) : nil
        default: return nil
        }
    }
}

extension Constant {
    /// The value of an int (of 64 bits) or bool.
    var asInt: Int? {
        switch self {
        case .int(let value): return value
        case .true: return 1
        case .false: return 0
        default: return nil
        }
    }

    /// The value of an int of up to 120 bits, or a bool.
    var asWideInt: Int128? {
        if let value = asInt { return Int128(value) }
        guard case .bigInt(let digits) = self, digits.count <= 4 else { return nil }
        var value: Int128 = 0
        for digit in digits.reversed() { value = value << 30 | Int128(digit) }
        return value
    }

    /// The value of a float, or of an int that is one exactly.
    var asDouble: Double? {
        if case .float(let bits) = self { return Double(bitPattern: bits) }
        if let value = asInt, value.magnitude <= 1 << 53 { return Double(value) }
        return nil
    }

    var asComplex: (Double, Double)? {
        if case .complex(let real, let imaginary) = self { return (Double(bitPattern: real), Double(bitPattern: imaginary)) }
        return asDouble.map { ($0, 0) }
    }

    /// Constants that compare equal in Python have the same key.
    var comparisonKey: Constant {
        switch self {
        case .true: return .int(1)
        case .false: return .int(0)
        case .float(let bits):
            let value = Double(bitPattern: bits)
            return Int(exactly: value).map { .int($0) } ?? self
        case .complex(let real, let imaginary):
            if Double(bitPattern: imaginary) == 0 { return Constant.float(bits: real).comparisonKey }
            return self
        case .string(let text, _): return .string(text, kindU: false)
        default: return self
        }
    }
}
