// Strings in the notation of JSON.

import CPythonABI
import Runtime

enum JsonText {
    /// The module's own functions: an encoder that uses one of them needs not call it.
    nonisolated(unsafe) static var plainEncoder = Value.null
    nonisolated(unsafe) static var asciiEncoder = Value.null

    static func quoted(_ text: Value, ascii: Bool) throws(Raised) -> Ref {
        guard StrObject.isInstance(text) else { throw raise(.typeError, "first argument must be a string, not \(text.type.name)") }
        var builder = StrBuilder(capacity: StrObject.length(text) + 2)
        try append(text, ascii: ascii, to: &builder)
        return try builder.finish()
    }

    /// Appends a str between quotes, with escapes.
    static func append(_ text: Value, ascii: Bool, to builder: inout StrBuilder) throws(Raised) {
        let count = StrObject.length(text)
        try builder.append(34)
        if StrObject.isASCII(text) {
            // Runs of characters that stand for themselves are copied whole.
            let bytes = StrObject.data(text).assumingMemoryBound(to: UInt8.self)
            var start = 0
            var index = 0
            while index < count {
                let byte = bytes[index]
                if byte < 32 || byte == 34 || byte == 92 || (byte == 127 && ascii) {
                    if index > start { try builder.append(ascii: bytes + start, index &- start) }
                    try escape(UInt32(byte), &builder)
                    start = index &+ 1
                }
                index &+= 1
            }
            if count > start { try builder.append(ascii: bytes + start, count &- start) }
        } else {
            let data = StrObject.data(text)
            switch StrObject.kind(text) {
            case .one: try append(data.assumingMemoryBound(to: UInt8.self), text, ascii, &builder)
            case .two: try append(data.assumingMemoryBound(to: UInt16.self), text, ascii, &builder)
            case .four: try append(data.assumingMemoryBound(to: UInt32.self), text, ascii, &builder)
            }
        }
        try builder.append(34)
    }

    private static func append<Unit: FixedWidthInteger & UnsignedInteger>(
        _ units: CharacterPointer<Unit>, _ text: Value, _ ascii: Bool, _ builder: inout StrBuilder
    ) throws(Raised) {
        let count = StrObject.length(text)
        var start = 0
        for index in 0..<count {
            let code = UInt32(truncatingIfNeeded: units[index])
            guard code < 32 || code == 34 || code == 92 || (ascii && code > 126) else { continue }
            if index > start { try builder.append(text, start, index) }
            try escape(code, &builder)
            start = index &+ 1
        }
        if count > start { try builder.append(text, start, count) }
    }

    private static func escape(_ code: UInt32, _ builder: inout StrBuilder) throws(Raised) {
        switch code {
        case 34: try builder.append("\\\"")
        case 92: try builder.append("\\\\")
        case 8: try builder.append("\\b")
        case 12: try builder.append("\\f")
        case 10: try builder.append("\\n")
        case 13: try builder.append("\\r")
        case 9: try builder.append("\\t")
        default:
            if code >= 0x10000 {
                let offset = code &- 0x10000
                try unit(0xD800 | offset &>> 10, &builder)
                try unit(0xDC00 | offset & 0x3FF, &builder)
            } else {
                try unit(code, &builder)
            }
        }
    }
    /// \uXXXX
    private static func unit(_ code: UInt32, _ builder: inout StrBuilder) throws(Raised) {
        try builder.append("\\u")
        var shift: UInt32 = 16
        while shift > 0 {
            shift -= 4
            let digit = code &>> shift & 15
            try builder.append(digit < 10 ? 48 &+ digit : 87 &+ digit)
        }
    }
}
