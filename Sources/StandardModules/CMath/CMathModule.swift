// The module cmath: elementary functions of complex numbers.
//
// The formulas are Kahan's ("Branch Cuts for Complex Elementary Functions", 1987); arguments that are not finite are answered from the
// tables of `CMathSpecial`.

import CPythonABI
import Glibc
import Numerics
import Runtime

typealias Complex = ComplexArithmetic.Complex

enum CMathModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(CMathDocs.module)
        module.set("pi", float: Double.pi)
        module.set("e", float: 2.718281828459045)
        module.set("tau", float: 2 * Double.pi)
        module.set("inf", float: Double.infinity)
        module.set("nan", float: Double.nan)
        let infinity = ComplexObject.make(0, .infinity)
        module.set("infj", infinity.value)
        let nan = ComplexObject.make(0, .nan)
        module.set("nanj", nan.value)

        function(module, "acos", CMathDocs.acos, CMathFunctions.acos)
        function(module, "acosh", CMathDocs.acosh, CMathFunctions.acosh)
        function(module, "asin", CMathDocs.asin, CMathFunctions.asin)
        function(module, "asinh", CMathDocs.asinh, CMathFunctions.asinh)
        function(module, "atan", CMathDocs.atan, CMathFunctions.atan)
        function(module, "atanh", CMathDocs.atanh, CMathFunctions.atanh)
        function(module, "cos", CMathDocs.cos, CMathFunctions.cos)
        function(module, "cosh", CMathDocs.cosh, CMathFunctions.cosh)
        function(module, "exp", CMathDocs.exp, CMathFunctions.exp)
        function(module, "sin", CMathDocs.sin, CMathFunctions.sin)
        function(module, "sinh", CMathDocs.sinh, CMathFunctions.sinh)
        function(module, "sqrt", CMathDocs.sqrt, CMathFunctions.sqrt)
        function(module, "tan", CMathDocs.tan, CMathFunctions.tan)
        function(module, "tanh", CMathDocs.tanh, CMathFunctions.tanh)
        function(module, "log10", CMathDocs.log10) { (z) throws(Raised) -> Complex in
            let result = try CMathFunctions.log(z)
            return Complex(result.real / Glibc.log(10.0), result.imaginary / Glibc.log(10.0))
        }
        module.function("log", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let z = try CMathFunctions.log(try ComplexNew.number(a[0]))
            if a.count == 1 { return ComplexObject.make(z) }
            let base = try CMathFunctions.log(try ComplexNew.number(a[1]))
            guard let quotient = ComplexArithmetic.divide(z, base) else { throw MathErrors.domain() }
            return ComplexObject.make(quotient)
        }, CMathDocs.log)
        addPolar(module)
        addPredicates(module)
    }

    private static func function(
        _ module: ModuleBuilder, _ name: StaticString, _ doc: FunctionDoc, _ body: @escaping (Complex) throws(Raised) -> Complex
    ) {
        module.function(name, .one { (_, z) throws(Raised) -> Ref in ComplexObject.make(try body(try ComplexNew.number(z))) }, doc)
    }

    private static func addPolar(_ module: ModuleBuilder) {
        module.function("phase", .one { (_, z) throws(Raised) -> Ref in
            let z = try ComplexNew.number(z)
            let angle = Glibc.atan2(z.imaginary, z.real)
            // The C library reports an angle too small for a float.
            if angle == 0 && z.imaginary != 0 && z.real.isFinite { throw MathErrors.range() }
            return .float(angle)
        }, CMathDocs.phase)
        module.function("polar", .one { (_, z) throws(Raised) -> Ref in
            let z = try ComplexNew.number(z)
            let length = hypot(z.real, z.imaginary)
            if length.isInfinite && z.real.isFinite && z.imaginary.isFinite { throw MathErrors.range() }
            return TupleObject.make(Value(float: length), Value(float: Glibc.atan2(z.imaginary, z.real)))
        }, CMathDocs.polar)
        module.function("rect", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let (r, phi) = (try FloatConversion.number(a[0]), try FloatConversion.number(a[1]))
            if !r.isFinite || !phi.isFinite {
                if phi.isInfinite && r != 0 && !r.isNaN { throw MathErrors.domain() }
                if r.isInfinite && phi.isFinite && phi != 0 {
                    let (c, s) = (copysign(Double.infinity, Glibc.cos(phi)), copysign(Double.infinity, Glibc.sin(phi)))
                    return ComplexObject.make(r > 0 ? c : -c, r > 0 ? s : -s)
                }
                if r == 0 { return ComplexObject.make(0, 0) }
                if phi == 0 { return ComplexObject.make(r, r.isNaN ? 0 : r * phi == 0 || (r * phi).isNaN ? copysign(0, phi) * (r < 0 ? -1 : 1) : r * phi) }
                return ComplexObject.make(r.isInfinite ? .infinity : .nan, .nan)
            }
            if phi == 0 { return ComplexObject.make(r, r * phi) }
            return ComplexObject.make(r * Glibc.cos(phi), r * Glibc.sin(phi))
        }, CMathDocs.rect)
    }

    private static func addPredicates(_ module: ModuleBuilder) {
        module.function("isfinite", .one { (_, z) throws(Raised) -> Ref in
            let z = try ComplexNew.number(z)
            return .bool(z.real.isFinite && z.imaginary.isFinite)
        }, CMathDocs.isfinite)
        module.function("isinf", .one { (_, z) throws(Raised) -> Ref in
            let z = try ComplexNew.number(z)
            return .bool(z.real.isInfinite || z.imaginary.isInfinite)
        }, CMathDocs.isinf)
        module.function("isnan", .one { (_, z) throws(Raised) -> Ref in
            let z = try ComplexNew.number(z)
            return .bool(z.real.isNaN || z.imaginary.isNaN)
        }, CMathDocs.isnan)
        module.function("isclose", .bound { (_, arguments) throws(Raised) -> Ref in
            let a = try ComplexNew.number(arguments[0])
            let b = try ComplexNew.number(arguments[1])
            let relative = arguments[2].isNull ? 1e-9 : try FloatConversion.number(arguments[2])
            let absolute = arguments[3].isNull ? 0 : try FloatConversion.number(arguments[3])
            if relative < 0 || absolute < 0 { throw raise(.valueError, "tolerances must be non-negative") }
            if a.real == b.real && a.imaginary == b.imaginary { return .bool(true) }
            if a.real.isInfinite || a.imaginary.isInfinite || b.real.isInfinite || b.imaginary.isInfinite { return .bool(false) }
            let difference = hypot(a.real - b.real, a.imaginary - b.imaginary)
            return .bool(
                difference <= relative * hypot(b.real, b.imaginary) || difference <= relative * hypot(a.real, a.imaginary)
                    || difference <= absolute)
        }, CMathDocs.isclose)
    }
}
