// Reads code from disk. Input may be damaged in any way: reading stays inside the bytes, allocates no more than they can hold,
// and ends with `verify`, so that code that was read can be run without harm.

import Syntax

/// The unit that `serialize` wrote; nil if the bytes are not of this version, or damaged.
///
/// - Parameter verifying: check the code as `verify` does. Leave it out only for bytes that cannot have been changed.
public func deserialize(_ bytes: UnsafeBufferPointer<UInt8>, verifying: Bool = true) -> CodeUnit? {
    guard bytes.count > 8 else { return nil }
    let content = UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - 8)])
    let recorded = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    guard UInt64(littleEndian: recorded) == checksum(content) else { return nil }
    var reader = Reader(bytes: content)
    guard reader.number() == Int(CodeUnit.formatVersion), let unit = reader.unit(depth: 0), reader.at == content.count, !reader.isDamaged else {
        return nil
    }
    if verifying, verify(unit) != nil { return nil }
    return unit
}

public func deserialize(_ bytes: [UInt8], verifying: Bool = true) -> CodeUnit? {
    bytes.withUnsafeBufferPointer { deserialize($0, verifying: verifying) }
}

private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    var isDamaged = false
    /// Units and tuples nest at most this deep.
    static let mostDepth = 500

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var left: Int { bytes.count - at }

    mutating func byte() -> UInt8 {
        guard at < bytes.count else { isDamaged = true; return 0 }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func raw() -> UInt {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let next = byte()
            value |= UInt(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
            if shift > 63 { isDamaged = true; return 0 }
        }
    }

    /// A number that is not negative.
    mutating func number() -> Int {
        let value = raw()
        if value > UInt(Int.max) { isDamaged = true; return 0 }
        return Int(value)
    }

    mutating func signed() -> Int {
        let value = raw()
        return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
    }

    /// A number of things that take at least `size` bytes each.
    mutating func count(_ size: Int = 1) -> Int {
        let value = number()
        if value > left / size { isDamaged = true; return 0 }
        return value
    }

    mutating func word() -> UInt64 {
        guard left >= 8 else { isDamaged = true; at = bytes.count; return 0 }
        let value = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
        at += 8
        return UInt64(littleEndian: value)
    }

    mutating func string() -> String {
        let length = count()
        defer { at += length }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<at + length]), as: UTF8.self)
    }

    mutating func data() -> [UInt8] {
        let length = count()
        defer { at += length }
        return Array(bytes[at..<at + length])
    }

    mutating func strings() -> [String] {
        let length = count()
        var result: [String] = []
        result.reserveCapacity(length)
        for _ in 0..<length { result.append(string()) }
        return result
    }

    mutating func small() -> Int {
        let value = number()
        if value > 1 << 31 - 1 { isDamaged = true; return 0 }
        return value
    }

    mutating func unit(depth: Int) -> CodeUnit? {
        if depth > Self.mostDepth { return nil }
        let unit = CodeUnit()
        unit.name = string()
        unit.qualifiedName = string()
        unit.filename = string()
        unit.firstLine = signed()
        unit.flags = small()
        unit.argumentCount = small()
        unit.positionalOnlyCount = small()
        unit.keywordOnlyCount = small()
        unit.variableNames = strings()
        unit.cellNames = strings()
        for _ in unit.cellNames { unit.cellRegisters.append(small()) }
        unit.freeNames = strings()
        unit.localCount = small()
        unit.registerCount = small()
        let words = count(8)
        unit.instructions.reserveCapacity(words)
        for _ in 0..<words { unit.instructions.append(word()) }
        let constants = count()
        unit.constants.reserveCapacity(constants)
        for _ in 0..<constants {
            if isDamaged { return nil }
            let tag = byte()
            if tag == ConstantTag.code.rawValue {
                guard let inner = self.unit(depth: depth + 1) else { return nil }
                unit.constants.append(.code(inner))
            } else {
                guard let value = constant(tag, depth: 0) else { return nil }
                unit.constants.append(.constant(value))
            }
        }
        unit.names = strings()
        for _ in 0..<count(4) {
            let start = small(), end = small(), target = small(), register = small()
            if register > 65_535 { return nil }
            unit.exceptionTable.append(ExceptionRange(start: start, end: end, target: target, register: register))
        }
        readLiveness(unit)
        unit.positions.bytes = data()
        return isDamaged ? nil : unit
    }

    private mutating func readLiveness(_ unit: CodeUnit) {
        var last = 0
        for _ in 0..<count(2) {
            last = min(last + small(), 1 << 31)
            unit.liveRanges.append(LiveRange(start: last, set: small()))
        }
        unit.liveSets = []
        for _ in 0..<count() {
            var set: [UInt16] = []
            for _ in 0..<count() { set.append(UInt16(truncatingIfNeeded: small())) }
            unit.liveSets.append(set)
        }
    }

    mutating func constant(_ tag: UInt8, depth: Int) -> Constant? {
        guard !isDamaged, depth < Self.mostDepth, let kind = ConstantTag(rawValue: tag) else { return nil }
        switch kind {
        case .none: return Constant.none
        case .true: return .true
        case .false: return .false
        case .ellipsis: return .ellipsis
        case .int: return .int(signed())
        case .bigInt, .negativeBigInt:
            var digits: [UInt32] = []
            for _ in 0..<count() {
                let digit = number()
                if digit >= 1 << 30 { return nil }
                digits.append(UInt32(digit))
            }
            if digits.last == 0 || digits.isEmpty { return nil }
            return kind == .bigInt ? .bigInt(digits) : .negativeBigInt(digits)
        case .float: return .float(bits: word())
        case .complex:
            let real = word()
            return .complex(realBits: real, imaginaryBits: word())
        case .string: return .string(PythonText(utf8: data()), kindU: false)
        case .stringU: return .string(PythonText(utf8: data()), kindU: true)
        case .bytes: return .bytes(data())
        case .tuple, .frozenset:
            var items: [Constant] = []
            for _ in 0..<count() {
                guard let item = constant(byte(), depth: depth + 1) else { return nil }
                items.append(item)
            }
            return kind == .tuple ? .tuple(items) : .frozenset(items)
        case .code: return nil
        }
    }
}
