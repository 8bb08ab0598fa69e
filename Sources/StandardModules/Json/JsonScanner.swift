// The type Scanner: finds a JSON value at a place in a str.

import CPythonABI
import Runtime

enum JsonScanner {
    /// Fields: what the decoder is set to.
    static let strict = 0
    static let objectHook = 1
    static let pairsHook = 2
    static let parseFloat = 3
    static let parseInt = 4
    static let parseConstant = 5
    private static let names: [StaticString] = ["strict", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"]
    private static let newParameters = BoundParameters("(context)")
    private static let callParameters = BoundParameters("(string, idx)")

    static let type: TypePointer = FieldObject.type("_json.Scanner", fields: 6, [.subclassable]) { type in
        type.doc("JSON scanner object")
        type.field("strict", strict, doc: "strict")
        type.field("object_hook", objectHook, doc: "object_hook")
        type.field("object_pairs_hook", pairsHook)
        type.field("parse_float", parseFloat, doc: "parse_float")
        type.field("parse_int", parseInt, doc: "parse_int")
        type.field("parse_constant", parseConstant, doc: "parse_constant")
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try newParameters.withBound(arguments, "make_scanner") { (bound) throws(Raised) -> Ref in
                let result = try FieldObject.make(type)
                let fields = Fields(result.value)
                for (index, name) in names.enumerated() {
                    let attribute = try Attributes.get(bound[0], name)
                    if index == strict {
                        fields.set(index, Value(bool: try Truth.of(attribute.value)))
                    } else {
                        fields.set(index, attribute.value)
                    }
                }
                return result
            }
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            if arguments.count == 2 && arguments.keywordNames.isNull { return try scan(self, arguments[0], arguments[1]) }
            return try callParameters.withBound(arguments, "scan_once") { (bound) throws(Raised) -> Ref in
                try scan(self, bound[0], bound[1])
            }
        }
    }

    private static func scan(_ self: Value, _ text: Value, _ index: Value) throws(Raised) -> Ref {
        let start = try CInteger.size(index)
        guard StrObject.isInstance(text) else { throw raise(.typeError, "first argument must be a string, not \(text.type.name)") }
        if start < 0 { throw raise(.valueError, "idx cannot be negative") }
        let held = Ref(self)
        let data = StrObject.data(text)
        var end = 0
        let value: Ref
        switch StrObject.kind(text) {
        case .one:
            var reader = JsonReader(data.assumingMemoryBound(to: UInt8.self), text, held.value)
            value = try reader.value(start)
            end = reader.end
        case .two:
            var reader = JsonReader(data.assumingMemoryBound(to: UInt16.self), text, held.value)
            value = try reader.value(start)
            end = reader.end
        case .four:
            var reader = JsonReader(data.assumingMemoryBound(to: UInt32.self), text, held.value)
            value = try reader.value(start)
            end = reader.end
        }
        return TupleObject.make(value.value, Value(smallInt: end))
    }

    /// The string that begins behind the quote in front of `start`; `end` is behind the quote that ends it.
    static func string(_ text: Value, _ start: Int, strict: Bool, end: inout Int) throws(Raised) -> Ref {
        let data = StrObject.data(text)
        switch StrObject.kind(text) {
        case .one:
            return try JsonStrings.scan(data.assumingMemoryBound(to: UInt8.self), text, start, strict, &end)
        case .two:
            return try JsonStrings.scan(data.assumingMemoryBound(to: UInt16.self), text, start, strict, &end)
        case .four:
            return try JsonStrings.scan(data.assumingMemoryBound(to: UInt32.self), text, start, strict, &end)
        }
    }
}

/// Scanning of strings.
enum JsonStrings {
    /// The first quote, backslash or control character from `start` on, or the end.
    @inline(__always) static func plainEnd<Unit: FixedWidthInteger & UnsignedInteger>(
        _ text: CharacterPointer<Unit>, _ start: Int, _ count: Int
    ) -> Int {
        var index = start
        while index < count {
            let unit = text[index]
            if unit == 34 || unit == 92 || unit < 32 { break }
            index &+= 1
        }
        return index
    }

    @inline(__always) static func scan<Unit: FixedWidthInteger & UnsignedInteger>(
        _ text: CharacterPointer<Unit>, _ string: Value, _ start: Int, _ strict: Bool, _ end: inout Int
    ) throws(Raised) -> Ref {
        let count = StrObject.length(string)
        let stop = plainEnd(text, start, count)
        if stop < count && text[stop] == 34 {
            end = stop &+ 1
            return try StrObject.substring(string, start, stop)
        }
        return try scanEscaped(text, string, start, strict, &end)
    }

    static func scanEscaped<Unit: FixedWidthInteger & UnsignedInteger>(
        _ text: CharacterPointer<Unit>, _ string: Value, _ begin: Int, _ strict: Bool, _ end: inout Int
    ) throws(Raised) -> Ref {
        let count = StrObject.length(string)
        var builder = StrBuilder()
        var start = begin
        while true {
            let stop = plainEnd(text, start, count)
            if stop > start { try builder.append(string, start, stop) }
            if stop >= count { throw JsonModule.fail("Unterminated string starting at", string, begin - 1) }
            let unit = text[stop]
            if unit == 34 {
                end = stop &+ 1
                return try builder.finish()
            }
            if unit != 92 {
                if strict { throw JsonModule.fail("Invalid control character at", string, stop) }
                try builder.append(UInt32(truncatingIfNeeded: unit))
                start = stop &+ 1
                continue
            }
            let index = stop &+ 1
            if index >= count { throw JsonModule.fail("Unterminated string starting at", string, begin - 1) }
            start = index &+ 1
            switch text[index] {
            case 34, 92, 47: try builder.append(UInt32(truncatingIfNeeded: text[index]))
            case 98: try builder.append(8)
            case 102: try builder.append(12)
            case 110: try builder.append(10)
            case 114: try builder.append(13)
            case 116: try builder.append(9)
            case 117:
                // The closing quote must still come behind the digits.
                guard let code = hexadecimal(text, index &+ 1, count) else { throw JsonModule.fail("Invalid \\uXXXX escape", string, index) }
                start = index &+ 5
                if code & 0xFC00 == 0xD800, start &+ 6 < count, text[start] == 92, text[start &+ 1] == 117,
                    let low = hexadecimal(text, start &+ 2, count), low & 0xFC00 == 0xDC00
                {
                    try builder.append(0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF))
                    start &+= 6
                } else {
                    try builder.append(code)
                }
            default: throw JsonModule.fail("Invalid \\escape", string, stop)
            }
        }
    }
    private static func hexadecimal<Unit: FixedWidthInteger & UnsignedInteger>(_ text: CharacterPointer<Unit>, _ start: Int, _ count: Int) -> UInt32? {
        guard start &+ 4 < count else { return nil }
        var code: UInt32 = 0
        for index in start..<start &+ 4 {
            let unit = UInt32(truncatingIfNeeded: text[index])
            if unit &- 48 < 10 {
                code = code << 4 | (unit &- 48)
            } else if (unit | 32) &- 97 < 6 {
                code = code << 4 | ((unit | 32) &- 87)
            } else {
                return nil
            }
        }
        return code
    }
}
