// The items of memoryviews as Python objects, by format character.

import CPythonABI
import Glibc

enum MemoryItem {
    /// The character of a native single-character format (an `@` before it is allowed), or 0.
    static func code(_ format: UnsafePointer<CChar>?) -> UInt8 {
        guard var format else { return 66 }
        if format[0] == 64 { format += 1 }
        let code = UInt8(bitPattern: format[0])
        if code == 0 || format[1] != 0 { return 0 }
        return size(code) > 0 ? code : 0
    }
    /// Bytes of an item, 0 for characters that are no native format.
    static func size(_ code: UInt8) -> Int {
        switch code {
        case 99, 98, 66, 63: return 1  // c b B ?
        case 104, 72: return 2  // h H
        case 105, 73, 102: return 4  // i I f
        case 108, 76, 113, 81, 110, 78, 100, 80: return 8  // l L q Q n N d P
        default: return 0
        }
    }
    static func text(_ format: UnsafePointer<CChar>?) -> String { format.map { String(cString: $0) } ?? "B" }

    static func unsupported(_ view: UnsafeMutablePointer<Py_buffer>) -> Raised {
        raise(.notImplementedError, "memoryview: unsupported format \(text(view.pointee.format))")
    }
    /// The format of a view, or NotImplementedError.
    static func supported(_ view: UnsafeMutablePointer<Py_buffer>) throws(Raised) -> UInt8 {
        let code = code(view.pointee.format)
        if code == 0 { throw unsupported(view) }
        return code
    }

    static func unpack(_ item: UnsafeRawPointer, _ code: UInt8) throws(Raised) -> Ref {
        switch code {
        case 66: return Ref(owned: Value(smallInt: Int(item.load(as: UInt8.self))))
        case 98: return Ref(owned: Value(smallInt: Int(item.load(as: Int8.self))))
        case 99: return BytesObject.make(byte: item.load(as: UInt8.self))
        case 63: return .bool(item.load(as: UInt8.self) != 0)
        case 104: return Ref(owned: Value(smallInt: Int(item.loadUnaligned(as: Int16.self))))
        case 72: return Ref(owned: Value(smallInt: Int(item.loadUnaligned(as: UInt16.self))))
        case 105: return Ref(owned: Value(smallInt: Int(item.loadUnaligned(as: Int32.self))))
        case 73: return Ref(owned: Value(smallInt: Int(item.loadUnaligned(as: UInt32.self))))
        case 108, 113, 110: return IntObject.make(item.loadUnaligned(as: Int.self))
        case 76, 81, 78, 80: return IntObject.make(unsigned: item.loadUnaligned(as: UInt.self))
        case 102: return .float(Double(item.loadUnaligned(as: Float.self)))
        case 100: return .float(item.loadUnaligned(as: Double.self))
        default: throw raise(.notImplementedError, "memoryview: format \(UnicodeScalar(code)) not supported")
        }
    }

    static func pack(_ value: Value, _ item: UnsafeMutableRawPointer, _ code: UInt8, _ view: UnsafeMutablePointer<Py_buffer>) throws(Raised) {
        switch code {
        case 99:
            guard BytesObject.isInstance(value) else { throw wrongType(view) }
            if BytesObject.count(value) != 1 { throw wrongValue(view) }
            item.storeBytes(of: BytesObject.data(value)[0], as: UInt8.self)
        case 63: item.storeBytes(of: try Truth.of(value) ? 1 : 0, as: UInt8.self)
        case 102, 100:
            let number: Double
            do throws(Raised) { number = try FloatConversion.number(value) } catch {
                if PendingException.clear(if: .overflowError) || PendingException.clear(if: .valueError) { throw wrongValue(view) }
                guard PendingException.clear(if: .typeError) else { throw error }
                throw wrongType(view)
            }
            if code == 100 { item.storeBytes(of: number, as: Double.self) } else { item.storeBytes(of: Float(number), as: Float.self) }
        case 80:
            // An address may be given as a negative number.
            let (magnitude, negative) = try word(value, view)
            if negative && magnitude > 1 << 63 { throw wrongValue(view) }
            item.storeBytes(of: negative ? 0 &- magnitude : magnitude, as: UInt.self)
        case 76, 81, 78:
            let (magnitude, negative) = try word(value, view)
            if negative && magnitude != 0 { throw wrongValue(view) }
            item.storeBytes(of: magnitude, as: UInt.self)
        default:
            let (magnitude, negative) = try word(value, view)
            guard magnitude <= UInt(Int.max) + (negative ? 1 : 0) else { throw wrongValue(view) }
            let number = negative ? Int(truncatingIfNeeded: 0 &- magnitude) : Int(magnitude)
            switch code {
            case 66: try store(UInt8(exactly: number), item, view)
            case 98: try store(Int8(exactly: number), item, view)
            case 104: try store(Int16(exactly: number), item, view)
            case 72: try store(UInt16(exactly: number), item, view)
            case 105: try store(Int32(exactly: number), item, view)
            case 73: try store(UInt32(exactly: number), item, view)
            case 108, 113, 110: item.storeBytes(of: number, as: Int.self)
            default: throw unsupported(view)
            }
        }
    }
    private static func store<T: BitwiseCopyable>(_ number: T?, _ item: UnsafeMutableRawPointer, _ view: UnsafeMutablePointer<Py_buffer>) throws(Raised) {
        guard let number else { throw wrongValue(view) }
        item.storeBytes(of: number, as: T.self)
    }
    /// Magnitude and sign of an int; ValueError if it is beyond 64 bits.
    private static func word(_ value: Value, _ view: UnsafeMutablePointer<Py_buffer>) throws(Raised) -> (UInt, Bool) {
        let index: Ref
        do throws(Raised) { index = try Index.object(value) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw wrongType(view)
        }
        var room = IntView(index.value)
        let negative = room.isNegative
        var magnitude: UInt = 0
        var overflow = false
        try room.withDigits { (digits, count) throws(Raised) -> Void in
            var position = count - 1
            while position >= 0 {
                if magnitude >> 34 != 0 { overflow = true }
                magnitude = magnitude << 30 | UInt(digits[position])
                position -= 1
            }
        }
        if overflow { throw wrongValue(view) }
        return (magnitude, negative)
    }
    private static func wrongType(_ view: UnsafeMutablePointer<Py_buffer>) -> Raised {
        raise(.typeError, "memoryview: invalid type for format '\(text(view.pointee.format))'")
    }
    private static func wrongValue(_ view: UnsafeMutablePointer<Py_buffer>) -> Raised {
        raise(.valueError, "memoryview: invalid value for format '\(text(view.pointee.format))'")
    }
}
