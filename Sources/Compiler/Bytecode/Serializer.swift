// Code on disk. Numbers are of variable length, seven bits a byte, low ones first; instructions are 8 bytes each, little-endian.
// The names of a unit are written out; equal ones in different units are not shared, since reading must be simple and quick.

import Syntax

/// The serialised form of a unit and the units in it. Instructions are written as compiled: quickened units are not serialised.
public func serialize(_ unit: CodeUnit) -> [UInt8] {
    var writer = Writer()
    writer.number(Int(CodeUnit.formatVersion))
    writer.unit(unit)
    writer.word(checksum(writer.bytes[...]))
    return writer.bytes
}

/// A hash that finds damage; it is no protection against intent.
func checksum<Bytes: RandomAccessCollection>(_ bytes: Bytes) -> UInt64 where Bytes.Element == UInt8, Bytes.Index == Int {
    bytes.withContiguousStorageIfAvailable { storage in
        let raw = UnsafeRawBufferPointer(storage)
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(raw.count)
        var at = 0
        while at + 8 <= raw.count {
            state = (state ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))) &* 0xFF51_AFD7_ED55_8CCD
            state ^= state >> 32
            at += 8
        }
        while at < raw.count {
            state = (state ^ UInt64(raw[at])) &* 0xFF51_AFD7_ED55_8CCD
            state ^= state >> 32
            at += 1
        }
        return state
    } ?? 0
}

/// Tags of constants.
enum ConstantTag: UInt8 {
    case none, `true`, `false`, ellipsis, int, bigInt, float, complex, string, stringU, bytes, tuple, frozenset, code, negativeBigInt
}

private struct Writer {
    var bytes: [UInt8] = []

    mutating func number(_ value: Int) {
        var rest = UInt(bitPattern: value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func signed(_ value: Int) { number(value << 1 ^ value >> 63) }

    mutating func word(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func string(_ value: String) {
        number(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    mutating func data(_ value: [UInt8]) {
        number(value.count)
        bytes.append(contentsOf: value)
    }

    mutating func strings(_ values: [String]) {
        number(values.count)
        for value in values { string(value) }
    }

    mutating func unit(_ unit: CodeUnit) {
        string(unit.name)
        string(unit.qualifiedName)
        string(unit.filename)
        signed(unit.firstLine)
        number(unit.flags)
        number(unit.argumentCount)
        number(unit.positionalOnlyCount)
        number(unit.keywordOnlyCount)
        strings(unit.variableNames)
        strings(unit.cellNames)
        for register in unit.cellRegisters { number(register) }
        strings(unit.freeNames)
        number(unit.localCount)
        number(unit.registerCount)
        number(unit.instructions.count)
        bytes.reserveCapacity(bytes.count + 8 * unit.instructions.count)
        for instruction in unit.instructions { word(instruction) }
        number(unit.constants.count)
        for item in unit.constants {
            switch item {
            case .constant(let value): constant(value)
            case .code(let inner):
                bytes.append(ConstantTag.code.rawValue)
                self.unit(inner)
            }
        }
        strings(unit.names)
        number(unit.exceptionTable.count)
        for range in unit.exceptionTable {
            number(Int(range.start))
            number(Int(range.end))
            number(Int(range.target))
            number(Int(range.register))
        }
        number(unit.liveRanges.count)
        var last = 0
        for range in unit.liveRanges {
            number(Int(range.start) - last)
            number(Int(range.set))
            last = Int(range.start)
        }
        number(unit.liveSets.count)
        for set in unit.liveSets {
            number(set.count)
            for register in set { number(Int(register)) }
        }
        data(unit.positions.bytes)
    }

    mutating func constant(_ value: Constant) {
        func tag(_ tag: ConstantTag) { bytes.append(tag.rawValue) }
        switch value {
        case .none: tag(.none)
        case .true: tag(.true)
        case .false: tag(.false)
        case .ellipsis: tag(.ellipsis)
        case .int(let number):
            tag(.int)
            signed(number)
        case .bigInt(let digits), .negativeBigInt(let digits):
            if case .bigInt = value { tag(.bigInt) } else { tag(.negativeBigInt) }
            number(digits.count)
            for digit in digits { number(Int(digit)) }
        case .float(let bits):
            tag(.float)
            word(bits)
        case .complex(let real, let imaginary):
            tag(.complex)
            word(real)
            word(imaginary)
        case .string(let text, let kindU):
            tag(kindU ? .stringU : .string)
            data(text.utf8)
        case .bytes(let value):
            tag(.bytes)
            data(value)
        case .tuple(let items), .frozenset(let items):
            if case .tuple = value { tag(.tuple) } else { tag(.frozenset) }
            number(items.count)
            for item in items { constant(item) }
        }
    }
}
