// repr() and ascii() of strs.

import CPythonABI

extension Repr {
    /// ascii(value)
    public static func ascii(_ value: Value) throws(Raised) -> Ref { try StrRepr.ascii(value) }
}

enum StrRepr {
    static func repr(_ self: Value) throws(Raised) -> Ref { try repr(StrSpan(self), ascii: false) }
    /// ascii(value): the repr with everything beyond ASCII escaped.
    static func ascii(_ value: Value) throws(Raised) -> Ref {
        let text = try Repr.of(value)
        if StrObject.isASCII(text.value) { return text }
        let span = StrSpan(text.value)
        var builder = StrBuilder(capacity: span.count)
        for index in 0..<span.count {
            let code = span[index]
            if code < 0x80 { try builder.append(code) } else { try escape(code, &builder) }
        }
        return try builder.finish()
    }

    static func repr(_ text: StrSpan, ascii: Bool) throws(Raised) -> Ref {
        var single = false
        var double = false
        var plain = true
        for index in 0..<text.count {
            let code = text[index]
            if code == 39 { single = true } else if code == 34 { double = true } else if code == 92 || !CharacterTraits.isPrintable(code) || (ascii && code >= 0x80) {
                plain = false
            }
        }
        let quote: UInt32 = single && !double ? 34 : 39
        if plain && !(single && double) {
            let bound = text.bound
            let result = try StrObject.allocate(length: text.count &+ 2, maximum: bound)
            let data = StrObject.data(result.value)
            let kind = StrObject.Kind.holding(bound)
            StrObject.store(quote, data, kind, 0)
            Characters.copy(text, 0, to: data, kind, at: 1, text.count)
            StrObject.store(quote, data, kind, text.count &+ 1)
            return result
        }
        var builder = StrBuilder(capacity: text.count &+ 16)
        try builder.append(quote)
        for index in 0..<text.count {
            let code = text[index]
            if code == quote || code == 92 {
                try builder.append(92)
                try builder.append(code)
            } else if CharacterTraits.isPrintable(code) && !(ascii && code >= 0x80) {
                try builder.append(code)
            } else {
                switch code {
                case 9: try builder.append("\\t")
                case 10: try builder.append("\\n")
                case 13: try builder.append("\\r")
                default: try escape(code, &builder)
                }
            }
        }
        try builder.append(quote)
        return try builder.finish()
    }

    /// \xhh, \uhhhh or \Uhhhhhhhh
    static func escape(_ code: UInt32, _ builder: inout StrBuilder) throws(Raised) {
        try builder.append(92)
        if code < 0x100 {
            try builder.append(120)
            try hexadecimal(code, 2, &builder)
        } else if code < 0x10000 {
            try builder.append(117)
            try hexadecimal(code, 4, &builder)
        } else {
            try builder.append(85)
            try hexadecimal(code, 8, &builder)
        }
    }
    static func hexadecimal(_ code: UInt32, _ digits: Int, _ builder: inout StrBuilder) throws(Raised) {
        var shift = UInt32(digits &- 1) &* 4
        while true {
            let digit = code &>> shift & 15
            try builder.append(digit < 10 ? 48 &+ digit : 87 &+ digit)
            if shift == 0 { return }
            shift &-= 4
        }
    }
}
