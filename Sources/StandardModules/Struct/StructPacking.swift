// Values to bytes and back.

import CPythonABI
import Runtime

enum StructPacking {
    // MARK: Packing

    /// Writes the values, of which there are as many as the format has, into zeroed memory at `start`.
    static func pack(
        _ runs: Value, big: Bool, native: Bool, _ target: borrowing BytesView, at start: Int, _ arguments: Arguments
    ) throws(Raised) {
        var next = 0
        var run = 0
        while run < ListObject.count(runs) {
            let code = UInt8(truncatingIfNeeded: ListObject.item(runs, run).smallInt)
            var offset = start + ListObject.item(runs, run + 1).smallInt
            let size = ListObject.item(runs, run + 2).smallInt
            let count = ListObject.item(runs, run + 3).smallInt
            run += StructFormat.wordsPerRun
            for _ in 0..<count {
                try pack(code, arguments[next], target, offset, size, big: big, native: native)
                next += 1
                offset += size
            }
        }
    }
    @inline(__always) private static func store(_ target: borrowing BytesView, _ offset: Int, _ size: Int, _ bits: UInt64, big: Bool) {
        target.mutableBytes.store(bits, at: offset, width: size, bigEndian: big)
    }

    private static func pack(
        _ code: UInt8, _ value: Value, _ target: borrowing BytesView, _ offset: Int, _ size: Int, big: Bool, native: Bool
    ) throws(Raised) {
        switch code {
        case UInt8(ascii: "b"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "q"), UInt8(ascii: "n"):
            let number = try signed(value, outside: big && size == 8 ? tooLarge : outOfRange)
            let limit = size == 8 ? Int.max : 1 << (size * 8 - 1) - 1
            if number > limit || number < -limit - 1 { throw range(code, -limit - 1, UInt(limit), big: big) }
            store(target, offset, size, UInt64(bitPattern: Int64(number)), big: big)
        case UInt8(ascii: "B"), UInt8(ascii: "H"):
            let number = try signed(value, outside: outOfRange)
            let limit = 1 << (size * 8) - 1
            // "H" of big-endian formats goes the way of the larger codes.
            if number < 0 && big && size == 2 { throw StructErrors.raise(outOfRange) }
            if number > limit || number < 0 { throw range(code, 0, UInt(limit), big: big) }
            store(target, offset, size, UInt64(number), big: big)
        case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "Q"), UInt8(ascii: "N"):
            let number = try unsigned(value, outside: big && size == 8 ? tooLarge : outOfRange)
            if size < 8 && number >> UInt64(size * 8) != 0 { throw range(code, 0, UInt(1) << UInt(size * 8) - 1, big: big) }
            store(target, offset, size, number, big: big)
        case UInt8(ascii: "P"):
            let number = try integer(value)
            if let word = IntObject.word(number.value) {
                store(target, offset, size, UInt64(bitPattern: Int64(word)), big: big)
            } else if let word = IntObject.unsignedWord(number.value) {
                store(target, offset, size, word, big: big)
            } else {
                throw StructErrors.raise(tooLarge)
            }
        case UInt8(ascii: "f"):
            let number = try float(value)
            let narrow = Float(number)
            if narrow.isInfinite && number.isFinite && !native {
                if IntObject.isInstance(value) { throw StructErrors.raise(tooLarge) }
                throw raise(.overflowError, "float too large to pack with f format")
            }
            store(target, offset, 4, UInt64(narrow.bitPattern), big: big)
        case UInt8(ascii: "d"): store(target, offset, 8, try float(value).bitPattern, big: big)
        case UInt8(ascii: "e"):
            let number = try float(value)
            let narrow = Float16(number)
            if narrow.isInfinite && number.isFinite {
                // CPython blames ints that do not fit any format in the same words.
                if IntObject.isInstance(value) { throw StructErrors.raise(tooLarge) }
                throw raise(.overflowError, "float too large to pack with e format")
            }
            let bits: UInt16 = number.isNaN ? (number.sign == .minus ? 0xFE00 : 0x7E00) : narrow.bitPattern
            store(target, offset, 2, UInt64(bits), big: big)
        case UInt8(ascii: "?"): target.mutableBytes[offset] = try Truth.of(value) ? 1 : 0
        case UInt8(ascii: "c"):
            guard BytesObject.isInstance(value), BytesObject.count(value) == 1 else {
                throw StructErrors.raise("char format requires a bytes object of length 1")
            }
            target.mutableBytes[offset] = BytesObject.data(value)[0]
        default: try packText(code, value, target, offset, size)
        }
    }
    private static func packText(_ code: UInt8, _ value: Value, _ target: borrowing BytesView, _ offset: Int, _ size: Int) throws(Raised) {
        let isPascal = code == UInt8(ascii: "p")
        guard BytesObject.isInstance(value) || ByteArrayObject.isInstance(value) else {
            throw StructErrors.raise("argument for '\(isPascal ? "p" : "s")' must be a bytes object")
        }
        let source = try BytesView(value)
        if isPascal {
            if size == 0 { return }
            let count = min(source.count, size - 1)
            for index in 0..<count { target.mutableBytes[offset + 1 + index] = source.bytes[index] }
            target.mutableBytes[offset] = UInt8(min(count, 255))
        } else {
            for index in 0..<min(source.count, size) { target.mutableBytes[offset + index] = source.bytes[index] }
        }
    }

    private static var outOfRange: String { "argument out of range" }
    private static var tooLarge: String { "int too large to convert" }
    private static func range(_ code: UInt8, _ low: Int, _ high: UInt, big: Bool) -> Raised {
        let name: String
        switch code {
        case UInt8(ascii: "b"): name = "byte"
        case UInt8(ascii: "B"): name = "ubyte"
        case UInt8(ascii: "h") where !big: name = "short"
        case UInt8(ascii: "H") where !big: name = "ushort"
        default: name = "'\(String(decoding: [code], as: UTF8.self))'"
        }
        return StructErrors.raise("\(name) format requires \(low) <= number <= \(high)")
    }
    private static func integer(_ value: Value) throws(Raised) -> Ref {
        guard Index.isIndex(value) else { throw StructErrors.raise("required argument is not an integer") }
        return try Index.object(value)
    }
    private static func signed(_ value: Value, outside: String) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        let number = try integer(value)
        guard let word = IntObject.word(number.value) else { throw StructErrors.raise(outside) }
        return word
    }
    private static func unsigned(_ value: Value, outside: String) throws(Raised) -> UInt64 {
        if value.isSmallInt && value.smallInt >= 0 { return UInt64(value.smallInt) }
        let number = try integer(value)
        guard let word = IntObject.unsignedWord(number.value) else { throw StructErrors.raise(outside) }
        return word
    }
    private static func float(_ value: Value) throws(Raised) -> Double {
        do throws(Raised) { return try FloatConversion.number(value) } catch {
            PendingException.clear()
            throw StructErrors.raise("required argument is not a float")
        }
    }

    // MARK: Unpacking

    static func unpack(_ runs: Value, values: Int, big: Bool, _ source: borrowing BytesView, at start: Int) throws(Raised) -> Ref {
        let result = try TupleObject.allocate(values)
        var next = 0
        var run = 0
        while run < ListObject.count(runs) {
            let code = UInt8(truncatingIfNeeded: ListObject.item(runs, run).smallInt)
            var offset = start + ListObject.item(runs, run + 1).smallInt
            let size = ListObject.item(runs, run + 2).smallInt
            let count = ListObject.item(runs, run + 3).smallInt
            run += StructFormat.wordsPerRun
            for _ in 0..<count {
                TupleObject.store(result.value, next, try unpack(code, source, offset, size, big: big))
                next += 1
                offset += size
            }
        }
        return result
    }
    @inline(__always) private static func load(_ source: borrowing BytesView, _ offset: Int, _ size: Int, big: Bool) -> UInt64 {
        source.bytes.number(at: offset, width: size, bigEndian: big)
    }
    private static func unpack(_ code: UInt8, _ source: borrowing BytesView, _ offset: Int, _ size: Int, big: Bool) throws(Raised) -> Ref {
        switch code {
        case UInt8(ascii: "b"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "q"), UInt8(ascii: "n"):
            let shift = UInt64(64 - size * 8)
            return IntObject.make(Int(Int64(bitPattern: load(source, offset, size, big: big) << shift) >> Int64(shift)))
        case UInt8(ascii: "B"), UInt8(ascii: "H"), UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "Q"), UInt8(ascii: "N"),
            UInt8(ascii: "P"):
            return IntObject.make(unsigned: UInt(load(source, offset, size, big: big)))
        case UInt8(ascii: "f"):
            return .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: load(source, offset, 4, big: big)))))
        case UInt8(ascii: "d"): return .float(Double(bitPattern: load(source, offset, 8, big: big)))
        case UInt8(ascii: "e"):
            return .float(Double(Float16(bitPattern: UInt16(truncatingIfNeeded: load(source, offset, 2, big: big)))))
        case UInt8(ascii: "?"): return .bool(source.bytes[offset] != 0)
        case UInt8(ascii: "c"): return BytesObject.make(byte: source.bytes[offset])
        default:
            if code == UInt8(ascii: "p") {
                if size == 0 { return try BytesObject.allocate(0) }
                return try BytesObject.make(source.bytes + (offset + 1), min(Int(source.bytes[offset]), size - 1))
            }
            return try BytesObject.make(source.bytes + offset, size)
        }
    }
}
