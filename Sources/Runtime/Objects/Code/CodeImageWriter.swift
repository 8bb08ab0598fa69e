// Writing code images.

import CPythonABI
import Compiler

/// Makes the image of a code object. Instructions are written as compiled, not as quickened.
struct CodeImageWriter {
    private var bytes: [UInt8] = []
    private var strings: [UInt64: Int] = [:]
    /// The strings in order, borrowed from the code or owned by `made`.
    private var order: [Value] = []
    private var flags: [Bool] = []
    private var textNumbers: [String: Int] = [:]
    private var made: [Value] = []

    /// The image of a code object; ValueError if a constant has no form on disk.
    static func image(_ code: Value) throws(Raised) -> [UInt8] {
        var writer = CodeImageWriter()
        defer { for value in writer.made { value.release() } }
        writer.bytes = [UInt8](repeating: 0, count: CodeImage.headerSize)
        let root = try writer.unit(code, depth: 0)
        return writer.finish(root)
    }

    // MARK: Numbers

    private mutating func align(_ to: Int) {
        while bytes.count % to != 0 { bytes.append(0) }
    }
    private mutating func append(_ number: Int) {
        let word = UInt32(truncatingIfNeeded: number)
        bytes.append(UInt8(truncatingIfNeeded: word))
        bytes.append(UInt8(truncatingIfNeeded: word >> 8))
        bytes.append(UInt8(truncatingIfNeeded: word >> 16))
        bytes.append(UInt8(truncatingIfNeeded: word >> 24))
    }
    private mutating func append(long: UInt64) {
        append(Int(UInt32(truncatingIfNeeded: long)))
        append(Int(UInt32(truncatingIfNeeded: long >> 32)))
    }
    private mutating func put(_ number: Int, at offset: Int) {
        let word = UInt32(truncatingIfNeeded: number)
        for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: word >> UInt32(8 * index)) }
    }
    private mutating func put(long: UInt64, at offset: Int) {
        put(Int(UInt32(truncatingIfNeeded: long)), at: offset)
        put(Int(UInt32(truncatingIfNeeded: long >> 32)), at: offset + 4)
    }
    /// A table of numbers; where it begins.
    private mutating func table(_ numbers: [Int]) -> Int {
        align(4)
        let start = bytes.count
        for number in numbers { append(number) }
        return start
    }

    // MARK: Strings

    /// The number of a str (compared by identity; equal ones of different identity are few).
    private mutating func string(_ value: Value, isName: Bool) -> Int {
        if let known = strings[value.bits] {
            if isName { flags[known] = true }
            return known
        }
        strings[value.bits] = order.count
        order.append(value)
        flags.append(isName || StrObject.isInterned(value))
        return order.count - 1
    }
    private mutating func string(_ text: String) -> Int {
        if let known = textNumbers[text] { return known }
        let value = StrObject.intern(text).take()
        made.append(value)
        let number = string(value, isName: true)
        textNumbers[text] = number
        return number
    }

    // MARK: Units

    private mutating func unit(_ code: Value, depth: Int) throws(Raised) -> Int {
        if depth > CodeImageReader.mostDepth { throw raise(.valueError, "object too deeply nested to marshal") }
        let unit = CodeObject.unit(code)
        let head = CodeObject.head(code)
        let linked = CodeObject.linked(code)
        var record = [Int](repeating: 0, count: CodeRecord.end.rawValue)
        func set(_ field: CodeRecord, _ number: Int) { record[field.rawValue] = number }
        set(.name, string(Value(head.pointee.co_name), isName: true))
        set(.qualifiedName, string(Value(head.pointee.co_qualname), isName: true))
        set(.filename, string(Value(head.pointee.co_filename), isName: true))
        set(.firstLine, unit.firstLine)
        set(.flags, unit.flags)
        set(.argumentCount, unit.argumentCount)
        set(.positionalOnlyCount, unit.positionalOnlyCount)
        set(.keywordOnlyCount, unit.keywordOnlyCount)
        set(.localCount, unit.localCount)
        set(.registerCount, unit.registerCount)
        set(.nameCount, unit.names.count)
        set(.names, table(unit.names.map { string($0) }))
        set(.variableCount, unit.variableNames.count)
        set(.variables, table(unit.variableNames.map { string($0) }))
        set(.cellCount, unit.cellNames.count)
        set(.cells, table(unit.cellNames.map { string($0) }))
        set(.cellRegisters, table(unit.cellRegisters))
        set(.freeCount, unit.freeNames.count)
        set(.frees, table(unit.freeNames.map { string($0) }))
        set(.exceptionCount, unit.exceptionTable.count)
        set(.exceptions, table(unit.exceptionTable.flatMap { [Int($0.start), Int($0.end), Int($0.target), Int($0.register)] }))
        set(.liveCount, unit.liveRanges.count)
        set(.lives, table(unit.liveRanges.flatMap { [Int($0.start), Int($0.set)] }))
        set(.liveSetCount, unit.liveSets.count)
        set(.liveSets, table(unit.liveSets.flatMap { [$0.count] + $0.map { Int($0) } }))
        set(.positionCount, unit.positions.bytes.count)
        set(.positions, bytes.count)
        bytes += unit.positions.bytes
        align(8)
        set(.instructionCount, unit.instructions.count)
        set(.instructions, bytes.count)
        bytes.reserveCapacity(bytes.count + unit.instructions.count * 8)
        for word in unit.instructions { append(long: word) }
        var constants: [UInt64] = []
        for index in 0..<linked.pointee.constantCount { constants.append(try constant(linked.pointee.constants[index], depth: depth)) }
        align(8)
        set(.constantCount, constants.count)
        set(.constants, bytes.count)
        for word in constants { append(long: word) }
        return table(record)
    }

    private mutating func constant(_ value: Value, depth: Int) throws(Raised) -> UInt64 {
        if depth > CodeImageReader.mostDepth { throw raise(.valueError, "object too deeply nested to marshal") }
        func tagged(_ tag: ImageConstant, _ number: Int = 0) -> UInt64 { UInt64(tag.rawValue) | UInt64(bitPattern: Int64(number)) << 8 }
        if value.isNone { return tagged(.none) }
        if value.isBool { return tagged(value.isTrue ? .true : .false) }
        if value === .ellipsis { return tagged(.ellipsis) }
        if value.isSmallInt { return tagged(.int, value.smallInt) }
        if FloatObject.isExact(value) {
            align(8)
            append(long: FloatObject.number(value).bitPattern)
            return tagged(.float, bytes.count - 8)
        }
        if IntObject.isExact(value) {
            var view = IntView(value)
            align(4)
            let start = bytes.count
            append(view.isNegative ? 1 : 0)
            append(view.count)
            var digits: [Int] = []
            try view.withDigits { (pointer, count) throws(Raised) -> Void in for index in 0..<count { digits.append(Int(pointer[index])) } }
            for digit in digits { append(digit) }
            return tagged(.bigInt, start)
        }
        if StrObject.isExact(value) { return tagged(.string, string(value, isName: false)) }
        if BytesObject.isExact(value) {
            align(4)
            let start = bytes.count
            append(BytesObject.count(value))
            bytes.append(contentsOf: UnsafeBufferPointer(start: BytesObject.data(value), count: BytesObject.count(value)))
            return tagged(.bytes, start)
        }
        if CodeObject.isInstance(value) { return tagged(.code, try unit(value, depth: depth + 1)) }
        if value.type == PyComplex_TypePointer() {
            let number = ComplexObject.number(value)
            align(8)
            append(long: number.real.bitPattern)
            append(long: number.imaginary.bitPattern)
            return tagged(.complex, bytes.count - 16)
        }
        var items: [UInt64] = []
        let isTuple = TupleObject.isExact(value)
        if isTuple {
            for index in 0..<TupleObject.count(value) { items.append(try constant(TupleObject.item(value, index), depth: depth + 1)) }
        } else if value.type == PyFrozenSet_TypePointer() {
            var position = 0
            while let entry = SetObject.next(value, &position) { items.append(try constant(entry.key, depth: depth + 1)) }
        } else {
            throw raise(.valueError, "unmarshallable object")
        }
        align(8)
        let start = bytes.count
        append(long: UInt64(items.count))
        for item in items { append(long: item) }
        return tagged(isTuple ? .tuple : .frozenset, start)
    }

    // MARK: The whole

    private mutating func finish(_ root: Int) -> [UInt8] {
        var offsets: [Int] = []
        for (index, value) in order.enumerated() {
            align(4)
            offsets.append(bytes.count)
            var text = TextBuffer()
            text.append(str: value)
            append(text.bytes.count << 2 | (flags[index] ? 2 : 0) | (StrObject.isASCII(value) ? 1 : 0))
            bytes += text.bytes
        }
        let table = table(offsets)
        align(8)
        put(long: CodeImage.mark, at: 0)
        put(long: CodeImage.fingerprint, at: 8)
        put(long: UInt64(bytes.count), at: 16)
        put(order.count, at: 32)
        put(table, at: 36)
        put(root, at: 40)
        let sum = bytes.withUnsafeBytes { CodeImage.checksum($0.baseAddress.unsafelyUnwrapped + 32, $0.count - 32) }
        put(long: sum, at: 24)
        return bytes
    }
}
