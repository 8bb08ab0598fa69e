// Values to bytes.

import CPythonABI
import Runtime

struct MarshalWriter {
    let version: Int
    private(set) var bytes: [UInt8] = []
    /// Numbers of the objects that may be met again. Objects are kept so that none takes another's address.
    private var numbers: [UInt64: Int] = [:]
    private var kept: [Value] = []
    private var depth = 0

    init(version: Int) { self.version = version }
    mutating func end() {
        for value in kept { value.release() }
        kept = []
    }

    private mutating func append(_ number: Int) {
        let word = UInt32(truncatingIfNeeded: number)
        for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(8 * shift))) }
    }
    private mutating func append(long: UInt64) {
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: long >> UInt64(8 * shift))) }
    }
    private static func unsupported() -> Raised { raise(.valueError, "unmarshallable object") }
    private func size(_ count: Int) throws(Raised) -> Int {
        if count > Int(Int32.max) { throw MarshalWriter.unsupported() }
        return count
    }

    mutating func write(_ value: Value) throws(Raised) {
        if value.isNone { return bytes.append(MarshalCode.none) }
        if value.isBool { return bytes.append(value.isTrue ? MarshalCode.true : MarshalCode.false) }
        if value === .ellipsis { return bytes.append(MarshalCode.ellipsis) }
        if value === PyExc_StopIterationPointer().value { return bytes.append(MarshalCode.stopIteration) }
        depth += 1
        defer { depth -= 1 }
        if depth > MarshalCode.mostDepth { throw raise(.valueError, "object too deeply nested to marshal") }
        var flag: UInt8 = 0
        if version >= 3 {
            // What nobody else holds cannot come again.
            if !value.isObject || value.object.pointee.ob_refcnt > 1 {
                if let number = numbers[value.bits] {
                    bytes.append(MarshalCode.reference)
                    return append(number)
                }
                numbers[value.bits] = numbers.count
                value.retain()
                kept.append(value)
                flag = MarshalCode.flag
            }
        }
        try write(value, flag)
    }

    private mutating func write(_ value: Value, _ flag: UInt8) throws(Raised) {
        if IntObject.isExact(value) { return try write(int: value, flag) }
        if FloatObject.isExact(value) {
            let number = FloatObject.number(value)
            if version > 1 {
                bytes.append(MarshalCode.binaryFloat | flag)
                append(long: number.bitPattern)
            } else {
                bytes.append(MarshalCode.float | flag)
                try append(text: number)
            }
            return
        }
        if StrObject.isExact(value) { return try write(str: value, flag) }
        if BytesObject.isExact(value) {
            bytes.append(MarshalCode.bytes | flag)
            append(try size(BytesObject.count(value)))
            return bytes.append(contentsOf: BytesObject.array(value))
        }
        if TupleObject.isExact(value) {
            let count = TupleObject.count(value)
            if version >= 4 && count < 256 {
                bytes.append(MarshalCode.smallTuple | flag)
                bytes.append(UInt8(count))
            } else {
                bytes.append(MarshalCode.tuple | flag)
                append(try size(count))
            }
            for index in 0..<count { try write(TupleObject.item(value, index)) }
            return
        }
        if ListObject.isExact(value) {
            bytes.append(MarshalCode.list | flag)
            append(try size(ListObject.count(value)))
            var index = 0
            while index < ListObject.count(value) {
                try write(ListObject.item(value, index))
                index += 1
            }
            return
        }
        if DictObject.isExact(value) {
            bytes.append(MarshalCode.dict | flag)
            var position = 0
            while let (key, item) = DictObject.next(value, &position) {
                try write(key)
                try write(item)
            }
            return bytes.append(MarshalCode.null)
        }
        if CodeObject.isInstance(value) {
            bytes.append(MarshalCode.code | flag)
            return bytes.append(contentsOf: try CodeStorage.bytes(value))
        }
        if ComplexObject.isExact(value) {
            let number = ComplexObject.number(value)
            if version > 1 {
                bytes.append(MarshalCode.binaryComplex | flag)
                append(long: number.real.bitPattern)
                append(long: number.imaginary.bitPattern)
            } else {
                bytes.append(MarshalCode.complex | flag)
                try append(text: number.real)
                try append(text: number.imaginary)
            }
            return
        }
        if value.type == PySet_TypePointer() || value.type == PyFrozenSet_TypePointer() { return try write(set: value, flag) }
        guard Buffers.isExporter(value) else {
            bytes.append(MarshalCode.unknown)
            throw MarshalWriter.unsupported()
        }
        let view = try BytesView(value)
        bytes.append(MarshalCode.bytes | flag)
        append(try size(view.count))
        bytes += view.contents
    }

    private mutating func write(int value: Value, _ flag: UInt8) throws(Raised) {
        var view = IntView(value)
        if let number = view.int, let small = Int32(exactly: number) {
            bytes.append(MarshalCode.int | flag)
            return append(Int(small))
        }
        bytes.append(MarshalCode.long | flag)
        var digits: [UInt16] = []
        try view.withDigits { (pointer, count) throws(Raised) -> Void in
            for index in 0..<count {
                digits.append(UInt16(pointer[index] & 0x7FFF))
                digits.append(UInt16(pointer[index] >> 15))
            }
        }
        while digits.last == 0 { digits.removeLast() }
        append(view.isNegative ? -(try size(digits.count)) : try size(digits.count))
        for digit in digits {
            bytes.append(UInt8(truncatingIfNeeded: digit))
            bytes.append(UInt8(truncatingIfNeeded: digit >> 8))
        }
    }

    private mutating func append(text number: Double) throws(Raised) {
        let format = StrObject.make("%.17g")
        let text = try Call.method(format.value, Names.plain("__mod__"), Value(float: number))
        var buffer = TextBuffer()
        buffer.append(str: text.value)
        bytes.append(UInt8(truncatingIfNeeded: buffer.bytes.count))
        bytes += buffer.bytes
    }

    private mutating func write(str value: Value, _ flag: UInt8) throws(Raised) {
        let isInterned = version >= 3 && StrObject.isInterned(value)
        var buffer = TextBuffer()
        buffer.append(str: value)
        if version >= 4 && StrObject.isASCII(value) {
            if buffer.bytes.count < 256 {
                bytes.append((isInterned ? MarshalCode.shortASCIIInterned : MarshalCode.shortASCII) | flag)
                bytes.append(UInt8(buffer.bytes.count))
            } else {
                bytes.append((isInterned ? MarshalCode.asciiInterned : MarshalCode.ascii) | flag)
                append(try size(buffer.bytes.count))
            }
        } else {
            bytes.append((isInterned ? MarshalCode.interned : MarshalCode.unicode) | flag)
            append(try size(buffer.bytes.count))
        }
        bytes += buffer.bytes
    }

    /// The elements in the order of their bytes, so that equal sets are written equal.
    private mutating func write(set value: Value, _ flag: UInt8) throws(Raised) {
        bytes.append((value.type == PySet_TypePointer() ? MarshalCode.set : MarshalCode.frozenSet) | flag)
        let items = try Iteration.list(value)
        let count = ListObject.count(items.value)
        append(try size(count))
        var keys: [(bytes: [UInt8], index: Int)] = []
        for index in 0..<count {
            var writer = MarshalWriter(version: version)
            defer { writer.end() }
            writer.depth = depth
            try writer.write(ListObject.item(items.value, index))
            keys.append((writer.bytes, index))
        }
        keys.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) || $0.bytes == $1.bytes && $0.index < $1.index }
        for key in keys { try write(ListObject.item(items.value, key.index)) }
    }
}
