// array.array: storage, and the items of each type code.
//
//     +16 count   +24 items: a block of machine values   +32 allocated (items)   +40 type code
//     +48 weak references   +56 exports: buffers that others look into; while there are any, the block must not move

import CPythonABI
import Glibc

/// What an array holds.
public enum TypeCode: UInt8 {
    case int8 = 98, uint8 = 66, character = 117, int16 = 104, uint16 = 72, int32 = 105, uint32 = 73
    case long = 108, unsignedLong = 76, int64 = 113, uint64 = 81, float32 = 102, float64 = 100

    var size: Int {
        switch self {
        case .int8, .uint8: return 1
        case .int16, .uint16: return 2
        case .character, .int32, .uint32, .float32: return 4
        default: return 8
        }
    }
    /// The number of the machine format in pickles: little-endian ones.
    var machineFormat: Int {
        switch self {
        case .uint8: return 0
        case .int8: return 1
        case .uint16: return 2
        case .int16: return 4
        case .uint32: return 6
        case .int32: return 8
        case .unsignedLong, .uint64: return 10
        case .long, .int64: return 12
        case .float32: return 14
        case .float64: return 16
        case .character: return 20
        }
    }
    /// As the buffer protocol names it ("w" is what a character of 4 bytes is).
    var bufferFormat: UInt8 { self == .character ? 119 : rawValue }
}

public enum ArrayObject {
    struct Layout {
        var head: PyObject
        var count: Int
        var items: UnsafeMutableRawPointer?
        var allocated: Int
        var code: UInt
        var weakReferences: UnsafeMutableRawPointer?
        var exports: Int
    }
    nonisolated(unsafe) public static let type: TypePointer = ArrayType.make()
    nonisolated(unsafe) public static let iteratorType: TypePointer = ArrayType.makeIterator()

    @inline(__always) static func layout(_ array: Value) -> UnsafeMutablePointer<Layout> { array.cast(to: Layout.self) }
    @inline(__always) static func count(_ array: Value) -> Int { layout(array).pointee.count }
    @inline(__always) static func code(_ array: Value) -> TypeCode {
        unsafeBitCast(UInt8(truncatingIfNeeded: layout(array).pointee.code), to: CodeByte.self).code
    }
    private struct CodeByte {
        let byte: UInt8
        var code: TypeCode { TypeCode(rawValue: byte) ?? .uint8 }
    }
    static func isInstance(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: type) }
    /// The block; meaningless while there are no items.
    @inline(__always) static func bytes(_ array: Value) -> UnsafeMutableRawPointer { unsafeBitCast(layout(array).pointee.items, to: UnsafeMutableRawPointer.self) }

    static func make(_ type: TypePointer, _ code: TypeCode, count: Int = 0) throws(Raised) -> Ref {
        let (size, overflow) = count.multipliedReportingOverflow(by: code.size)
        guard !overflow, size < Int.max / 2 else { throw raise(.memoryError, argument: .null) }
        let block = count > 0 ? Allocator.allocatePlainZeros(size, 1) : nil
        if count > 0 && block == nil { throw raise(.memoryError, argument: .null) }
        let array: Ref
        if type == self.type {
            array = Ref(owned: Value(ObjectMemory.new(type, as: PyObject.self, size: 64)))
        } else {
            array = try Instances.allocate(type)
        }
        let layout = layout(array.value)
        layout.pointee.count = count
        layout.pointee.items = block
        layout.pointee.allocated = count
        layout.pointee.code = UInt(code.rawValue)
        layout.pointee.weakReferences = nil
        layout.pointee.exports = 0
        return array
    }

    /// Changes the count; new items are undefined.
    static func resize(_ array: Value, _ count: Int) throws(Raised) {
        let layout = layout(array)
        let old = layout.pointee.count
        if layout.pointee.exports > 0 && count != old {
            throw raise(.bufferError, "cannot resize an array that is exporting buffers")
        }
        if count <= layout.pointee.allocated && count >= layout.pointee.allocated >> 1 && layout.pointee.items != nil {
            layout.pointee.count = count
            return
        }
        if count == 0 {
            Allocator.freePlain(layout.pointee.items)
            layout.pointee.items = nil
            layout.pointee.allocated = 0
            layout.pointee.count = 0
            return
        }
        let size = code(array).size
        guard count < Int.max / 32 else { throw raise(.memoryError, argument: .null) }
        let capacity = old == 0 && count > 1 ? count : count + count >> 4 + (old < 8 ? 3 : 7)
        guard let block = Allocator.resizePlain(layout.pointee.items, capacity * size) else { throw raise(.memoryError, argument: .null) }
        layout.pointee.items = block
        layout.pointee.allocated = capacity
        layout.pointee.count = count
    }

    // MARK: Items

    static func item(_ array: Value, _ index: Int) -> Ref {
        let bytes = bytes(array)
        switch code(array) {
        case .int8: return Ref(owned: Value(smallInt: Int(bytes.load(fromByteOffset: index, as: Int8.self))))
        case .uint8: return Ref(owned: Value(smallInt: Int(bytes.load(fromByteOffset: index, as: UInt8.self))))
        case .int16: return Ref(owned: Value(smallInt: Int(bytes.load(fromByteOffset: index &* 2, as: Int16.self))))
        case .uint16: return Ref(owned: Value(smallInt: Int(bytes.load(fromByteOffset: index &* 2, as: UInt16.self))))
        case .int32: return Ref(owned: Value(smallInt: Int(bytes.load(fromByteOffset: index &* 4, as: Int32.self))))
        case .uint32: return Ref(owned: Value(smallInt: Int(bytes.load(fromByteOffset: index &* 4, as: UInt32.self))))
        case .long, .int64: return IntObject.make(bytes.load(fromByteOffset: index &* 8, as: Int.self))
        case .unsignedLong, .uint64: return IntObject.make(unsigned: bytes.load(fromByteOffset: index &* 8, as: UInt.self))
        case .float32: return .float(Double(bytes.load(fromByteOffset: index &* 4, as: Float.self)))
        case .float64: return .float(bytes.load(fromByteOffset: index &* 8, as: Double.self))
        case .character: return StrObject.character(bytes.load(fromByteOffset: index &* 4, as: UInt32.self))
        }
    }

    /// Converts a value to a machine value at `target`.
    static func convert(_ code: TypeCode, _ value: Value, _ target: UnsafeMutableRawPointer) throws(Raised) {
        switch code {
        case .float32: target.storeBytes(of: Float(try FloatConversion.number(value)), as: Float.self)
        case .float64: target.storeBytes(of: try FloatConversion.number(value), as: Double.self)
        case .character:
            guard StrObject.isInstance(value), StrObject.length(value) == 1 else { throw raise(.typeError, "array item must be unicode character") }
            target.storeBytes(of: StrObject.character(value, 0), as: UInt32.self)
        case .int8:
            let number = try integer(value, Int(Int16.min), Int(Int16.max), "signed short integer")
            target.storeBytes(of: Int8(truncatingIfNeeded: try range(number, -128, 127, "signed char")), as: Int8.self)
        case .uint8: target.storeBytes(of: UInt8(truncatingIfNeeded: try integer(value, 0, 255, "unsigned byte integer")), as: UInt8.self)
        case .int16:
            target.storeBytes(of: Int16(truncatingIfNeeded: try integer(value, Int(Int16.min), Int(Int16.max), "signed short integer")), as: Int16.self)
        case .uint16:
            let number = try integer(value, Int(Int32.min), Int(Int32.max), "signed integer")
            target.storeBytes(of: UInt16(truncatingIfNeeded: try range(number, 0, 65535, "unsigned short")), as: UInt16.self)
        case .int32: target.storeBytes(of: Int32(truncatingIfNeeded: try integer(value, Int(Int32.min), Int(Int32.max), "signed integer")), as: Int32.self)
        case .uint32:
            let number = try unsigned(value, "Python int too large to convert to C unsigned long", "can't convert negative value to unsigned int")
            if number > UInt(UInt32.max) { throw raise(.overflowError, "unsigned int is greater than maximum") }
            target.storeBytes(of: UInt32(truncatingIfNeeded: number), as: UInt32.self)
        case .long: target.storeBytes(of: try integer(value, Int.min, Int.max, "long"), as: Int.self)
        case .unsignedLong:
            let number = try unsigned(value, "Python int too large to convert to C unsigned long", "can't convert negative value to unsigned int")
            target.storeBytes(of: number, as: UInt.self)
        case .int64:
            let index = try Index.object(value)
            guard let number = IntView(index.value).int else { throw raise(.overflowError, "int too big to convert") }
            target.storeBytes(of: number, as: Int.self)
        case .uint64:
            target.storeBytes(of: try unsigned(value, "int too big to convert", "can't convert negative int to unsigned"), as: UInt.self)
        }
    }
    private static func integer(_ value: Value, _ low: Int, _ high: Int, _ name: StaticString) throws(Raised) -> Int {
        if value.isSmallInt { return try range(value.smallInt, low, high, name) }
        let index = try Index.object(value)
        guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C long") }
        return try range(number, low, high, name)
    }
    private static func range(_ number: Int, _ low: Int, _ high: Int, _ name: StaticString) throws(Raised) -> Int {
        if number < low { throw raise(.overflowError, "\(name) is less than minimum") }
        if number > high { throw raise(.overflowError, "\(name) is greater than maximum") }
        return number
    }
    private static func unsigned(_ value: Value, _ large: StaticString, _ negative: StaticString) throws(Raised) -> UInt {
        let index = try Index.object(value)
        let view = IntView(index.value)
        if view.isNegative { throw raise(.overflowError, "\(negative)") }
        if let number = view.int { return UInt(number) }
        // Between 2^63 and 2^64.
        let half = try Numbers.binary(.rightShift, index.value, Value(smallInt: 1))
        guard let upper = IntView(half.value).int else { throw raise(.overflowError, "\(large)") }
        let bit = try Numbers.binary(.and, index.value, Value(smallInt: 1))
        return UInt(upper) << 1 | UInt(IntView(bit.value).int ?? 0)
    }

    static func set(_ array: Value, _ index: Int, _ value: Value) throws(Raised) {
        var word: UInt = 0
        let code = code(array)
        try withUnsafeMutablePointer(to: &word) { (pointer) throws(Raised) -> Void in try convert(code, value, UnsafeMutableRawPointer(pointer)) }
        // The conversion may have run Python code that shrank the array.
        guard index < count(array) else { throw raise(.indexError, "array assignment index out of range") }
        copyBytes(bytes(array) + index * code.size, &word, code.size)
    }
    static func insert(_ array: Value, _ index: Int, _ value: Value) throws(Raised) {
        var word: UInt = 0
        let code = code(array)
        try withUnsafeMutablePointer(to: &word) { (pointer) throws(Raised) -> Void in try convert(code, value, UnsafeMutableRawPointer(pointer)) }
        let old = count(array)
        var index = index
        if index < 0 { index = max(index &+ old, 0) }
        index = min(index, old)
        try resize(array, old + 1)
        let place = bytes(array) + index * code.size
        moveBytes(place + code.size, place, (old - index) * code.size)
        copyBytes(place, &word, code.size)
    }
    static func append(_ array: Value, _ value: Value) throws(Raised) { try insert(array, count(array), value) }
    /// Appends raw bytes, whose number is a multiple of the item size.
    static func append(_ array: Value, raw source: UnsafeRawPointer, byteCount: Int) throws(Raised) {
        if byteCount == 0 { return }
        let size = code(array).size
        let old = count(array)
        try resize(array, old + byteCount / size)
        moveBytes(bytes(array) + old * size, source, byteCount)
    }

    /// Takes items `start..<stop` out and makes room for `extra` undefined ones in their place.
    static func replace(_ array: Value, _ start: Int, _ stop: Int, room extra: Int) throws(Raised) {
        let size = code(array).size
        let old = count(array)
        let change = extra - (stop - start)
        if change > 0 {
            try resize(array, old + change)
            moveBytes(bytes(array) + (start + extra) * size, bytes(array) + stop * size, (old - stop) * size)
        } else if change < 0 {
            if layout(array).pointee.exports > 0 { throw raise(.bufferError, "cannot resize an array that is exporting buffers") }
            moveBytes(bytes(array) + (start + extra) * size, bytes(array) + stop * size, (old - stop) * size)
            try resize(array, old + change)
        }
    }
}
