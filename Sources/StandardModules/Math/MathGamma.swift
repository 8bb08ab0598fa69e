// gamma and lgamma by Lanczos's approximation, in the form that Godfrey computed for 13 terms (it is Boost's "lanczos13m53"): a quotient
// of two polynomials whose denominators are exact. The reflection formula serves negative numbers. Whole numbers up to 23 have exact
// results in a table.

import CPythonABI
import Glibc
import Runtime

enum MathGamma {
    private static var g: Double { 6.024680040776729583740234375 }
    private static var gMinusHalf: Double { 5.524680040776729583740234375 }

    private static let numerator: InlineArray<13, Double> = [
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ]
    private static let denominator: InlineArray<13, Double> = [
        0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
    ]
    /// The sum for a positive number. Past 5 the polynomials are in 1/x, so that neither overflows.
    private static func sum(_ x: Double) -> Double {
        var (top, bottom) = (0.0, 0.0)
        if x < 5 {
            var index = 12
            while index >= 0 {
                top = top * x + numerator[index]
                bottom = bottom * x + denominator[index]
                index -= 1
            }
        } else {
            for index in 0..<13 {
                top = top / x + numerator[index]
                bottom = bottom / x + denominator[index]
            }
        }
        return top / bottom
    }
    /// sin(pi * x), exact at halves.
    private static func sinPi(_ x: Double) -> Double {
        let y = fmod(x.magnitude, 2)
        let result: Double
        switch Int((2 * y).rounded()) {
        case 0: result = sin(Double.pi * y)
        case 1: result = cos(Double.pi * (y - 0.5))
        case 2: result = sin(Double.pi * (1 - y))
        case 3: result = -cos(Double.pi * (y - 1.5))
        default: result = sin(Double.pi * (y - 2))
        }
        return copysign(1, x) * result
    }

    private static func gamma(_ x: Double) throws(Raised) -> Double {
        if !x.isFinite {
            if x.isNaN || x > 0 { return x }
            throw MathErrors.domain()
        }
        if x == 0 { throw MathErrors.domain() }
        if x == x.rounded(.down) {
            if x < 0 { throw MathErrors.domain() }
            if x <= 23 {
                var (result, factor) = (1.0, 2.0)
                while factor < x {
                    result *= factor
                    factor += 1
                }
                return result
            }
        }
        let magnitude = x.magnitude
        if magnitude < 1e-20 {
            let result = 1 / x
            if result.isInfinite { throw MathErrors.range() }
            return result
        }
        if magnitude > 200 {
            if x < 0 { return 0 / sinPi(x) }
            throw MathErrors.range()
        }
        // The argument of the power, and what rounding took from it.
        let y = magnitude + gMinusHalf
        let lost: Double
        if magnitude > gMinusHalf {
            let q = y - magnitude
            lost = q - gMinusHalf
        } else {
            let q = y - gMinusHalf
            lost = q - magnitude
        }
        var correction = lost * g / y
        var result: Double
        if x < 0 {
            result = -Double.pi / sinPi(magnitude) / magnitude * exp(y) / sum(magnitude)
            result -= correction * result
            if magnitude < 140 {
                result /= pow(y, magnitude - 0.5)
            } else {
                let root = pow(y, magnitude / 2 - 0.25)
                result /= root
                result /= root
            }
        } else {
            result = sum(magnitude) / exp(y)
            correction *= result
            result += correction
            if magnitude < 140 {
                result *= pow(y, magnitude - 0.5)
            } else {
                let root = pow(y, magnitude / 2 - 0.25)
                result *= root
                result *= root
            }
        }
        if result.isInfinite { throw MathErrors.range() }
        return result
    }

    private static func logGamma(_ x: Double) throws(Raised) -> Double {
        if !x.isFinite { return x.isNaN ? x : .infinity }
        if x == x.rounded(.down) && x <= 2 {
            if x <= 0 { throw MathErrors.domain() }
            return 0
        }
        let magnitude = x.magnitude
        if magnitude < 1e-20 { return -log(magnitude) }
        var result = log(sum(magnitude)) - g
        result += (magnitude - 0.5) * (log(magnitude + g - 0.5) - 1)
        if x < 0 { result = log(Double.pi) - log(sinPi(magnitude).magnitude) - log(magnitude) - result }
        if result.isInfinite { throw MathErrors.range() }
        return result
    }

    static func add(_ module: ModuleBuilder) {
        module.function("gamma", .one { (_, x) throws(Raised) -> Ref in .float(try gamma(try FloatConversion.number(x))) }, MathDocs.gamma)
        module.function("lgamma", .one { (_, x) throws(Raised) -> Ref in .float(try logGamma(try FloatConversion.number(x))) }, MathDocs.lgamma)
    }
}
