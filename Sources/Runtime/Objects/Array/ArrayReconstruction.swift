// array._array_reconstructor: arrays out of pickles, which may come from another machine.

import CPythonABI
import Glibc

public enum ArrayReconstruction {
    /// The function, set when the module is made.
    nonisolated(unsafe) public static var function = Value.none

    /// (type, type code, number of the machine format, bytes)
    public static func reconstruct(_ arguments: Arguments) throws(Raised) -> Ref {
        guard Classes.isType(arguments[0]) else {
            throw raise(.typeError, "first argument must be a type object, not \(arguments[0].type.fullName)")
        }
        let type = Classes.type(arguments[0])
        guard type.isSubtype(of: ArrayObject.type) else { throw raise(.typeError, "\(type.fullName) is not a subtype of \(ArrayObject.type.fullName)") }
        guard StrObject.isInstance(arguments[1]), StrObject.length(arguments[1]) == 1 else {
            throw raise(.typeError, "_array_reconstructor() argument 2 must be a unicode character, not \(arguments[1].type.fullName)")
        }
        let letter = StrObject.character(arguments[1], 0)
        let format = try Index.int32(arguments[2])
        guard BytesObject.isInstance(arguments[3]) else {
            throw raise(.typeError, "fourth argument should be bytes, not \(arguments[3].type.fullName)")
        }
        guard letter < 128, let code = TypeCode(rawValue: UInt8(letter)) else { throw raise(.valueError, "second argument must be a valid type code") }
        guard format >= 0 && format <= 21 else { throw raise(.valueError, "third argument must be a valid machine format code.") }
        let result = try ArrayObject.make(type, code)
        if format == code.machineFormat {
            try ArrayMethods.fromBytes(result.value, arguments[3])
            return result
        }
        try decode(result.value, format, BytesObject.data(arguments[3]), BytesObject.count(arguments[3]))
        return result
    }

    /// Bytes an item has in a format.
    private static func size(_ format: Int) -> Int {
        switch format {
        case 0, 1: return 1
        case 2...5, 18, 19: return 2
        case 6...9, 14, 15, 20, 21: return 4
        default: return 8
        }
    }

    private static func decode(_ array: Value, _ format: Int, _ bytes: UnsafePointer<UInt8>, _ count: Int) throws(Raised) {
        let size = size(format)
        if count % size != 0 { throw raise(.valueError, "string length not a multiple of item size") }
        // Of each pair of formats the even number is the little-endian one.
        let big = format > 1 && format & 1 != 0
        var lead: UInt32 = 0
        for index in 0..<count / size {
            var word: UInt = 0
            for offset in 0..<size {
                word |= UInt(bytes[index * size + (big ? size - 1 - offset : offset)]) << UInt(offset * 8)
            }
            let item: Ref
            switch format {
            case 1: item = IntObject.make(Int(Int8(truncatingIfNeeded: word)))
            case 4, 5: item = IntObject.make(Int(Int16(truncatingIfNeeded: word)))
            case 8, 9: item = IntObject.make(Int(Int32(truncatingIfNeeded: word)))
            case 12, 13: item = IntObject.make(Int(bitPattern: word))
            case 14, 15: item = .float(Double(Float(bitPattern: UInt32(word))))
            case 16, 17: item = .float(Double(bitPattern: UInt64(word)))
            case 18, 19:
                let unit = UInt32(word)
                if unit >= 0xD800 && unit < 0xDC00 {
                    lead = unit
                    continue
                }
                let isPair = lead != 0 && unit >= 0xDC00 && unit < 0xE000
                item = StrObject.character(isPair ? 0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00) : unit)
                lead = 0
            case 20, 21: item = StrObject.character(min(UInt32(word), 0x10FFFF))
            default: item = IntObject.make(unsigned: word)
            }
            try ArrayObject.append(array, item.value)
        }
    }
}
