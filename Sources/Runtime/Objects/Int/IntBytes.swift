// int.to_bytes and int.from_bytes.

import CPythonABI
import Numerics

enum IntBytes {
    private static func order(_ value: Value, _ function: StaticString) throws(Raised) -> Digits.ByteOrder {
        if value.isNull { return .big }
        guard StrObject.isInstance(value) else {
            throw raise(.typeError, "\(function)() argument 'byteorder' must be str, not \(ArgumentTypeName.of(value))")
        }
        if StrObject.equals(value, "little") { return .little }
        if StrObject.equals(value, "big") { return .big }
        throw raise(.valueError, "byteorder must be either 'little' or 'big'")
    }

    static func toBytes(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let count = arguments[0].isNull ? 1 : try Index.size(arguments[0])
        let order = try order(arguments[1], "to_bytes")
        let signed = arguments[2].isNull ? false : try Truth.of(arguments[2])
        if count < 0 { throw raise(.valueError, "length argument must be non-negative") }
        let bytes = try BytesObject.allocate(count)
        let conversion = try IntObject.withDigits(self) { (x, size) throws(Raised) -> Digits.ByteConversion in
            Digits.toBytes(BytesObject.data(bytes.value), count, x, size: size, order: order, signed: signed)
        }
        switch conversion {
        case .done: return bytes
        case .tooBig: throw raise(.overflowError, "int too big to convert")
        case .negative: throw raise(.overflowError, "can't convert negative int to unsigned")
        }
    }

    /// bytes(value), of an object with a buffer or `__bytes__`, or an iterable of ints.
    private static func bytes(_ value: Value) throws(Raised) -> Ref {
        if value.isObject && NumericText.bytes(value) != nil { return Ref(value) }
        if StrObject.isInstance(value) { throw raise(.typeError, "cannot convert 'str' object to bytes") }
        if !value.type.lookup(Names.bytes).isNull {
            let result = try DunderAdapters.callMethod(value, Names.bytes)
            guard BytesObject.isInstance(result.value) else {
                throw raise(.typeError, "__bytes__ returned non-bytes (type \(result.value.type.name))")
            }
            return result
        }
        return try BytesType.from(value)
    }
    static func fromBytes(_ type: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let order = try order(arguments[1], "from_bytes")
        let signed = arguments[2].isNull ? false : try Truth.of(arguments[2])
        let source = try bytes(arguments[0])
        let number = try make(source.value, order, signed: signed)
        if type === PyLong_TypePointer().value { return number }
        return try Call.call(type, number.value)
    }
    private static func make(_ source: Value, _ order: Digits.ByteOrder, signed: Bool) throws(Raised) -> Ref {
        guard let bytes = NumericText.bytes(source), let start = bytes.baseAddress, bytes.count > 0 else { return IntObject.make(0) }
        if bytes.count <= 6 && !signed {
            var number = 0
            for index in 0..<bytes.count { number = number << 8 | Int(order == .big ? start[index] : start[bytes.count - 1 - index]) }
            return IntObject.make(number)
        }
        return try IntObject.build(room: Digits.roomForBytes(bytes.count)) { (room) throws(Digits.Interruption) -> Int in
            Digits.fromBytes(room, start, bytes.count, order: order, signed: signed)
        }
    }
}
