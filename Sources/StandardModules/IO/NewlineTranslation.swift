// Universal newlines: line ends of three kinds, noted, and made one when wanted. And IncrementalNewlineDecoder, which shows this to
// Python code.

import CPythonABI
import Glibc
import Runtime

/// The state of a translation that text passes through in pieces.
struct NewlineState {
    static let (cr, lf, crlf): (UInt8, UInt8, UInt8) = (1, 2, 4)
    /// A piece ended with a carriage return: whether it is a line end of its own shows the next.
    var pendingCR = false
    /// Line ends become "\n".
    var translates = false
    /// The kinds seen so far.
    var seen: UInt8 = 0

    mutating func reset() {
        pendingCR = false
        seen = 0
    }

    /// Passes a piece of text through.
    mutating func process(_ text: consuming Ref, final: Bool) throws(Raised) -> Ref {
        var text = text
        var length = StrObject.length(text.value)
        if pendingCR && (final || length > 0) {
            var builder = StrBuilder(capacity: length + 1)
            try builder.append(13)
            try builder.append(text.value)
            text = try builder.finish()
            pendingCR = false
            length += 1
        }
        if !final && length > 0 && StrObject.character(text.value, length - 1) == 13 {
            text = try StrObject.substring(text.value, 0, length - 1)
            pendingCR = true
            length -= 1
        }
        if length == 0 { return text }
        let first = TextScan.index(of: 13, in: text.value, 0, length)
        if first < 0 {
            if seen & NewlineState.lf == 0 && TextScan.index(of: 10, in: text.value, 0, length) >= 0 { seen |= NewlineState.lf }
            return text
        }
        if !translates && seen == 7 { return text }
        return try translate(text, first, length)
    }
    private mutating func translate(_ text: consuming Ref, _ first: Int, _ length: Int) throws(Raised) -> Ref {
        let value = text.value
        var builder = StrBuilder(capacity: translates ? length : 0)
        var start = 0
        var position = first
        if seen & NewlineState.lf == 0 && TextScan.index(of: 10, in: value, 0, first) >= 0 { seen |= NewlineState.lf }
        while position >= 0 {
            var next = position + 1
            if next < length && StrObject.character(value, next) == 10 {
                seen |= NewlineState.crlf
                next += 1
            } else {
                seen |= NewlineState.cr
            }
            if translates {
                try builder.append(value, start, position)
                try builder.append(10)
            }
            start = next
            position = TextScan.index(of: 13, in: value, next, length)
            if seen & NewlineState.lf == 0 && TextScan.index(of: 10, in: value, next, position < 0 ? length : position) >= 0 { seen |= NewlineState.lf }
        }
        if !translates { return text }
        try builder.append(value, start, length)
        return try builder.finish()
    }

    /// The attribute `newlines`: None, a line end, or a tuple of those seen.
    func newlines() -> Ref {
        let kinds = [(NewlineState.cr, "\r"), (NewlineState.lf, "\n"), (NewlineState.crlf, "\r\n")].filter { seen & $0.0 != 0 }
        if kinds.isEmpty { return .none }
        if kinds.count == 1 { return StrObject.make(kinds[0].1) }
        let texts = kinds.map { StrObject.make($0.1).take() }
        defer { for text in texts { text.release() } }
        if texts.count == 2 { return TupleObject.make(texts[0], texts[1]) }
        return TupleObject.make(texts[0], texts[1], texts[2])
    }
}

/// Searches in strs.
enum TextScan {
    /// The first place of a character between two others, or -1.
    @inline(__always) static func index(of code: UInt32, in text: Value, _ start: Int, _ end: Int) -> Int {
        index(of: code, in: StrSpan(text), start, end)
    }
    static func index(of code: UInt32, in text: StrSpan, _ start: Int, _ end: Int) -> Int {
        if start >= end { return -1 }
        let data = text.data
        switch text.kind {
        case .one:
            guard let found = memchr(data + start, Int32(code), end - start) else { return -1 }
            return UnsafeRawPointer(found) - UnsafeRawPointer(data)
        case .two:
            let words = data.assumingMemoryBound(to: UInt16.self)
            var index = start
            while index < end {
                if UInt32(words[index]) == code { return index }
                index &+= 1
            }
            return -1
        case .four:
            let longs = data.assumingMemoryBound(to: UInt32.self)
            var index = start
            while index < end {
                if longs[index] == code { return index }
                index &+= 1
            }
            return -1
        }
    }
    /// Whether a str has either of two characters.
    static func contains(_ text: Value, _ a: UInt32, _ b: UInt32) -> Bool {
        let length = StrObject.length(text)
        return index(of: a, in: text, 0, length) >= 0 || index(of: b, in: text, 0, length) >= 0
    }

    /// What ends a line.
    enum LineEnd: UInt8 { case newline, universal, carriageReturn, both }

    /// Behind the first line end between two places, or -1.
    @inline(__always) static func lineEnd(_ text: Value, _ start: Int, _ end: Int, _ kind: LineEnd) -> Int {
        lineEnd(StrSpan(text), start, end, kind)
    }
    @inline(__always) static func lineEnd(_ text: StrSpan, _ start: Int, _ end: Int, _ kind: LineEnd) -> Int {
        if kind == .newline {
            let found = index(of: 10, in: text, start, end)
            return found < 0 ? -1 : found + 1
        }
        return lineEndSlow(text, start, end, kind)
    }
    private static func lineEndSlow(_ text: StrSpan, _ start: Int, _ end: Int, _ kind: LineEnd) -> Int {
        let carriage = index(of: 13, in: text, start, end)
        switch kind {
        case .newline: return -1
        case .carriageReturn: return carriage < 0 ? -1 : carriage + 1
        case .universal:
            let newline = index(of: 10, in: text, start, carriage < 0 ? end : carriage)
            if newline >= 0 { return newline + 1 }
            if carriage < 0 { return -1 }
            return carriage + 1 < end && text[carriage + 1] == 10 ? carriage + 2 : carriage + 1
        case .both:
            var place = carriage
            while place >= 0 {
                if place + 1 < end && text[place + 1] == 10 { return place + 2 }
                place = index(of: 13, in: text, place + 1, end)
            }
            return -1
        }
    }
}

/// _io.IncrementalNewlineDecoder
enum NewlineDecoder {
    // Fields: the decoder below (or None), its errors, and the state of the translation.
    private static let decoder = 0
    private static let errors = 1
    private static let pending = 2
    private static let translates = 3
    private static let seen = 4

    static let type: TypePointer = FieldObject.type("_io.IncrementalNewlineDecoder", fields: 5, [.subclassable]) { type in
        type.doc(IncrementalNewlineDecoderDocs.type, signature: "(decoder, translate, errors='strict')")
        type.slots.new = { (type, _) throws(Raised) -> Ref in try FieldObject.make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            _ = try parameters.withBound(arguments, "IncrementalNewlineDecoder") { (arguments) throws(Raised) -> Ref in
                let fields = Fields(self)
                let translate = try Truth.of(arguments[1])
                fields.set(decoder, arguments[0])
                fields.set(errors, arguments[2].isNull ? IONames.strict : arguments[2])
                store(fields, NewlineState(pendingCR: false, translates: translate, seen: 0))
                return .none
            }.isNull
        }
        type.method("decode", .bound { (self, arguments) throws(Raised) -> Ref in
            let final = arguments[1].isNull ? false : try Truth.of(arguments[1])
            return try decode(self, arguments[0], final)
        }, "($self, /, input, final=False)")
        type.method("getstate", .noArguments { (self) throws(Raised) -> Ref in try state(self) }, "($self, /)")
        type.method("setstate", .one { (self, state) throws(Raised) -> Ref in try setState(self, state) }, "($self, state, /)")
        type.method("reset", .noArguments { (self) throws(Raised) -> Ref in
            let fields = try initialized(self)
            var state = load(fields)
            state.reset()
            store(fields, state)
            let below = fields.hold(decoder)
            return below.value.isNone ? .none : try Call.method(below.value, IONames.reset)
        }, "($self, /)")
        type.getter("newlines", { (self) throws(Raised) -> Ref in load(try initialized(self)).newlines() })
    }
    nonisolated(unsafe) private static let parameters = BoundParameters("(decoder, translate, errors='strict')")

    private static func initialized(_ self: Value) throws(Raised) -> Fields {
        let fields = Fields(self)
        if fields[errors].isNull { throw raise(.valueError, "IncrementalNewlineDecoder.__init__() not called") }
        return fields
    }
    private static func load(_ fields: Fields) -> NewlineState {
        NewlineState(pendingCR: fields.int(pending) != 0, translates: fields.int(translates) != 0, seen: UInt8(truncatingIfNeeded: fields.int(seen)))
    }
    private static func store(_ fields: Fields, _ state: NewlineState) {
        fields.setInt(pending, state.pendingCR ? 1 : 0)
        fields.setInt(translates, state.translates ? 1 : 0)
        fields.setInt(seen, Int(state.seen))
    }

    static func make(_ below: Value, translates: Bool) throws(Raised) -> Ref {
        let made = try FieldObject.make(type)
        Fields(made.value).set(decoder, below)
        Fields(made.value).set(errors, IONames.strict)
        store(Fields(made.value), NewlineState(pendingCR: false, translates: translates, seen: 0))
        return made
    }
    static func decode(_ self: Value, _ input: Value, _ final: Bool) throws(Raised) -> Ref {
        let fields = try initialized(self)
        let below = fields.hold(decoder)
        let text = below.value.isNone ? Ref(input) : try Call.method(below.value, IONames.decode, input, Value(bool: final))
        guard StrObject.isInstance(text.value) else {
            throw raise(.typeError, "decoder should return a string result, not '\(text.value.type.name)'")
        }
        var state = load(fields)
        let result = try state.process(text, final: final)
        store(fields, state)
        return result
    }
    private static func state(_ self: Value) throws(Raised) -> Ref {
        let fields = try initialized(self)
        let below = fields.hold(decoder)
        let mark = fields.int(pending)
        if below.value.isNone { return TupleObject.make(BytesObject.emptyValue, Value(smallInt: mark)) }
        let state = try Call.method(below.value, IONames.getstate)
        guard TupleObject.isInstance(state.value) else { throw raise(.typeError, "illegal decoder state") }
        guard TupleObject.count(state.value) == 2, IntObject.isInstance(TupleObject.item(state.value, 1)) else {
            throw raise(.typeError, "illegal decoder state")
        }
        let shifted = try Numbers.binary(.leftShift, TupleObject.item(state.value, 1), Value(smallInt: 1))
        let flags = try Numbers.binary(.or, shifted.value, Value(smallInt: mark))
        return TupleObject.make(TupleObject.item(state.value, 0), flags.value)
    }
    private static func setState(_ self: Value, _ given: Value) throws(Raised) -> Ref {
        let fields = try initialized(self)
        guard TupleObject.isInstance(given) else { throw raise(.typeError, "state argument must be a tuple") }
        guard TupleObject.count(given) == 2, IntObject.isInstance(TupleObject.item(given, 1)) else {
            throw raise(.typeError, "illegal state argument")
        }
        let flags = Ref(TupleObject.item(given, 1))
        let low = try Numbers.binary(.and, flags.value, Value(smallInt: 1))
        fields.setInt(pending, try Index.of(low.value))
        let below = fields.hold(decoder)
        if below.value.isNone { return .none }
        let rest = try Numbers.binary(.rightShift, flags.value, Value(smallInt: 1))
        let state = TupleObject.make(TupleObject.item(given, 0), rest.value)
        return try Call.method(below.value, IONames.setstate, state.value)
    }
}

extension Call {
    /// object.name(a, b)
    static func method(_ object: Value, _ name: Value, _ a: Value, _ b: Value) throws(Raised) -> Ref {
        var room = InlineArray<2, Value>(repeating: a)
        room[1] = b
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            try method(object, name, Arguments(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self), count: 2))
        }
    }
}
