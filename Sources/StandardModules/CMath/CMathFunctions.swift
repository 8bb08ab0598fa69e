// The functions themselves. Where an intermediate result could overflow, the argument is scaled down first.

import Glibc
import Numerics
import Runtime

enum CMathFunctions {
    /// Above this, squares overflow.
    private static var large: Double { Double.greatestFiniteMagnitude / 4 }
    private static var ln2: Double { 0.6931471805599453094 }
    /// Above this, exp overflows.
    private static var logLarge: Double { Glibc.log(large) }

    private static func finite(_ z: Complex) -> Bool { z.real.isFinite && z.imaginary.isFinite }
    private static func special(_ table: CMathSpecial.Table, _ z: Complex) throws(Raised) -> Complex {
        try CMathSpecial.lookup(table, z)
    }

    static func sqrt(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) { return try special(CMathSpecial.sqrt, z) }
        if z.real == 0 && z.imaginary == 0 { return Complex(0, z.imaginary) }
        var (x, y) = (z.real.magnitude, z.imaginary.magnitude)
        let s: Double
        if x < Double.leastNormalMagnitude && y < Double.leastNormalMagnitude && (x > 0 || y > 0) {
            x = scalbn(x, 53)
            s = scalbn((x + hypot(x, scalbn(y, 53))).squareRoot(), -27)
        } else {
            x /= 8
            s = 2 * (x + hypot(x, y / 8)).squareRoot()
        }
        y = y / (2 * s)
        return z.real >= 0 ? Complex(s, copysign(y, z.imaginary)) : Complex(y, copysign(s, z.imaginary))
    }

    static func log(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) { return try special(CMathSpecial.log, z) }
        let (x, y) = (z.real.magnitude, z.imaginary.magnitude)
        let real: Double
        if x > large || y > large {
            real = Glibc.log(hypot(x / 2, y / 2)) + ln2
        } else if x < Double.leastNormalMagnitude && y < Double.leastNormalMagnitude {
            if x == 0 && y == 0 { throw MathErrors.domain() }
            real = Glibc.log(hypot(scalbn(x, 53), scalbn(y, 53))) - 53 * ln2
        } else {
            let h = hypot(x, y)
            if h >= 0.71 && h <= 1.73 {
                // Near 1 the difference from it counts.
                let (big, small) = (max(x, y), min(x, y))
                real = log1p((big - 1) * (big + 1) + small * small) / 2
            } else {
                real = Glibc.log(h)
            }
        }
        return Complex(real, Glibc.atan2(z.imaginary, z.real))
    }

    static func exp(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) {
            if z.imaginary.isInfinite && (z.real.isFinite || z.real == .infinity) { throw MathErrors.domain() }
            if z.real.isInfinite && z.imaginary.isFinite && z.imaginary != 0 {
                let length = z.real > 0 ? Double.infinity : 0
                return Complex(copysign(length, Glibc.cos(z.imaginary)), copysign(length, Glibc.sin(z.imaginary)))
            }
            return try special(CMathSpecial.exp, z)
        }
        let (c, s) = (Glibc.cos(z.imaginary), Glibc.sin(z.imaginary))
        let result: Complex
        if z.real > logLarge {
            let length = Glibc.exp(z.real - 1)
            result = Complex(length * c * M_E, length * s * M_E)
        } else {
            let length = Glibc.exp(z.real)
            result = Complex(length * c, length * s)
        }
        if result.real.isInfinite || result.imaginary.isInfinite { throw MathErrors.range() }
        return result
    }

    static func cosh(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) {
            if z.imaginary.isInfinite && !z.real.isNaN { throw MathErrors.domain() }
            if z.real.isInfinite && z.imaginary.isFinite && z.imaginary != 0 {
                let real = copysign(Double.infinity, Glibc.cos(z.imaginary))
                let imaginary = copysign(Double.infinity, Glibc.sin(z.imaginary))
                return Complex(real, z.real > 0 ? imaginary : -imaginary)
            }
            return try special(CMathSpecial.cosh, z)
        }
        let (c, s) = (Glibc.cos(z.imaginary), Glibc.sin(z.imaginary))
        let result: Complex
        if z.real.magnitude > logLarge {
            let x = z.real - copysign(1, z.real)
            result = Complex(c * Glibc.cosh(x) * M_E, s * Glibc.sinh(x) * M_E)
        } else {
            result = Complex(c * Glibc.cosh(z.real), s * Glibc.sinh(z.real))
        }
        if result.real.isInfinite || result.imaginary.isInfinite { throw MathErrors.range() }
        return result
    }
    static func sinh(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) {
            if z.imaginary.isInfinite && !z.real.isNaN { throw MathErrors.domain() }
            if z.real.isInfinite && z.imaginary.isFinite && z.imaginary != 0 {
                let real = copysign(Double.infinity, Glibc.cos(z.imaginary))
                let imaginary = copysign(Double.infinity, Glibc.sin(z.imaginary))
                return Complex(z.real > 0 ? real : -real, imaginary)
            }
            return try special(CMathSpecial.sinh, z)
        }
        let (c, s) = (Glibc.cos(z.imaginary), Glibc.sin(z.imaginary))
        let result: Complex
        if z.real.magnitude > logLarge {
            let x = z.real - copysign(1, z.real)
            result = Complex(c * Glibc.sinh(x) * M_E, s * Glibc.cosh(x) * M_E)
        } else {
            result = Complex(c * Glibc.sinh(z.real), s * Glibc.cosh(z.real))
        }
        if result.real.isInfinite || result.imaginary.isInfinite { throw MathErrors.range() }
        return result
    }
    static func tanh(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) {
            if z.imaginary.isInfinite && z.real.isFinite { throw MathErrors.domain() }
            if z.real.isInfinite && z.imaginary.isFinite && z.imaginary != 0 {
                let sign = 2 * Glibc.sin(z.imaginary) * Glibc.cos(z.imaginary)
                return Complex(z.real > 0 ? 1 : -1, copysign(0, sign))
            }
            return try special(CMathSpecial.tanh, z)
        }
        if z.real.magnitude > logLarge {
            return Complex(
                copysign(1, z.real),
                4 * Glibc.sin(z.imaginary) * Glibc.cos(z.imaginary) * Glibc.exp(-2 * z.real.magnitude))
        }
        let tx = Glibc.tanh(z.real)
        let ty = Glibc.tan(z.imaginary)
        let cx = 1 / Glibc.cosh(z.real)
        let txty = tx * ty
        let denominator = 1 + txty * txty
        return Complex(tx * (1 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)
    }

    // Those of circles are those of hyperbolas turned by a right angle.
    static func cos(_ z: Complex) throws(Raised) -> Complex { try cosh(Complex(-z.imaginary, z.real)) }
    static func sin(_ z: Complex) throws(Raised) -> Complex {
        let r = try sinh(Complex(-z.imaginary, z.real))
        return Complex(r.imaginary, -r.real)
    }
    static func tan(_ z: Complex) throws(Raised) -> Complex {
        let r = try tanh(Complex(-z.imaginary, z.real))
        return Complex(r.imaginary, -r.real)
    }
    static func asin(_ z: Complex) throws(Raised) -> Complex {
        let r = try asinh(Complex(-z.imaginary, z.real))
        return Complex(r.imaginary, -r.real)
    }
    static func atan(_ z: Complex) throws(Raised) -> Complex {
        let r = try atanh(Complex(-z.imaginary, z.real))
        return Complex(r.imaginary, -r.real)
    }

    static func acos(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) { return try special(CMathSpecial.acos, z) }
        if z.real.magnitude > large || z.imaginary.magnitude > large {
            let length = Glibc.log(hypot(z.real / 2, z.imaginary / 2)) + ln2 * 2
            return Complex(
                Glibc.atan2(z.imaginary.magnitude, z.real), z.real < 0 ? -copysign(length, z.imaginary) : copysign(length, -z.imaginary))
        }
        let a = try sqrt(Complex(1 - z.real, -z.imaginary))
        let b = try sqrt(Complex(1 + z.real, z.imaginary))
        return Complex(2 * Glibc.atan2(a.real, b.real), Glibc.asinh(b.real * a.imaginary - b.imaginary * a.real))
    }
    static func acosh(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) { return try special(CMathSpecial.acosh, z) }
        if z.real.magnitude > large || z.imaginary.magnitude > large {
            return Complex(Glibc.log(hypot(z.real / 2, z.imaginary / 2)) + ln2 * 2, Glibc.atan2(z.imaginary, z.real))
        }
        let a = try sqrt(Complex(z.real - 1, z.imaginary))
        let b = try sqrt(Complex(z.real + 1, z.imaginary))
        return Complex(Glibc.asinh(a.real * b.real + a.imaginary * b.imaginary), 2 * Glibc.atan2(a.imaginary, b.real))
    }
    static func asinh(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) { return try special(CMathSpecial.asinh, z) }
        if z.real.magnitude > large || z.imaginary.magnitude > large {
            let length = Glibc.log(hypot(z.real / 2, z.imaginary / 2)) + ln2 * 2
            return Complex(copysign(length, z.real), Glibc.atan2(z.imaginary, z.real.magnitude))
        }
        let a = try sqrt(Complex(1 + z.imaginary, -z.real))
        let b = try sqrt(Complex(1 - z.imaginary, z.real))
        return Complex(
            Glibc.asinh(a.real * b.imaginary - b.real * a.imaginary),
            Glibc.atan2(z.imaginary, a.real * b.real - a.imaginary * b.imaginary))
    }
    static func atanh(_ z: Complex) throws(Raised) -> Complex {
        if !finite(z) { return try special(CMathSpecial.atanh, z) }
        // An odd function: the right half of the plane is enough.
        if z.real < 0 || (z.real == 0 && z.real.sign == .minus) {
            let r = try atanh(Complex(-z.real, -z.imaginary))
            return Complex(-r.real, -r.imaginary)
        }
        let y = z.imaginary.magnitude
        let rootLarge = large.squareRoot()
        let rootSmall = Double.leastNormalMagnitude.squareRoot()
        if z.real > rootLarge || y > rootLarge {
            let h = hypot(z.real / 2, z.imaginary / 2)
            return Complex(z.real / 4 / h / h, -copysign(Double.pi / 2, -z.imaginary))
        }
        if z.real == 1 && y < rootSmall {
            if y == 0 { throw MathErrors.domain() }
            return Complex(
                -Glibc.log(y.squareRoot() / hypot(y, 2).squareRoot()), copysign(Glibc.atan2(2, -y) / 2, z.imaginary))
        }
        return Complex(
            log1p(4 * z.real / ((1 - z.real) * (1 - z.real) + y * y)) / 4,
            -Glibc.atan2(-2 * z.imaginary, (1 - z.real) * (1 + z.real) - y * y) / 2)
    }
}
