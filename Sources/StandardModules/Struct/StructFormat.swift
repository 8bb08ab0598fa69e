// Formats of _struct: what a format string means.
//
// A compiled format is a list of small ints, four for each run of equal items: the code, the offset, the size of one item, and how many
// there are. Padding is in the offsets.

import CPythonABI
import Runtime

enum StructFormat {
    static let wordsPerRun = 4

    /// A parsed format: its runs as a list, the size, the number of values, and the byte order.
    struct Parsed: ~Copyable {
        var runs: Ref
        var size: Int
        var values: Int
        var isBig: Bool
    }

    /// `format` holds ASCII bytes.
    static func parse(_ format: borrowing BytesView) throws(Raised) -> Parsed {
        let count = format.count
        var position = 0
        var isNative = true
        var isAligned = true
        var isBig = false
        if count > 0 {
            switch format.bytes[0] {
            case UInt8(ascii: "@"): position = 1
            case UInt8(ascii: "="), UInt8(ascii: "<"): (position, isNative, isAligned) = (1, false, false)
            case UInt8(ascii: ">"), UInt8(ascii: "!"): (position, isNative, isAligned, isBig) = (1, false, false, true)
            default: break
            }
        }
        let runs = ListObject.make()
        var size = 0
        var values = 0
        let tooLong = "total struct size too long"
        while position < count {
            var code = format.bytes[position]
            position += 1
            if code == 0x20 || code &- 9 < 5 { continue }
            var number = 1
            if code &- 0x30 < 10 {
                number = Int(code - 0x30)
                while true {
                    guard position < count else { throw StructErrors.raise("repeat count given without format specifier") }
                    code = format.bytes[position]
                    position += 1
                    guard code &- 0x30 < 10 else { break }
                    let (tens, o1) = number.multipliedReportingOverflow(by: 10)
                    let (sum, o2) = tens.addingReportingOverflow(Int(code - 0x30))
                    if o1 || o2 { throw StructErrors.raise(tooLong) }
                    number = sum
                }
            }
            guard let (itemSize, alignment) = shape(code, native: isNative) else {
                throw StructErrors.raise(code == 0 ? "embedded null character" : "bad char in struct format")
            }
            if isAligned && alignment > 1 && size > 0 {
                let (padded, overflow) = size.addingReportingOverflow(alignment - 1)
                if overflow { throw StructErrors.raise(tooLong) }
                size = padded / alignment * alignment
            }
            let (room, o1) = number.multipliedReportingOverflow(by: itemSize)
            let (end, o2) = size.addingReportingOverflow(room)
            if o1 || o2 || end > Value.maxSmallInt { throw StructErrors.raise(tooLong) }
            let isText = code == UInt8(ascii: "s") || code == UInt8(ascii: "p")
            if code != UInt8(ascii: "x") && (number > 0 || isText) {
                for word in [Int(code), size, isText ? number : itemSize, isText ? 1 : number] {
                    try ListObject.append(runs.value, Value(smallInt: word))
                }
                values += isText ? 1 : number
            }
            size = end
        }
        return Parsed(runs: runs, size: size, values: values, isBig: isBig)
    }

    /// Size and alignment of an item.
    private static func shape(_ code: UInt8, native: Bool) -> (Int, Int)? {
        switch code {
        case UInt8(ascii: "x"), UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "c"), UInt8(ascii: "s"), UInt8(ascii: "p"),
            UInt8(ascii: "?"):
            return (1, 1)
        case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "e"): return (2, 2)
        case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "f"): return (4, 4)
        case UInt8(ascii: "l"), UInt8(ascii: "L"): return native ? (8, 8) : (4, 4)
        case UInt8(ascii: "q"), UInt8(ascii: "Q"), UInt8(ascii: "d"): return (8, 8)
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "P"): return native ? (8, 8) : nil
        default: return nil
        }
    }
}

/// struct.error.
enum StructErrors {
    static let type: Value = {
        let name = StrObject.make("error")
        let bases = TupleObject.make(PyExc_ExceptionPointer().value)
        let namespace = DictObject.make()
        let module = StrObject.make("struct")
        DictObject.set(namespace.value, name: Names.module, module.value)
        do throws(Raised) { return try Call.call(PyType_TypePointer().value, name.value, bases.value, namespace.value).take() } catch {
            PendingException.clear()
            return PyExc_ValueErrorPointer().value
        }
    }()
    static func raise(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return Runtime.raise(Classes.type(type), text.value)
    }
}
