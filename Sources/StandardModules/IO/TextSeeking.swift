// Positions in text: cookies, which tell how to get back to a character.
//
// A cookie is an int. Most are simply the position of a byte in the file; where a character begins in the middle of what the decoder
// must see, it says more, from the low bits:
//
//     64 bits  position to seek to      32 bits  flags to set the decoder to     32 bits  bytes to feed it
//     32 bits  characters to skip        8 bits  whether the end of the file has to be fed, too

import CPythonABI
import Runtime

struct TextCookie {
    var position = 0
    var flags = 0
    var bytesToFeed = 0
    var charactersToSkip = 0
    var needsEnd = false

    init(position: Int) { self.position = position }

    /// Reads a cookie.
    init(_ value: Value) throws(Raised) {
        if value.isSmallInt {
            position = value.smallInt
            return
        }
        guard IntObject.isInstance(value) else { throw raise(.typeError, "'\(value.type.name)' object cannot be interpreted as an integer") }
        let beyond = try Numbers.binary(.rightShift, value, Value(smallInt: 168))
        if try Truth.of(beyond.value) { throw raise(.overflowError, "int too big to convert") }
        position = try TextCookie.field(value, 0, bits: 64)
        flags = try TextCookie.field(value, 64, bits: 32)
        bytesToFeed = try TextCookie.field(value, 96, bits: 32)
        charactersToSkip = try TextCookie.field(value, 128, bits: 32)
        needsEnd = try TextCookie.field(value, 160, bits: 8) != 0
    }
    private static func field(_ value: Value, _ start: Int, bits: UInt) throws(Raised) -> Int {
        let shifted = try Numbers.binary(.rightShift, value, Value(smallInt: start))
        let mask = IntObject.make(unsigned: UInt.max >> (64 - bits))
        let part = try Numbers.binary(.and, shifted.value, mask.value)
        // A position beyond the largest is a negative one, of which the buffer will have something to say.
        return Int(bitPattern: UInt(IntObject.unsignedWord(part.value) ?? 0))
    }
    func value() throws(Raised) -> Ref {
        var result = IntObject.make(position)
        for (number, part) in [(64, flags), (96, bytesToFeed), (128, charactersToSkip), (160, needsEnd ? 1 : 0)] where part != 0 {
            let value = IntObject.make(part)
            let shifted = try Numbers.binary(.leftShift, value.value, Value(smallInt: number))
            result = try Numbers.binary(.or, result.value, shifted.value)
        }
        return result
    }
}

extension TextWrapper {
    // MARK: tell

    static func tell(_ self: Value) throws(Raised) -> Ref {
        try checkAttached(self)
        try checkOpen(self)
        let layout = layout(self)
        if !layout.pointee.isSeekable { throw IOBase.unsupported("underlying stream is not seekable") }
        if !layout.pointee.isTelling { throw OSErrors.raise(message: "telling position disabled by next() call") }
        try writePending(self)
        try StreamObject.call(self, Names.flush)
        let buffer = Ref(layout.pointee.buffer)
        let place = try Call.method(buffer.value, IONames.tell)
        if layout.pointee.decodes == .none || layout.pointee.snapshot.isNull { return place }
        let input = Ref(layout.pointee.snapshot)
        var cookie = TextCookie(position: try FileIOMethods.offset(place.value) - BytesObject.count(input.value))
        cookie.flags = layout.pointee.snapshotFlags
        if layout.pointee.decodedUsed == 0 || layout.pointee.decoded.isNull { return try cookie.value() }

        var savedFlags = 0
        let saved = try TextDecoder.state(self, &savedFlags)
        do throws(Raised) { try locate(self, input.value, &cookie, layout.pointee.decodedUsed) } catch {
            let failure = HeldException.take()
            do throws(Raised) { try TextDecoder.setState(self, saved.value, savedFlags) } catch { throw HeldException.chain(failure) }
            throw HeldException.raise(failure)
        }
        try TextDecoder.setState(self, saved.value, savedFlags)
        return try cookie.value()
    }

    /// Finds out from which byte of a snapshot, in which state, the decoder gets to a character.
    private static func locate(_ self: Value, _ input: Value, _ cookie: inout TextCookie, _ used: Int) throws(Raised) {
        let layout = layout(self)
        let total = BytesObject.count(input)
        var characters = used
        let start = cookie.flags
        // A guess, from how many bytes a character took, made smaller until it does not lie behind the place.
        var skipped = min(Int(layout.pointee.ratio * Double(characters)), total)
        var back = 1
        while skipped > 0 {
            try TextDecoder.setState(self, BytesObject.emptyValue, start)
            let decoded = try count(self, input, 0, skipped)
            if decoded <= characters {
                var flags = 0
                let kept = try TextDecoder.state(self, &flags)
                let length = BytesObject.count(kept.value)
                if length == 0 {
                    cookie.flags = flags
                    characters -= decoded
                    break
                }
                skipped -= length
                back = 1
            } else {
                skipped -= back
                back *= 2
            }
        }
        if skipped <= 0 {
            skipped = 0
            try TextDecoder.setState(self, BytesObject.emptyValue, start)
        }
        cookie.position += skipped
        cookie.charactersToSkip = characters
        if characters == 0 { return }
        // The rest byte by byte; wherever the decoder keeps nothing back is a place to start from.
        var seen = 0
        var position = skipped
        while position < total {
            seen += try count(self, input, position, position + 1)
            position += 1
            cookie.bytesToFeed += 1
            var flags = 0
            let kept = try TextDecoder.state(self, &flags)
            if BytesObject.count(kept.value) == 0 && seen <= characters {
                cookie.position += cookie.bytesToFeed
                characters -= seen
                cookie.flags = flags
                cookie.bytesToFeed = 0
                seen = 0
            }
            if seen >= characters { break }
        }
        if position >= total && seen < characters {
            // Only the end of the file brings the last characters out.
            let text = try TextDecoder.decode(self, BytesObject.emptyValue, final: true)
            seen += StrObject.length(text.value)
            cookie.needsEnd = true
            if seen < characters { throw OSErrors.raise(message: "can't reconstruct logical file position") }
        }
        cookie.charactersToSkip = characters
    }
    /// How many characters bytes of the input give.
    private static func count(_ self: Value, _ input: Value, _ start: Int, _ end: Int) throws(Raised) -> Int {
        let piece = try BytesObject.make(UnsafePointer(BytesObject.data(input) + start), end - start)
        let text = try TextDecoder.decode(self, piece.value, final: false)
        return StrObject.length(text.value)
    }

    // MARK: seek

    static func seek(_ self: Value, _ given: Value, _ whence: Int) throws(Raised) -> Ref {
        try checkAttached(self)
        try checkOpen(self)
        let layout = layout(self)
        if !layout.pointee.isSeekable { throw IOBase.unsupported("underlying stream is not seekable") }
        var cookie = Ref(given)
        switch whence {
        case 0: break
        case 1:
            if try !Compare.equal(given, Value(smallInt: 0)) { throw IOBase.unsupported("can't do nonzero cur-relative seeks") }
            // Nothing moves, but everything is written out.
            try StreamObject.call(self, Names.flush)
            cookie = try Call.method(self, IONames.tell)
        case 2:
            if try !Compare.equal(given, Value(smallInt: 0)) { throw IOBase.unsupported("can't do nonzero end-relative seeks") }
            return try seekToEnd(self)
        default: throw raise(.valueError, "invalid whence (\(whence), should be 0, 1 or 2)")
        }
        let isNegative = try Compare.rich(cookie.value, Value(smallInt: 0), .less)
        if try Truth.of(isNegative.value) { throw raise(.valueError, "negative seek position \(try Repr.string(cookie.value))") }
        try StreamObject.call(self, Names.flush)
        let place = cookie.value.isImmediateFloat ? TextCookie(position: Int(exactly: cookie.value.immediateFloat.rounded(.towardZero)) ?? 0) : try TextCookie(cookie.value)
        let buffer = Ref(layout.pointee.buffer)
        let position = IntObject.make(place.position)
        _ = try Call.method(buffer.value, IONames.seek, position.value).isNull
        forget(layout)
        if layout.pointee.decodes != .none {
            if place.position == 0 && place.flags == 0 {
                try TextDecoder.reset(self)
            } else {
                try TextDecoder.setState(self, BytesObject.emptyValue, place.flags)
            }
        }
        if place.charactersToSkip != 0 {
            try skip(self, place)
        } else if layout.pointee.decodes != .none {
            StreamObject.replace(&layout.pointee.snapshot, BytesObject.empty)
            layout.pointee.snapshotFlags = place.flags
        }
        try resetEncoder(self, atStart: place.position == 0 && place.flags == 0)
        return cookie
    }
    private static func seekToEnd(_ self: Value) throws(Raised) -> Ref {
        let layout = layout(self)
        try StreamObject.call(self, Names.flush)
        forget(layout)
        if layout.pointee.decodes != .none { try TextDecoder.reset(self) }
        let buffer = Ref(layout.pointee.buffer)
        let place = try Call.method(buffer.value, IONames.seek, Value(smallInt: 0), Value(smallInt: 2))
        try resetEncoder(self, atStart: try Compare.equal(place.value, Value(smallInt: 0)))
        return place
    }
    /// Feeds the decoder as a cookie says, and goes to its character.
    private static func skip(_ self: Value, _ place: TextCookie) throws(Raised) {
        let layout = layout(self)
        let buffer = Ref(layout.pointee.buffer)
        let size = IntObject.make(place.bytesToFeed)
        let input = try Call.method(buffer.value, IONames.read, size.value)
        guard BytesObject.isInstance(input.value) else {
            throw raise(.typeError, "underlying read() should have returned a bytes object, not '\(input.value.type.name)'")
        }
        StreamObject.replace(&layout.pointee.snapshot, input.copy())
        layout.pointee.snapshotFlags = place.flags
        let text = try TextDecoder.decode(self, input.value, final: place.needsEnd)
        let length = StrObject.length(text.value)
        setDecoded(layout, text)
        if length < place.charactersToSkip { throw OSErrors.raise(message: "can't restore logical file position") }
        layout.pointee.decodedUsed = place.charactersToSkip
    }
    private static func resetEncoder(_ self: Value, atStart: Bool) throws(Raised) {
        let layout = layout(self)
        guard layout.pointee.encodes == .python else { return }
        let encoder = Ref(layout.pointee.encoder)
        if atStart {
            _ = try Call.method(encoder.value, IONames.reset).isNull
        } else {
            _ = try Call.method(encoder.value, IONames.setstate, Value(smallInt: 0)).isNull
        }
    }

    // MARK: reconfigure

    /// reconfigure(encoding, errors, newline, line_buffering, write_through); null or None leaves a setting as it is, but that a new
    /// encoding makes the errors strict. A null newline is left, None means the default one.
    static func reconfigure(_ self: Value, _ encoding: Value, _ errors: Value, _ newline: Value, _ lineBuffering: Value, _ writeThrough: Value) throws(Raised) {
        let layout = layout(self)
        let changes = !encoding.isNone || !errors.isNone || !newline.isNull
        if !layout.pointee.decoded.isNull && changes {
            throw IOBase.unsupported("It is not possible to set the encoding or newline of stream after the first read")
        }
        if !newline.isNull && !newline.isNone {
            if !StrObject.isInstance(newline) { throw badType() }
            try checkNewline(newline)
        }
        let buffering = try flag(lineBuffering, layout.pointee.lineBuffering)
        let through = try flag(writeThrough, layout.pointee.writeThrough)
        try StreamObject.call(self, Names.flush)
        layout.pointee.ratio = 0
        if changes {
            for value in [encoding, errors] as [Value] where !value.isNone && !StrObject.isInstance(value) { throw badType() }
            let newEncoding = encoding.isNone ? Ref(layout.pointee.encoding)
                : StrObject.equals(encoding, "locale") ? TextEncodings.locale() : Ref(encoding)
            let newErrors = errors.isNone ? (encoding.isNone ? Ref(layout.pointee.errors) : Ref(IONames.strict)) : Ref(errors)
            let coding = try TextEncodings.coding(newEncoding.value)
            if !newline.isNull { setNewline(layout, newline) }
            StreamObject.replace(&layout.pointee.encoding, newEncoding)
            StreamObject.replace(&layout.pointee.errors, newErrors)
            try attachCoders(self, coding)
            try fixEncoderState(self)
        }
        layout.pointee.lineBuffering = buffering
        layout.pointee.writeThrough = through
    }
    private static func badType() -> Raised { raise(.typeError, "bad argument type for built-in operation") }
    private static func flag(_ value: Value, _ current: Bool) throws(Raised) -> Bool {
        if value.isNull || value.isNone { return current }
        return try Index.int32(value) != 0
    }
}
