#if canImport(Glibc)
import Glibc
#endif

/// What Python's complex numbers do beyond addition and multiplication.
public enum ComplexArithmetic {
    public struct Complex: Equatable, Sendable {
        public var real: Double
        public var imaginary: Double

        @inlinable
        public init(_ real: Double, _ imaginary: Double) {
            self.real = real
            self.imaginary = imaginary
        }

        @inlinable
        static func * (a: Complex, b: Complex) -> Complex {
            Complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
        }
    }

    @inlinable
    public static func multiply(_ a: Complex, _ b: Complex) -> Complex { a * b }

    /// a / b, or nil for b = 0 ("complex division by zero"). Scaled by the larger part of b, so that no square overflows
    /// (Smith, "Algorithm 116: Complex division", 1962).
    public static func divide(_ a: Complex, _ b: Complex) -> Complex? {
        let re = b.real.magnitude
        let im = b.imaginary.magnitude
        if re >= im {
            if re == 0 { return nil }
            let ratio = b.imaginary / b.real
            let denominator = b.real + b.imaginary * ratio
            return Complex((a.real + a.imaginary * ratio) / denominator, (a.imaginary - a.real * ratio) / denominator)
        }
        if im >= re {
            let ratio = b.real / b.imaginary
            let denominator = b.real * ratio + b.imaginary
            return Complex((a.real * ratio + a.imaginary) / denominator, (a.imaginary * ratio - a.real) / denominator)
        }
        return Complex(.nan, .nan)
    }

    public enum Power: Sendable {
        case value(Complex)
        /// ZeroDivisionError: "0.0 to a negative or complex power".
        case zeroToNegative
        /// OverflowError: "complex exponentiation".
        case overflow
    }

    /// a ** b.
    public static func power(_ a: Complex, _ b: Complex) -> Power {
        if b.real == 0 && b.imaginary == 0 { return .value(Complex(1, 0)) }
        let result: Complex
        if b.imaginary == 0 && b.real == b.real.rounded(.down) && b.real.magnitude <= 100 {
            // Small whole powers by multiplication, which keeps them exact as long as they can be.
            let n = Int(b.real)
            let positive = wholePower(a, n.magnitude)
            if n >= 0 {
                result = positive
            } else {
                guard let inverse = divide(Complex(1, 0), positive) else { return .zeroToNegative }
                result = inverse
            }
        } else if a.real == 0 && a.imaginary == 0 {
            if b.imaginary != 0 || b.real < 0 { return .zeroToNegative }
            result = Complex(0, 0)
        } else {
            let modulus = hypot(a.real, a.imaginary)
            var length = pow(modulus, b.real)
            let angle = atan2(a.imaginary, a.real)
            var phase = angle * b.real
            if b.imaginary != 0 {
                length /= exp(angle * b.imaginary)
                phase += b.imaginary * log(modulus)
            }
            // cos(inf) is a domain error, and any domain error here is reported as this one.
            if phase.isInfinite { return .zeroToNegative }
            result = Complex(length * cos(phase), length * sin(phase))
        }
        if result.real.isInfinite || result.imaginary.isInfinite { return .overflow }
        return .value(result)
    }

    private static func wholePower(_ x: Complex, _ n: UInt) -> Complex {
        var result = Complex(1, 0)
        var square = x
        var bit: UInt = 1
        while bit <= n {
            if n & bit != 0 { result = result * square }
            bit &<<= 1
            square = square * square
        }
        return result
    }

    /// Characters that `repr` may write.
    @inlinable public static var reprRoom: Int { 2 * FloatText.reprRoom + 4 }

    /// `repr(z)`; returns the length. Room: `reprRoom`.
    public static func repr(_ text: UnsafeMutablePointer<UInt8>, _ z: Complex) -> Int {
        var end = 0
        let real = !(z.real == 0 && z.real.sign == .plus)
        if real {
            text[0] = 0x28
            end = 1 &+ FloatText.writeShortest(text + 1, z.real, flags: [])
        }
        end &+= FloatText.writeShortest(text + end, z.imaginary, flags: real ? .sign : [])
        text[end] = 0x6A
        end &+= 1
        if real {
            text[end] = 0x29
            end &+= 1
        }
        return end
    }
}
