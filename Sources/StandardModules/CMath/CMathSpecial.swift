// Results for arguments that are not finite, as CPython 3.11 gives them (they follow Annex G of the C standard).
//
// Each table has a character for each pair of classes of the real part (down) and the imaginary part (across): -inf, negative,
// -0, 0, positive, inf, nan. Capital letters, and o and l for 0 and 1, are negative. Pairs of finite parts are not used.

import Numerics
import Runtime

enum CMathSpecial {
    struct Table {
        var real: StaticString
        var imaginary: StaticString
    }
    static var sqrt: Table {
        Table(
            real: "i0000ini....ini....ini....ini....iniiiiiiiinnnnin",
            imaginary: "IIIiiiiI....inI....inI....inI....inIoo00inInnnnin")
    }
    static var log: Table {
        Table(
            real: "iiiiiiii....ini....ini....ini....iniiiiiiiinnnnin",
            imaginary: "TPPpptnH....hnH....hnH....hnH....hnQoo00qnnnnnnnn")
    }
    static var exp: Table {
        Table(
            real: "0000000!....!n!....!n!....!n!....!n!iiii!innnnnnn",
            imaginary: "0oo0000!....!n!....!n!....!n!....!n!Io0i!nnno0nnn")
    }
    static var cosh: Table {
        Table(
            real: "!iiii!i!....!n!....!n!....!n!....!n!iiii!innnnnnn",
            imaginary: "!i0oI!n!....!n!....!0!....!0!....!n!Io0i!nnn00nnn")
    }
    static var sinh: Table {
        Table(
            real: "!IIII!i!....!n!....!0!....!0!....!n!iiii!innnnnnn",
            imaginary: "!Io0i!n!....!n!....!n!....!n!....!n!Io0i!nnno0nnn")
    }
    static var tanh: Table {
        Table(
            real: "lllllll!....!n!....!n!....!n!....!n1111111nnnnnnn",
            imaginary: "0oo0000!....!n!....!n!....!n!....!n0oo0000nno0nnn")
    }
    static var acos: Table {
        Table(
            real: "tpppptnh....hnh....hhh....hhh....hnq0000qnnnnnnnn",
            imaginary: "iiiIIIii....Ini....Ini....Ini....IniiiIIIiinnnnIn")
    }
    static var acosh: Table {
        Table(
            real: "iiiiiiii....ini....ini....ini....iniiiiiiiinnnnin",
            imaginary: "TPPpptnH....hnH....hnH....hnH....hnQoo00qnnnnnnnn")
    }
    static var asinh: Table {
        Table(
            real: "IIIIIIII....InI....Ini....ini....iniiiiiiiinnnnin",
            imaginary: "Qoo00qnH....hnH....hnH....hnH....hnQoo00qnnno0nnn")
    }
    static var atanh: Table {
        Table(
            real: "oooooooo....ono....oo0....000....0n00000000nnnn0n",
            imaginary: "HHHhhhnH....hnH....hnH....hnH....hnHHHhhhnHnnnnhn")
    }

    private static func index(_ x: Double) -> Int {
        if x.isNaN { return 6 }
        if x.isInfinite { return x < 0 ? 0 : 5 }
        if x == 0 { return x.sign == .minus ? 2 : 3 }
        return x < 0 ? 1 : 4
    }
    private static func number(_ code: UInt8) -> Double {
        switch code {
        case UInt8(ascii: "0"): return 0
        case UInt8(ascii: "o"): return -0.0
        case UInt8(ascii: "1"): return 1
        case UInt8(ascii: "l"): return -1
        case UInt8(ascii: "i"): return .infinity
        case UInt8(ascii: "I"): return -.infinity
        case UInt8(ascii: "p"): return .pi
        case UInt8(ascii: "P"): return -.pi
        case UInt8(ascii: "h"): return .pi / 2
        case UInt8(ascii: "H"): return -.pi / 2
        case UInt8(ascii: "q"): return .pi / 4
        case UInt8(ascii: "Q"): return -.pi / 4
        case UInt8(ascii: "t"): return .pi / 4 * 3
        case UInt8(ascii: "T"): return -.pi / 4 * 3
        default: return .nan
        }
    }
    /// ValueError where the table has '!'.
    static func lookup(_ table: Table, _ z: ComplexArithmetic.Complex) throws(Raised) -> ComplexArithmetic.Complex {
        let place = index(z.real) * 7 + index(z.imaginary)
        if table.real.utf8Start[place] == UInt8(ascii: "!") { throw MathErrors.domain() }
        return ComplexArithmetic.Complex(number(table.real.utf8Start[place]), number(table.imaginary.utf8Start[place]))
    }
}
