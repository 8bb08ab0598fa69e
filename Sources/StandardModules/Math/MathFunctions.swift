// Functions of math that are functions of the C library, with Python's errors: a NaN out of numbers is a ValueError, an infinity out
// of finite numbers an OverflowError, or a ValueError where the function has a pole.

import CPythonABI
import Glibc
import Runtime

enum MathFunctions {
    /// The result of a function of one argument, checked.
    @inline(__always) private static func checked(_ result: Double, _ x: Double, overflows: Bool) throws(Raised) -> Ref {
        if result.isNaN && !x.isNaN { throw MathErrors.domain() }
        if result.isInfinite && x.isFinite { throw overflows ? MathErrors.range() : MathErrors.domain() }
        return .float(result)
    }
    @inline(__always) private static func number(_ value: Value) throws(Raised) -> Double {
        value.isImmediateFloat ? value.immediateFloat : try FloatConversion.number(value)
    }

    static func add(_ module: ModuleBuilder) {
        addElementary(module)
        addLogarithms(module)
        addPairs(module)
        addParts(module)
        addPredicates(module)
    }

    private static func addElementary(_ module: ModuleBuilder) {
        module.function("acos", .one { (_, x) throws(Raised) -> Ref in try checked(acos(try number(x)), try number(x), overflows: false) }, MathDocs.acos)
        module.function("acosh", .one { (_, x) throws(Raised) -> Ref in try checked(acosh(try number(x)), try number(x), overflows: false) }, MathDocs.acosh)
        module.function("asin", .one { (_, x) throws(Raised) -> Ref in try checked(asin(try number(x)), try number(x), overflows: false) }, MathDocs.asin)
        module.function("asinh", .one { (_, x) throws(Raised) -> Ref in try checked(asinh(try number(x)), try number(x), overflows: false) }, MathDocs.asinh)
        module.function("atan", .one { (_, x) throws(Raised) -> Ref in try checked(atan(try number(x)), try number(x), overflows: false) }, MathDocs.atan)
        module.function("atanh", .one { (_, x) throws(Raised) -> Ref in try checked(atanh(try number(x)), try number(x), overflows: false) }, MathDocs.atanh)
        module.function("cbrt", .one { (_, x) throws(Raised) -> Ref in try checked(cbrt(try number(x)), try number(x), overflows: false) }, MathDocs.cbrt)
        module.function("cos", .one { (_, x) throws(Raised) -> Ref in try checked(cos(try number(x)), try number(x), overflows: false) }, MathDocs.cos)
        module.function("cosh", .one { (_, x) throws(Raised) -> Ref in try checked(cosh(try number(x)), try number(x), overflows: true) }, MathDocs.cosh)
        module.function("erf", .one { (_, x) throws(Raised) -> Ref in .float(erf(try number(x))) }, MathDocs.erf)
        module.function("erfc", .one { (_, x) throws(Raised) -> Ref in .float(erfc(try number(x))) }, MathDocs.erfc)
        module.function("exp", .one { (_, x) throws(Raised) -> Ref in try checked(exp(try number(x)), try number(x), overflows: true) }, MathDocs.exp)
        module.function("exp2", .one { (_, x) throws(Raised) -> Ref in try checked(exp2(try number(x)), try number(x), overflows: true) }, MathDocs.exp2)
        module.function("expm1", .one { (_, x) throws(Raised) -> Ref in try checked(expm1(try number(x)), try number(x), overflows: true) }, MathDocs.expm1)
        module.function("fabs", .one { (_, x) throws(Raised) -> Ref in .float(try number(x).magnitude) }, MathDocs.fabs)
        module.function("log1p", .one { (_, x) throws(Raised) -> Ref in try checked(log1p(try number(x)), try number(x), overflows: false) }, MathDocs.log1p)
        module.function("sin", .one { (_, x) throws(Raised) -> Ref in try checked(sin(try number(x)), try number(x), overflows: false) }, MathDocs.sin)
        module.function("sinh", .one { (_, x) throws(Raised) -> Ref in try checked(sinh(try number(x)), try number(x), overflows: true) }, MathDocs.sinh)
        module.function("sqrt", .one { (_, x) throws(Raised) -> Ref in try checked(try number(x).squareRoot(), try number(x), overflows: false) }, MathDocs.sqrt)
        module.function("tan", .one { (_, x) throws(Raised) -> Ref in try checked(tan(try number(x)), try number(x), overflows: false) }, MathDocs.tan)
        module.function("tanh", .one { (_, x) throws(Raised) -> Ref in try checked(tanh(try number(x)), try number(x), overflows: false) }, MathDocs.tanh)
        module.function("degrees", .one { (_, x) throws(Raised) -> Ref in .float(try number(x) * (180 / Double.pi)) }, MathDocs.degrees)
        module.function("radians", .one { (_, x) throws(Raised) -> Ref in .float(try number(x) * (Double.pi / 180)) }, MathDocs.radians)
    }

    // MARK: Logarithms

    private enum Base { case natural, two, ten }
    private static func logarithm(_ x: Double, _ base: Base) throws(Raised) -> Double {
        if x.isNaN || x == .infinity { return x }
        if x <= 0 { throw MathErrors.domain() }
        switch base {
        case .natural: return log(x)
        case .two: return log2(x)
        case .ten: return log10(x)
        }
    }
    /// Of any number; ints may be too large for floats.
    private static func logarithm(_ value: Value, _ base: Base) throws(Raised) -> Double {
        guard IntObject.isInstance(value) else { return try logarithm(try number(value), base) }
        if IntObject.sign(value) <= 0 { throw MathErrors.domain() }
        if let x = IntObject.double(value) { return try logarithm(x, base) }
        let (mantissa, exponent) = try IntArithmetic.frexp(value)
        switch base {
        case .natural: return log(mantissa) + log(2.0) * Double(exponent)
        case .two: return log2(mantissa) + log2(2.0) * Double(exponent)
        case .ten: return log10(mantissa) + log10(2.0) * Double(exponent)
        }
    }
    private static func addLogarithms(_ module: ModuleBuilder) {
        module.function(
            "log",
            .raw { (_, arguments) throws(Raised) -> Ref in
                if arguments.keywordCount != 0 { throw raise(.typeError, "log() takes no keyword arguments") }
                guard arguments.count == 1 || arguments.count == 2 else {
                    throw raise(.typeError, "math.log requires 1 to 2 arguments")
                }
                let x = try logarithm(arguments[0], .natural)
                if arguments.count == 1 { return .float(x) }
                let base = try logarithm(arguments[1], .natural)
                return try FloatArithmetic.divide(x, base)
            }, MathDocs.log)
        module.function("log2", .one { (_, x) throws(Raised) -> Ref in .float(try logarithm(x, .two)) }, MathDocs.log2)
        module.function("log10", .one { (_, x) throws(Raised) -> Ref in .float(try logarithm(x, .ten)) }, MathDocs.log10)
    }

    // MARK: Two arguments

    private static func addPairs(_ module: ModuleBuilder) {
        func pair(_ name: StaticString, _ doc: FunctionDoc, _ body: @escaping (Value, Arguments) throws(Raised) -> Ref) {
            module.function(name, .positional(minimum: 2, maximum: 2, body), doc)
        }
        pair("atan2", MathDocs.atan2) { (_, a) throws(Raised) -> Ref in .float(atan2(try number(a[0]), try number(a[1]))) }
        pair("copysign", MathDocs.copysign) { (_, a) throws(Raised) -> Ref in .float(copysign(try number(a[0]), try number(a[1]))) }
        pair("nextafter", MathDocs.nextafter) { (_, a) throws(Raised) -> Ref in .float(nextafter(try number(a[0]), try number(a[1]))) }
        pair("fmod", MathDocs.fmod) { (_, a) throws(Raised) -> Ref in
            let (x, y) = (try number(a[0]), try number(a[1]))
            if y.isInfinite && x.isFinite { return .float(x) }
            let result = fmod(x, y)
            if result.isNaN && !x.isNaN && !y.isNaN { throw MathErrors.domain() }
            return .float(result)
        }
        pair("remainder", MathDocs.remainder) { (_, a) throws(Raised) -> Ref in
            let (x, y) = (try number(a[0]), try number(a[1]))
            if y.isInfinite && x.isFinite { return .float(x) }
            let result = remainder(x, y)
            if result.isNaN && !x.isNaN && !y.isNaN { throw MathErrors.domain() }
            return .float(result)
        }
        pair("pow", MathDocs.pow) { (_, a) throws(Raised) -> Ref in
            let (x, y) = (try number(a[0]), try number(a[1]))
            let result = pow(x, y)
            if x.isFinite && y.isFinite {
                if result.isNaN { throw MathErrors.domain() }
                if result.isInfinite { throw x == 0 ? MathErrors.domain() : MathErrors.range() }
            }
            return .float(result)
        }
        pair("ldexp", MathDocs.ldexp) { (_, a) throws(Raised) -> Ref in
            let x = try number(a[0])
            guard IntObject.isInstance(a[1]) else { throw raise(.typeError, "Expected an int as second argument to ldexp.") }
            let power = IntObject.word(a[1]) ?? (IntObject.sign(a[1]) < 0 ? Int.min : Int.max)
            if x == 0 || !x.isFinite { return .float(x) }
            if power < -5000 { return .float(copysign(0, x)) }
            let result = power > 5000 ? Double.infinity : scalbn(x, power)
            if result.isInfinite { throw MathErrors.range() }
            return .float(result)
        }
    }

    // MARK: Parts of floats

    private static func addParts(_ module: ModuleBuilder) {
        module.function(
            "frexp",
            .one { (_, x) throws(Raised) -> Ref in
                let x = try number(x)
                if x == 0 || !x.isFinite { return TupleObject.make(Value(float: x), Value(smallInt: 0)) }
                let exponent = Int(x.exponent) + 1
                return TupleObject.make(Value(float: scalbn(x, -exponent)), Value(smallInt: exponent))
            }, MathDocs.frexp)
        module.function(
            "modf",
            .one { (_, x) throws(Raised) -> Ref in
                let x = try number(x)
                if x.isNaN { return TupleObject.make(Value(float: x), Value(float: x)) }
                if x.isInfinite { return TupleObject.make(Value(float: copysign(0, x)), Value(float: x)) }
                let whole = x.rounded(.towardZero)
                return TupleObject.make(Value(float: copysign(x - whole, x)), Value(float: whole))
            }, MathDocs.modf)
        module.function(
            "ulp",
            .one { (_, x) throws(Raised) -> Ref in
                let x = try number(x).magnitude
                if !x.isFinite { return .float(x) }
                let next = nextafter(x, Double.infinity)
                return .float(next.isInfinite ? x - nextafter(x, -Double.infinity) : next - x)
            }, MathDocs.ulp)
    }

    private static func addPredicates(_ module: ModuleBuilder) {
        module.function("isfinite", .one { (_, x) throws(Raised) -> Ref in .bool(try number(x).isFinite) }, MathDocs.isfinite)
        module.function("isinf", .one { (_, x) throws(Raised) -> Ref in .bool(try number(x).isInfinite) }, MathDocs.isinf)
        module.function("isnan", .one { (_, x) throws(Raised) -> Ref in .bool(try number(x).isNaN) }, MathDocs.isnan)
        module.function(
            "isclose",
            .bound { (_, arguments) throws(Raised) -> Ref in
                let (a, b) = (try number(arguments[0]), try number(arguments[1]))
                let relative = arguments[2].isNull ? 1e-9 : try number(arguments[2])
                let absolute = arguments[3].isNull ? 0 : try number(arguments[3])
                if relative < 0 || absolute < 0 { throw raise(.valueError, "tolerances must be non-negative") }
                if a == b { return .bool(true) }
                if a.isInfinite || b.isInfinite { return .bool(false) }
                let difference = (b - a).magnitude
                return .bool(
                    difference <= (relative * b).magnitude || difference <= (relative * a).magnitude || difference <= absolute)
            }, MathDocs.isclose)
    }
}
