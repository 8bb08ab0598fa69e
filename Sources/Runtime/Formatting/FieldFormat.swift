// str.format and str.format_map: replacement fields (Python library reference, "Format String Syntax").

import CPythonABI

/// What a format string has between literal text.
struct ReplacementField {
    var nameStart = 0
    var nameEnd = 0
    var specStart = 0
    var specEnd = 0
    /// 0 if there is none.
    var conversion: UInt32 = 0
    var specNeedsExpanding = false
    /// Whether there is a field; otherwise only literal text was found.
    var present = false
}

/// Reads a format string piece by piece.
struct MarkupReader {
    let text: StrSpan
    var position: Int
    let end: Int

    /// The next literal text (as a range) and field. False at the end of the string. `{{` and `}}` end a literal with one brace.
    mutating func next(_ literalStart: inout Int, _ literalEnd: inout Int, _ field: inout ReplacementField) throws(Raised) -> Bool {
        field = ReplacementField()
        if position >= end { return false }
        literalStart = position
        var code: UInt32 = 0
        var brace = false
        while position < end {
            code = text[position]
            position &+= 1
            if code == 123 || code == 125 {
                brace = true
                break
            }
        }
        if !brace {
            literalEnd = position
            return true
        }
        let atEnd = position >= end
        if code == 125 && (atEnd || text[position] != 125) { throw raise(.valueError, "Single '}' encountered in format string") }
        if atEnd && code == 123 { throw raise(.valueError, "Single '{' encountered in format string") }
        if text[position] == code {
            // Doubled: one of them belongs to the text.
            literalEnd = position
            position &+= 1
            return true
        }
        literalEnd = position &- 1
        try readField(&field)
        return true
    }
    private mutating func readField(_ field: inout ReplacementField) throws(Raised) {
        field.present = true
        field.nameStart = position
        var inBrackets = false
        var code: UInt32 = 0
        var stopped = false
        while position < end {
            code = text[position]
            position &+= 1
            if code == 123 && !inBrackets { throw raise(.valueError, "unexpected '{' in field name") }
            if code == 91 { inBrackets = true } else if code == 93 { inBrackets = false } else if !inBrackets && (code == 125 || code == 58 || code == 33) {
                stopped = true
                break
            }
        }
        if !stopped { throw raise(.valueError, "expected '}' before end of string") }
        field.nameEnd = position &- 1
        if code == 125 {
            field.specStart = position &- 1
            field.specEnd = field.specStart
            return
        }
        if code == 33 {
            if position >= end { throw raise(.valueError, "end of string while looking for conversion specifier") }
            field.conversion = text[position]
            position &+= 1
            if position < end {
                code = text[position]
                position &+= 1
                if code == 125 {
                    field.specStart = position &- 1
                    field.specEnd = field.specStart
                    return
                }
                if code != 58 { throw raise(.valueError, "expected ':' after conversion specifier") }
            }
        }
        field.specStart = position
        var depth = 1
        while position < end {
            code = text[position]
            position &+= 1
            if code == 123 {
                depth &+= 1
                field.specNeedsExpanding = true
            } else if code == 125 {
                depth &-= 1
                if depth == 0 {
                    field.specEnd = position &- 1
                    return
                }
            }
        }
        throw raise(.valueError, "unmatched '{' in format spec")
    }
}

/// Reads a field name: the first part, then attributes and subscripts.
struct FieldNameReader {
    let text: StrSpan
    var position: Int
    let end: Int
    private(set) var firstEnd = 0

    init(_ text: StrSpan, _ start: Int, _ end: Int) {
        self.text = text
        self.end = end
        position = start
        while position < end && text[position] != 46 && text[position] != 91 { position &+= 1 }
        firstEnd = position
    }
    /// Goes on behind the first part, or behind a later one.
    init(_ text: StrSpan, at position: Int) {
        self.text = text
        self.position = position
        end = text.count
    }
    /// The next `.name` or `[key]`; false at the end.
    mutating func next(_ isAttribute: inout Bool, _ start: inout Int, _ stop: inout Int) throws(Raised) -> Bool {
        if position >= end { return false }
        let code = text[position]
        position &+= 1
        if code == 46 {
            isAttribute = true
            start = position
            while position < end && text[position] != 46 && text[position] != 91 { position &+= 1 }
            stop = position
        } else if code == 91 {
            isAttribute = false
            start = position
            var closed = false
            while position < end {
                position &+= 1
                if text[position &- 1] == 93 {
                    closed = true
                    break
                }
            }
            if !closed { throw raise(.valueError, "Missing ']' in format string") }
            stop = position &- 1
        } else {
            throw raise(.valueError, "Only '.' or '[' may follow ']' in format field specifier")
        }
        if start == stop { throw raise(.valueError, "Empty attribute in format string") }
        return true
    }
    /// The number that a range of the text is, or -1.
    static func number(_ text: StrSpan, _ start: Int, _ end: Int) throws(Raised) -> Int {
        if start == end { return -1 }
        var value = 0
        for index in start..<end {
            let digit = UnicodeDigits.decimal(text[index])
            if digit < 0 { return -1 }
            if value > (Int.max - digit) / 10 { throw raise(.valueError, "Too many decimal digits in format string") }
            value = value &* 10 &+ digit
        }
        return value
    }
}

enum FieldFormat {
    /// How fields without a name are numbered.
    struct Numbering {
        enum State { case unknown, automatic, manual }
        var state = State.unknown
        var next = 0
    }
    private struct Source {
        let arguments: Arguments
        /// Null for str.format.
        let mapping: Value
    }

    static func format(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try run(self, Source(arguments: arguments, mapping: .null))
    }
    static func format(_ self: Value, mapping: Value) throws(Raised) -> Ref {
        try run(self, Source(arguments: .none, mapping: mapping))
    }
    private static func run(_ self: Value, _ source: Source) throws(Raised) -> Ref {
        let held = Ref(self)
        let text = StrSpan(held.value)
        var builder = StrBuilder(capacity: text.count &+ 64)
        var numbering = Numbering()
        try expand(text, 0, text.count, source, &numbering, depth: 2, &builder)
        return try builder.finish()
    }
    private static func expand(
        _ text: StrSpan, _ start: Int, _ end: Int, _ source: Source, _ numbering: inout Numbering, depth: Int, _ builder: inout StrBuilder
    ) throws(Raised) {
        if depth <= 0 { throw raise(.valueError, "Max string recursion exceeded") }
        var reader = MarkupReader(text: text, position: start, end: end)
        var field = ReplacementField()
        var literalStart = 0
        var literalEnd = 0
        while try reader.next(&literalStart, &literalEnd, &field) {
            if literalEnd > literalStart { try builder.append(text.slice(literalStart, literalEnd)) }
            if field.present { try emit(text, field, source, &numbering, depth: depth, &builder) }
        }
    }
    private static func emit(
        _ text: StrSpan, _ field: ReplacementField, _ source: Source, _ numbering: inout Numbering, depth: Int, _ builder: inout StrBuilder
    ) throws(Raised) {
        var value = try lookup(text, field, source, &numbering)
        if field.conversion != 0 {
            switch field.conversion {
            case 114: value = try Repr.of(value.value)
            case 115: value = try Repr.str(value.value)
            case 97: value = try StrRepr.ascii(value.value)
            default:
                let shown = field.conversion > 32 && field.conversion < 127
                    ? String(UnicodeScalar(UInt8(field.conversion))) : "\\x" + String(field.conversion, radix: 16)
                throw raise(.valueError, "Unknown conversion specifier \(shown)")
            }
        }
        if field.specNeedsExpanding {
            var inner = StrBuilder()
            try expand(text, field.specStart, field.specEnd, source, &numbering, depth: depth - 1, &inner)
            let spec = try inner.finish()
            return try Formatting.append(value.value, spec.value, to: &builder)
        }
        if field.specStart == field.specEnd { return try Formatting.append(value.value, .null, to: &builder) }
        let spec = try StrObject.make(text.slice(field.specStart, field.specEnd))
        try Formatting.append(value.value, spec.value, to: &builder)
    }

    private static func lookup(_ text: StrSpan, _ field: ReplacementField, _ source: Source, _ numbering: inout Numbering) throws(Raised) -> Ref {
        var reader = FieldNameReader(text, field.nameStart, field.nameEnd)
        let first = reader.firstEnd
        var index = try FieldNameReader.number(text, field.nameStart, first)
        let isEmpty = first == field.nameStart
        if isEmpty || index >= 0 {
            let wanted: Numbering.State = isEmpty ? .automatic : .manual
            if numbering.state == .unknown { numbering.state = wanted }
            if numbering.state != wanted {
                throw raise(.valueError, wanted == .automatic
                    ? "cannot switch from manual field specification to automatic field numbering"
                    : "cannot switch from automatic field numbering to manual field specification")
            }
            if isEmpty {
                index = numbering.next
                numbering.next &+= 1
            }
        }
        var value: Ref
        if index < 0 {
            let key = try StrObject.make(text.slice(field.nameStart, first))
            if source.mapping.isNull {
                var found = Value.null
                for position in 0..<source.arguments.keywordCount where StrObject.equal(source.arguments.keywordName(position), key.value) {
                    found = source.arguments.keywordValue(position)
                }
                if found.isNull { throw raise(.keyError, argument: key.value) }
                value = Ref(found)
            } else {
                value = try Sequences.get(source.mapping, key.value)
            }
        } else {
            if !source.mapping.isNull { throw raise(.valueError, "Format string contains positional fields") }
            if index >= source.arguments.count {
                throw raise(.indexError, "Replacement index \(index) out of range for positional args tuple")
            }
            value = Ref(source.arguments[index])
        }
        var isAttribute = false
        var start = 0
        var stop = 0
        while try reader.next(&isAttribute, &start, &stop) {
            if isAttribute {
                let name = try StrObject.make(text.slice(start, stop))
                value = try Attributes.get(value.value, name.value)
            } else {
                let number = try FieldNameReader.number(text, start, stop)
                if number >= 0 {
                    let key = IntObject.make(number)
                    value = try Sequences.get(value.value, key.value)
                } else {
                    let key = try StrObject.make(text.slice(start, stop))
                    value = try Sequences.get(value.value, key.value)
                }
            }
        }
        return value
    }
}
