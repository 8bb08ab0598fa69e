// UTF-16 and UTF-32.

import CPythonABI

public enum WideCodecs {
    public enum Order: Sendable {
        /// With a byte order mark: written, and looked for.
        case native
        case little, big
    }

    /// Writes a unit of 2 or 4 bytes.
    static func put(_ unit: UInt32, _ width: Int, big: Bool, _ builder: inout StrBuilder) throws(Raised) {
        for index in 0..<width {
            let shift = UInt32(8 * (big ? width - 1 - index : index))
            try builder.append(unit >> shift & 0xFF)
        }
    }
    private static func putCharacter(_ code: UInt32, _ width: Int, big: Bool, _ builder: inout StrBuilder) throws(Raised) {
        if width == 2 && code >= 0x10000 {
            try put(0xD7C0 + code >> 10, 2, big: big, &builder)
            try put(0xDC00 | code & 0x3FF, 2, big: big, &builder)
        } else {
            try put(code, width, big: big, &builder)
        }
    }

    /// `width` is 2 for UTF-16, 4 for UTF-32.
    public static func encode(_ value: Value, _ errors: Value, width: Int, _ order: Order) throws(Raised) -> Ref {
        let name: StaticString
        switch (width, order) {
        case (2, .native): name = "utf-16"
        case (2, .little): name = "utf-16-le"
        case (2, .big): name = "utf-16-be"
        case (_, .native): name = "utf-32"
        case (_, .little): name = "utf-32-le"
        case (_, .big): name = "utf-32-be"
        }
        let big = order == .big
        let text = StrSpan(value)
        var builder = StrBuilder(capacity: text.count &* width &+ 4)
        if order == .native { try put(0xFEFF, width, big: false, &builder) }
        var failures = EncodeErrors(name, errors, value)
        var position = 0
        while position < text.count {
            let code = text[position]
            if code &- 0xD800 >= 0x800 || failures.mode == .surrogatePass {
                try putCharacter(code, width, big: big, &builder)
                position &+= 1
                continue
            }
            let replacement = try failures.handle(position, position &+ 1, "surrogates not allowed")
            let given = replacement.value.value
            if !given.isNull {
                if BytesObject.isInstance(given) {
                    if BytesObject.count(given) % width != 0 { throw try failures.failed(position, position &+ 1, "surrogates not allowed") }
                    try builder.append(StrSpan(bytes: UnsafePointer(BytesObject.data(given)), BytesObject.count(given)))
                } else {
                    if !StrObject.isASCII(given) { throw try failures.failed(position, position &+ 1, "surrogates not allowed") }
                    for index in 0..<StrObject.length(given) { try put(StrObject.character(given, index), width, big: big, &builder) }
                }
            }
            position = replacement.position
        }
        return try builder.finishBytes()
    }

    /// Decodes. `order` says what is known of the byte order, and is set from the mark.
    public static func decode(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, width: Int, _ order: inout Order, final: Bool = true, consumed: inout Int
    ) throws(Raised) -> Ref {
        var position = 0
        if order == .native && count >= width {
            if width == 2 {
                let mark = UInt32(bytes[1]) << 8 | UInt32(bytes[0])
                if mark == 0xFEFF { order = .little } else if mark == 0xFFFE { order = .big }
            } else {
                let mark = UInt32(bytes[3]) << 24 | UInt32(bytes[2]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[0])
                if mark == 0xFEFF { order = .little } else if mark == 0xFFFE_0000 { order = .big }
            }
            if order != .native { position = width }
        }
        let big = order == .big
        let name: StaticString = width == 2 ? (big ? "utf-16-be" : "utf-16-le") : (big ? "utf-32-be" : "utf-32-le")
        var failures = DecodeErrors(name, errors, bytes, count)
        // An error handler may put other bytes in place of these.
        var (bytes, count) = (bytes, count)
        var builder = StrBuilder(capacity: count / width)
        consumed = count
        func unit(_ at: Int) -> UInt32 {
            if width == 2 {
                let (a, b) = (UInt32(bytes[at]), UInt32(bytes[at &+ 1]))
                return big ? a &<< 8 | b : b &<< 8 | a
            }
            let (a, b, c, d) = (UInt32(bytes[at]), UInt32(bytes[at &+ 1]), UInt32(bytes[at &+ 2]), UInt32(bytes[at &+ 3]))
            return big ? a &<< 24 | b &<< 16 | c &<< 8 | d : d &<< 24 | c &<< 16 | b &<< 8 | a
        }
        while position < count {
            if count &- position < width {
                if !final {
                    consumed = position
                    break
                }
                position = try failures.handle(&bytes, &count, position, count, "truncated data", &builder)
                continue
            }
            let code = unit(position)
            if width == 4 {
                if code &- 0xD800 < 0x800 {
                    if failures.mode == .surrogatePass { try builder.append(code) } else {
                        position = try failures.handle(&bytes, &count, position, position &+ 4, "code point in surrogate code point range(0xd800, 0xe000)", &builder)
                        continue
                    }
                } else if code > 0x10FFFF {
                    position = try failures.handle(&bytes, &count, position, position &+ 4, "code point not in range(0x110000)", &builder)
                    continue
                } else {
                    try builder.append(code)
                }
                position &+= 4
                continue
            }
            if code &- 0xD800 >= 0x800 {
                try builder.append(code)
                position &+= 2
                continue
            }
            if code >= 0xDC00 {
                if failures.mode == .surrogatePass {
                    try builder.append(code)
                    position &+= 2
                } else {
                    position = try failures.handle(&bytes, &count, position, position &+ 2, "illegal encoding", &builder)
                }
                continue
            }
            if count &- position < 4 {
                if !final {
                    consumed = position
                    break
                }
                if failures.mode == .surrogatePass {
                    try builder.append(code)
                    position &+= 2
                } else {
                    position = try failures.handle(&bytes, &count, position, count, "unexpected end of data", &builder)
                }
                continue
            }
            let second = unit(position &+ 2)
            if second &- 0xDC00 < 0x400 {
                try builder.append(0x10000 &+ (code &- 0xD800) &<< 10 &+ (second &- 0xDC00))
                position &+= 4
            } else if failures.mode == .surrogatePass {
                try builder.append(code)
                position &+= 2
            } else {
                position = try failures.handle(&bytes, &count, position, position &+ 2, "illegal UTF-16 surrogate", &builder)
            }
        }
        return try builder.finish()
    }
}
