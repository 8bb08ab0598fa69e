// ASCII and Latin-1: one byte a character.

import CPythonABI
import Glibc

public enum NarrowCodecs {
    /// `limit` is 0x80 for ASCII, 0x100 for Latin-1.
    public static func encode(_ value: Value, _ errors: Value, limit: UInt32) throws(Raised) -> Ref {
        let text = StrSpan(value)
        if StrObject.isASCII(value) || (text.kind == .one && limit == 0x100) { return try BytesObject.make(text.bytes, text.count) }
        let name: StaticString = limit == 0x80 ? "ascii" : "latin-1"
        let reason: StaticString = limit == 0x80 ? "ordinal not in range(128)" : "ordinal not in range(256)"
        var builder = StrBuilder(capacity: text.count)
        var failures = EncodeErrors(name, errors, value)
        var position = 0
        while position < text.count {
            let code = text[position]
            if code < limit {
                try builder.append(code)
                position &+= 1
                continue
            }
            var end = position &+ 1
            while end < text.count && text[end] >= limit { end &+= 1 }
            let replacement = try failures.handle(position, end, reason)
            try BytesReplacement.append(replacement, &builder, &failures, position, end, reason, limit: limit)
            position = replacement.position
        }
        return try builder.finishBytes()
    }

    public static func decodeASCII(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value) throws(Raised) -> Ref {
        var position = Characters.asciiPrefix(bytes, count)
        if position == count { return try StrObject.make(ascii: bytes, count) }
        var builder = StrBuilder(capacity: count)
        try builder.append(ascii: bytes, position)
        var failures = DecodeErrors("ascii", errors, bytes, count)
        // An error handler may put other bytes in place of these.
        var (bytes, count) = (bytes, count)
        while position < count {
            let run = Characters.asciiPrefix(bytes + position, count &- position)
            try builder.append(ascii: bytes + position, run)
            position &+= run
            if position < count { position = try failures.handle(&bytes, &count, position, position &+ 1, "ordinal not in range(128)", &builder) }
        }
        return try builder.finish()
    }
    public static func decodeLatin1(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        try StrObject.make(latin1: bytes, count)
    }
}
