@testable import Numerics


/// Runs one recorded operation by name, on arguments and to a result in text: ints in hexadecimal, floats as their bits.
/// What is recorded, and how, is in `Scripts/record_numerics.py`.
enum NumericsOperations {
    /// A signed number as Python has it: digits and size.
    struct Number {
        var digits: [UInt32]
        var size: Int

        init(_ text: Substring) {
            let negative = text.hasPrefix("-")
            var bits: [UInt8] = []
            for c in text.utf8.reversed() where c != 0x2D {
                let value = Digits.digitValue(c)
                for i in 0..<4 { bits.append(value >> UInt8(i) & 1) }
            }
            digits = [UInt32](repeating: 0, count: bits.count / 30 + 1)
            for (i, bit) in bits.enumerated() { digits[i / 30] |= UInt32(bit) << UInt32(i % 30) }
            while digits.last == 0 { digits.removeLast() }
            size = negative ? -digits.count : digits.count
            // Never an empty buffer: its address would be nil.
            digits.append(0)
        }

        /// A result buffer whose end is guarded, so that a function that writes more than its room is found out.
        init(room: Int) {
            digits = [UInt32](repeating: 0xDEAD_BEEF, count: room + 1)
            size = 0
        }

        var count: Int { abs(size) }

        var text: String {
            guard digits.last == 0xDEAD_BEEF || digits.last == 0 else { return "room exceeded" }
            if size == 0 { return "0" }
            guard digits[count - 1] != 0 else { return "not normalised" }
            var result = ""
            for digit in digits[0..<count].reversed() {
                guard digit < 1 << 30 else { return "digit out of range" }
                result += String(digit | 1 << 30, radix: 2).dropFirst()
            }
            var hex = ""
            let padded = String(repeating: "0", count: (4 - result.count % 4) % 4) + result
            var nibble = 0
            for (i, c) in padded.utf8.enumerated() {
                nibble = nibble * 2 + Int(c - 0x30)
                if i % 4 == 3 {
                    hex += String(nibble, radix: 16)
                    nibble = 0
                }
            }
            let stripped = hex.drop { $0 == "0" }
            return (size < 0 ? "-" : "") + stripped
        }
    }

    static func bits(_ x: Double) -> String { x.isNaN ? "nan" : String(x.bitPattern, radix: 16) }
    static func double(_ text: Substring) -> Double { text == "nan" ? .nan : Double(bitPattern: UInt64(text, radix: 16) ?? 0) }
    static func string(_ buffer: [UInt8], _ count: Int) -> String { String(decoding: buffer[0..<count], as: UTF8.self) }

    static func run(_ operation: Substring, _ a: [Substring]) throws -> String {
        if let result = try runDigits(operation, a) { return result }
        if let result = runFloat(operation, a) { return result }
        if let result = runHash(operation, a) { return result }
        if operation == "fmt" { return runFormat(a) }
        return "unknown operation"
    }

    static func runDigits(_ operation: Substring, _ a: [Substring]) throws -> String? {
        func binary(_ room: (Number, Number) -> Int,
            _ body: (UnsafeMutablePointer<UInt32>, Number, Number) throws -> Int) rethrows -> String {
            let x = Number(a[0]), y = Number(a[1])
            var r = Number(room: room(x, y))
            r.size = try r.digits.withUnsafeMutableBufferPointer { try body($0.baseAddress!, x, y) }
            return r.text
        }
        let wider: (Number, Number) -> Int = { max($0.count, $1.count) + 1 }
        switch operation {
        case "add": return binary(wider) { Digits.addSigned($0, $1.digits, aSize: $1.size, $2.digits, bSize: $2.size) }
        case "sub": return binary(wider) { Digits.subtractSigned($0, $1.digits, aSize: $1.size, $2.digits, bSize: $2.size) }
        case "mul":
            return try binary({ $0.count + $1.count }) {
                try Digits.multiplySigned($0, $1.digits, aSize: $1.size, $2.digits, bSize: $2.size)
            }
        case "sqr": return try binary({ a, _ in a.count * 2 }) { r, x, _ in try Digits.square(r, x.digits, x.count) }
        case "and": return binary(wider) { Digits.bitwise(.and, $0, $1.digits, aSize: $1.size, $2.digits, bSize: $2.size) }
        case "or": return binary(wider) { Digits.bitwise(.or, $0, $1.digits, aSize: $1.size, $2.digits, bSize: $2.size) }
        case "xor": return binary(wider) { Digits.bitwise(.xor, $0, $1.digits, aSize: $1.size, $2.digits, bSize: $2.size) }
        case "inv": return binary(wider) { r, x, _ in Digits.invert(r, x.digits, size: x.size) }
        case "lsh":
            let shift = Int(a[1])!
            let x = Number(a[0])
            var r = Number(room: Digits.shiftLeftRoom(x.count, shift))
            r.size = Digits.shiftLeft(&r.digits, x.digits, x.count, shift)
            return r.text
        case "rsh":
            let shift = Int(a[1])!
            let x = Number(a[0])
            var r = Number(room: max(x.count - shift / 30, 0) + 1)
            r.size = Digits.shiftRightSigned(&r.digits, x.digits, size: x.size, shift)
            return r.text
        case "divmod":
            let x = Number(a[0]), y = Number(a[1])
            var q = Number(room: Digits.quotientRoom(x.count, y.count)), r = Number(room: y.count + 1)
            (q.size, r.size) = try Digits.floorDivmod(&q.digits, &r.digits, x.digits, aSize: x.size, y.digits, bSize: y.size)
            return q.text + " " + r.text
        case "cmp":
            let x = Number(a[0]), y = Number(a[1])
            return String(Digits.compareSigned(x.digits, aSize: x.size, y.digits, bSize: y.size))
        case "pow":
            let exponent = Int(a[1])!
            let x = Number(a[0])
            var r = Number(room: Digits.powerRoom(x.digits, x.count, exponent: exponent) ?? 0)
            r.size = try Digits.power(&r.digits, x.digits, x.count, exponent: exponent)
            return r.text
        case "powmod":
            let x = Number(a[0]), e = Number(a[1]), m = Number(a[2])
            var r = Number(room: m.count + 1)
            r.size = try Digits.power(&r.digits, x.digits, x.count, e.digits, e.count, modulo: m.digits, m.count)
            return r.text
        case "gcd":
            return try binary({ max($0.count, $1.count) + 1 }) {
                try Digits.gcd($0, $1.digits, $1.count, $2.digits, $2.count)
            }
        case "inverse":
            let x = Number(a[0]), m = Number(a[1])
            var r = Number(room: m.count + 1)
            guard let count = try Digits.inverse(&r.digits, x.digits, x.count, modulo: m.digits, m.count) else { return "none" }
            r.size = count
            return r.text
        case "frexp":
            let x = Number(a[0])
            let (mantissa, exponent) = Digits.frexp(x.digits, size: x.size)
            return "\(bits(mantissa)) \(exponent)"
        case "isqrt":
            return try binary({ x, _ in x.count / 2 + 2 }) { r, x, _ in try Digits.isqrt(r, x.digits, x.count) }
        case "bits":
            let x = Number(a[0])
            return "\(Digits.bitLength(x.digits, x.count)) \(Digits.bitCount(x.digits, x.count))"
        case "text":
            let base = Int(a[1])!
            let x = Number(a[0])
            let room = Digits.textRoom(x.digits, x.count, base: base)
            var text = [UInt8](repeating: 0, count: room + 1)
            let count = try Digits.write(&text, x.digits, x.count, base: base)
            return text[room] == 0 && count <= room ? string(text, count) : "room exceeded"
        case "parse":
            let base = Int(a[1])!
            let text = Array(a[0].utf8)
            var r = Number(room: Digits.parseRoom(text.count, base: base))
            r.size = try Digits.parse(&r.digits, text, text.count, base: base)
            return r.text
        case "tobytes":
            let x = Number(a[0])
            let length = Int(a[1])!
            var bytes = [UInt8](repeating: 0, count: length + 1)
            switch Digits.toBytes(
                &bytes, length, x.digits, size: x.size, order: a[2] == "big" ? .big : .little, signed: a[3] == "1") {
            case .done: return bytes.dropLast().map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
            case .tooBig: return "too big"
            case .negative: return "negative"
            }
        case "frombytes":
            var bytes: [UInt8] = []
            var text = a[0]
            while text.count >= 2 {
                bytes.append(UInt8(text.prefix(2), radix: 16)!)
                text = text.dropFirst(2)
            }
            var r = Number(room: Digits.roomForBytes(bytes.count))
            r.size = Digits.fromBytes(
                &r.digits, bytes, bytes.count, order: a[1] == "big" ? .big : .little, signed: a[2] == "1")
            return r.text
        case "double":
            let x = Number(a[0])
            return Digits.double(x.digits, size: x.size).map(bits) ?? "overflow"
        case "fromdouble":
            var r = Number(room: Digits.roomForDouble)
            r.size = Digits.set(&r.digits, truncating: double(a[0]))
            return r.text
        case "cmpdouble":
            let x = Number(a[0])
            return String(Digits.compare(x.digits, size: x.size, with: double(a[1])))
        case "truediv":
            let x = Number(a[0]), y = Number(a[1])
            switch try Digits.trueDivide(x.digits, aSize: x.size, y.digits, bSize: y.size) {
            case .value(let value): return bits(value)
            case .divisionByZero: return "zero"
            case .overflow: return "overflow"
            }
        case "hash":
            let x = Number(a[0])
            return String(Digits.hash(x.digits, size: x.size))
        default: return nil
        }
    }

    static func runFloat(_ operation: Substring, _ a: [Substring]) -> String? {
        switch operation {
        case "repr":
            var text = [UInt8](repeating: 0, count: FloatText.reprRoom)
            let count = FloatText.repr(&text, double(a[0]))
            return string(text, count)
        case "format":
            let x = double(a[0]), precision = Int(a[2])!, code = Array(a[1].utf8)[0]
            let flags = FloatText.Flags(rawValue: UInt8(a[3])!)
            let room = FloatText.formatRoom(x, code: code, precision: precision, flags: flags)
            var text = [UInt8](repeating: 0, count: room + 1)
            let count = FloatText.format(&text, x, code: code, precision: precision, flags: flags)
            return text[room] == 0 && count <= room ? string(text, count) : "room exceeded"
        case "hex":
            var text = [UInt8](repeating: 0, count: FloatText.hexRoom)
            let count = FloatText.hex(&text, double(a[0]))
            return string(text, count)
        case "fromhex":
            let text = Array(a[0].utf8)
            switch FloatText.parseHex(text, text.count) {
            case .value(let value): return bits(value)
            case .malformed: return "malformed"
            case .overflow: return "overflow"
            }
        case "float":
            let text = Array(a[0].utf8)
            return FloatText.parse(text, text.count).map(bits) ?? "malformed"
        case "round":
            return FloatArithmetic.round(double(a[0]), digits: Int(a[1])!).map(bits) ?? "overflow"
        case "fdivmod":
            let (q, r) = FloatArithmetic.divmod(double(a[0]), double(a[1]))
            return bits(q) + " " + bits(r)
        case "fpow":
            switch FloatArithmetic.power(double(a[0]), double(a[1])) {
            case .value(let value): return bits(value)
            case .complex: return "complex"
            case .zeroToNegative: return "zero"
            case .overflow: return "overflow"
            }
        case "fhash": return String(NumberHash.hash(double(a[0])))
        case "ratio":
            let (mantissa, exponent) = FloatArithmetic.integerRatio(double(a[0]))
            return "\(mantissa) \(exponent)"
        default: return nil
        }
    }

    static func runHash(_ operation: Substring, _ a: [Substring]) -> String? {
        let words = a.map { Int($0) ?? 0 }
        switch operation {
        case "ihash": return String(NumberHash.hash(words[0]))
        case "siphash":
            let bytes = Array(a[1].utf8)
            return String(SipHash13.hash(bytes, bytes.count, HashSecret(seed: UInt32(words[0]))))
        case "tuple":
            var state = ContainerHash.Tuple()
            for word in words { state.add(word) }
            return String(state.finish(count: words.count))
        case "frozenset":
            var state = ContainerHash.FrozenSet()
            for word in words { state.add(word) }
            return String(state.finish(count: words.count))
        case "twister":
            var state = [UInt32](repeating: 0, count: MersenneTwister.stateCount)
            return state.withUnsafeMutableBufferPointer {
                let twister = MersenneTwister(state: $0.baseAddress!)
                var key: [UInt32] = []
                var seed = Number(a[0]).digits, count = Number(a[0]).count
                repeat {
                    key.append(UInt32(truncatingIfNeeded: Digits.truncatedWord(seed, count)))
                    count = Digits.shiftRight(&seed, seed, count, 32)
                } while count > 0
                twister.seed(key, key.count)
                var result = ""
                for _ in 0..<700 { result = bits(twister.random()) }
                var number = Number(room: words[1] / 30 + 2)
                number.size = twister.randomBits(&number.digits, bits: words[1])
                return result + " " + number.text
            }
        case "cpow":
            let z = a.map(double)
            switch ComplexArithmetic.power(.init(z[0], z[1]), .init(z[2], z[3])) {
            case .value(let value): return bits(value.real) + " " + bits(value.imaginary)
            case .zeroToNegative: return "zero"
            case .overflow: return "overflow"
            }
        case "cdiv":
            let z = a.map(double)
            guard let value = ComplexArithmetic.divide(.init(z[0], z[1]), .init(z[2], z[3])) else { return "zero" }
            return bits(value.real) + " " + bits(value.imaginary)
        case "crepr":
            var text = [UInt8](repeating: 0, count: ComplexArithmetic.reprRoom)
            let count = ComplexArithmetic.repr(&text, .init(double(a[0]), double(a[1])))
            return string(text, count)
        default: return nil
        }
    }

    static func text(_ number: borrowing FormattedNumber) -> String {
        var characters = [UInt32](repeating: 0, count: number.length + 1)
        number.write(&characters)
        guard characters[number.length] == 0 else { return "room exceeded" }
        guard (characters.max() ?? 0) <= number.maxCharacter else { return "maximal character exceeded" }
        var result = ""
        for c in characters.dropLast() { result.unicodeScalars.append(UnicodeScalar(c) ?? "?") }
        return result
    }

    static func runFormat(_ a: [Substring]) -> String {
        let spec = a[2].unicodeScalars.map(\.value)
        do {
            switch a[0] {
            case "int":
                let parsed = try FormatSpec.parse(spec, spec.count, defaultType: 0x64, defaultAlign: 0x3E)
                let n = Number(a[1])
                if parsed.type == 0x63 {
                    let c = try FormattedNumber.checkCharacter(parsed, Digits.int64(n.digits, size: n.size))
                    return "\(c) \(StringField(padding: 1, spec: parsed).left)"
                }
                return text(try FormattedNumber(n.digits, size: n.size, spec: parsed))
            case "hex":
            var text = [UInt8](repeating: 0, count: FloatText.hexRoom)
            let count = FloatText.hex(&text, double(a[0]))
            return string(text, count)
        case "fromhex":
            let text = Array(a[0].utf8)
            switch FloatText.parseHex(text, text.count) {
            case .value(let value): return bits(value)
            case .malformed: return "malformed"
            case .overflow: return "overflow"
            }
        case "float":
                let parsed = try FormatSpec.parse(spec, spec.count, defaultType: 0, defaultAlign: 0x3E)
                return text(try FormattedNumber(double(a[1]), spec: parsed))
            case "complex":
                let parsed = try FormatSpec.parse(spec, spec.count, defaultType: 0, defaultAlign: 0x3E)
                let parts = a[1].split(separator: " ")
                return text(try FormattedNumber(real: double(parts[0]), imaginary: double(parts[1]), spec: parsed))
            default:
                let parsed = try FormatSpec.parse(spec, spec.count, defaultType: 0x73, defaultAlign: 0x3C)
                let field = try StringField(a[1].unicodeScalars.count, spec: parsed)
                let fill = UnicodeScalar(field.fill).map(String.init) ?? "?"
                return String(repeating: fill, count: field.left) + a[1].prefix(field.count)
                    + String(repeating: fill, count: field.right)
            }
        } catch {
            return error.message(spec: String(a[2]), typeName: String(a[0]))
        }
    }
}
