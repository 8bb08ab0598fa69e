// The % operator of str and bytes.
//
// One engine serves both: bytes are formatted as Latin-1 characters.

import CPythonABI
import Numerics

enum PercentFormat {
    static func format(_ format: Value, _ arguments: Value) throws(Raised) -> Ref {
        var state = PercentState(format: StrSpan(format), arguments: arguments, isBytes: false)
        try state.run()
        return try state.finish()
    }
    static func format(bytes format: Value, _ arguments: Value) throws(Raised) -> Ref {
        let text = ByteText(format)
        var state = PercentState(format: StrSpan(bytes: text.data, text.count), arguments: arguments, isBytes: true)
        try state.run()
        let span = state.builder.span
        return try ByteText.make(like: format, span.bytes, span.count)
    }
}

/// What stands between the % and the letter.
struct PercentSpec {
    var left = false
    var sign = false
    var blank = false
    var alternate = false
    var zero = false
    var width = -1
    var precision = -1
}

struct PercentState: ~Copyable {
    let format: StrSpan
    let arguments: Value
    let isBytes: Bool
    var builder: StrBuilder
    private var position = 0
    /// Whether the arguments are a tuple, and which one is next; a single one counts as not taken until it is.
    private let isTuple: Bool
    private var next = 0
    private var mapping: Value
    /// The argument that %(name) selected, kept alive; null if there is none.
    private var selected = Ref.null
    private var hasSelected = false

    init(format: StrSpan, arguments: Value, isBytes: Bool) {
        self.format = format
        self.arguments = arguments
        self.isBytes = isBytes
        builder = StrBuilder(capacity: format.count &+ 64)
        isTuple = TupleObject.isInstance(arguments)
        // What has a subscript and is no tuple or text can be asked by name.
        let isMapping = !isTuple && arguments.isObject && arguments.record.pointee.subscript != nil
            && (isBytes
                ? !BytesObject.isInstance(arguments) && !ByteArrayObject.isInstance(arguments) && !StrObject.isInstance(arguments)
                : !StrObject.isInstance(arguments))
        mapping = isMapping ? arguments : .null
    }
    consuming func finish() throws(Raised) -> Ref { try builder.finish() }

    mutating func run() throws(Raised) {
        let percent: UInt32 = 37
        while position < format.count {
            let found = format.slice(position, format.count).first(percent)
            let end = found < 0 ? format.count : position &+ found
            if end > position { try builder.append(format.slice(position, end)) }
            if found < 0 { break }
            position = end &+ 1
            try conversion()
        }
        if isTuple ? next < TupleObject.count(arguments) : (mapping.isNull && next == 0) {
            throw raise(.typeError, "not all arguments converted during \(isBytes ? "bytes" : "string") formatting")
        }
    }

    /// The next argument.
    private mutating func argument() throws(Raised) -> Ref {
        if hasSelected {
            hasSelected = false
            return selected.copy()
        }
        if isTuple {
            if next < TupleObject.count(arguments) {
                next &+= 1
                return Ref(TupleObject.item(arguments, next &- 1))
            }
        } else if next == 0 {
            next = 1
            return Ref(arguments)
        }
        throw raise(.typeError, "not enough arguments for format string")
    }
    /// The character at the position, which moves on.
    private mutating func take() throws(Raised) -> UInt32 {
        if position >= format.count { throw raise(.valueError, "incomplete format") }
        position &+= 1
        return format[position &- 1]
    }

    private mutating func conversion() throws(Raised) {
        var spec = PercentSpec()
        var code = try take()
        if code == 37 { return try builder.append(37) }
        hasSelected = false
        if code == 40 {
            try select()
            code = try take()
        }
        flags: while true {
            switch code {
            case 45: spec.left = true
            case 43: spec.sign = true
            case 32: spec.blank = true
            case 35: spec.alternate = true
            case 48: spec.zero = true
            default: break flags
            }
            code = try take()
        }
        if code == 42 {
            let width = try star("width too big")
            if width < 0 { spec.left = true }
            spec.width = abs(max(width, -Int.max))
            code = try take()
        } else if code &- 48 < 10 {
            spec.width = try number(&code, limit: Int.max, "width too big")
        }
        if code == 46 {
            spec.precision = 0
            code = try take()
            if code == 42 {
                spec.precision = max(try star("precision too big"), 0)
                if spec.precision > Int(Int32.max) { throw raise(.overflowError, "Python int too large to convert to C int") }
                code = try take()
            } else if code &- 48 < 10 {
                spec.precision = try number(&code, limit: Int(Int32.max), isBytes ? "prec too big" : "precision too big")
            }
        }
        if code == 104 || code == 108 || code == 76 { code = try take() }
        try emit(code, spec)
    }
    /// %(name): the value that the mapping has.
    private mutating func select() throws(Raised) {
        if mapping.isNull { throw raise(.typeError, "format requires a mapping") }
        let start = position
        var depth = 1
        while depth > 0 && position < format.count {
            let code = format[position]
            if code == 41 { depth &-= 1 } else if code == 40 { depth &+= 1 }
            position &+= 1
        }
        if depth > 0 { throw raise(.valueError, "incomplete format key") }
        let name = format.slice(start, position &- 1)
        let key = isBytes ? try BytesObject.make(name.bytes, name.count) : try StrObject.make(name)
        selected = try Sequences.get(mapping, key.value)
        hasSelected = true
        next = 1
    }
    /// A width or precision given as an argument.
    private mutating func star(_ tooBig: StaticString) throws(Raised) -> Int {
        let value = try argument()
        if !IntObject.isInstance(value.value) { throw raise(.typeError, "* wants int") }
        guard let number = IntView(value.value).int else { throw raise(.overflowError, "Python int too large to convert to C ssize_t") }
        return number
    }
    private mutating func number(_ code: inout UInt32, limit: Int, _ tooBig: StaticString) throws(Raised) -> Int {
        var value = 0
        while code &- 48 < 10 {
            let digit = Int(code &- 48)
            if value > (limit - digit) / 10 { throw raise(.valueError, "\(tooBig)") }
            value = value &* 10 &+ digit
            code = try take()
        }
        return value
    }

    // MARK: Conversions

    private mutating func emit(_ code: UInt32, _ spec: PercentSpec) throws(Raised) {
        switch code {
        case 115, 114, 97, 98:  // s r a b
            if code == 98 && !isBytes { break }
            let value = try argument()
            return isBytes ? try emitBytes(code, value.value, spec) : try emitText(code, value.value, spec)
        case 100, 105, 117, 120, 88, 111:  // d i u x X o
            let value = try argument()
            return try emitInt(code, value.value, spec)
        case 101, 69, 102, 70, 103, 71:  // e E f F g G
            let value = try argument()
            return try emitFloat(code, value.value, spec)
        case 99:  // c
            let value = try argument()
            return try emitCharacter(value.value, spec)
        default: break
        }
        // An argument is taken before the letter is looked at.
        let value = try argument()
        _ = value.isNull
        let shown = isBytes || (code >= 31 && code < 127) ? String(UnicodeScalar(UInt8(truncatingIfNeeded: code))) : "?"
        throw raise(.valueError, "unsupported format character '\(shown)' (0x\(String(code, radix: 16))) at index \(position &- 1)")
    }
    private mutating func emitText(_ code: UInt32, _ value: Value, _ spec: PercentSpec) throws(Raised) {
        if code == 115 && spec.width < 0 && spec.precision < 0 && value.isSmallInt { return try Formatting.append(value.smallInt, to: &builder) }
        let text = code == 115 ? try Repr.str(value) : code == 114 ? try Repr.of(value) : try StrRepr.ascii(value)
        if spec.width < 0 && spec.precision < 0 { return try builder.append(text.value) }
        var span = StrSpan(text.value)
        if spec.precision >= 0 && spec.precision < span.count { span = span.slice(0, spec.precision) }
        try pad(span, spec)
    }
    private mutating func emitBytes(_ code: UInt32, _ value: Value, _ spec: PercentSpec) throws(Raised) {
        if code == 97 || code == 114 {
            let text = try StrRepr.ascii(value)
            var span = StrSpan(text.value)
            if spec.precision >= 0 && spec.precision < span.count { span = span.slice(0, spec.precision) }
            return try pad(span, spec)
        }
        var holder = Ref(value)
        if !BytesObject.isInstance(value) && !ByteArrayObject.isInstance(value) {
            let special = try DunderAdapters.callMethodIfPresent(value, Names.bytes)
            if !special.isNull {
                if !BytesObject.isInstance(special.value) {
                    throw raise(.typeError, "__bytes__ returned non-bytes (type \(special.value.type.name))")
                }
                holder = special
            } else if !Buffers.isExporter(value) {
                throw raise(.typeError, "%b requires a bytes-like object, or an object that implements __bytes__, not '\(value.type.name)'")
            }
        }
        let view = try BytesView(holder.value)
        let count = spec.precision >= 0 ? min(spec.precision, view.count) : view.count
        try pad(StrSpan(bytes: view.bytes, count), spec)
    }
    private mutating func pad(_ span: StrSpan, _ spec: PercentSpec) throws(Raised) {
        let fill = max(spec.width &- span.count, 0)
        if !spec.left { try builder.append(repeating: 32, fill) }
        try builder.append(span)
        if spec.left { try builder.append(repeating: 32, fill) }
    }
    private mutating func emitCharacter(_ value: Value, _ spec: PercentSpec) throws(Raised) {
        var room: UInt32 = 0
        if isBytes {
            if BytesObject.isInstance(value) && BytesObject.count(value) == 1 {
                room = UInt32(BytesObject.data(value)[0])
            } else if ByteArrayObject.isInstance(value) && ByteArrayObject.count(value) == 1 {
                room = UInt32(ByteArrayObject.data(value)[0])
            } else if Index.isIndex(value) && !FloatObject.isInstance(value) {
                let number = try Index.of(value, nil)
                if number < 0 || number > 255 { throw raise(.overflowError, "%c arg not in range(256)") }
                room = UInt32(number)
            } else {
                throw raise(.typeError, "%c requires an integer in range(256) or a single byte")
            }
        } else if StrObject.isInstance(value) {
            if StrObject.length(value) != 1 { throw raise(.typeError, "%c requires int or char") }
            room = StrObject.character(value, 0)
        } else {
            if !Index.isIndex(value) { throw raise(.typeError, "%c requires int or char") }
            let number = try Index.of(value, nil)
            if number < 0 || number > 0x10FFFF { throw raise(.overflowError, "%c arg not in range(0x110000)") }
            room = UInt32(number)
        }
        let fill = max(spec.width &- 1, 0)
        if !spec.left { try builder.append(repeating: 32, fill) }
        try builder.append(room)
        if spec.left { try builder.append(repeating: 32, fill) }
    }

    private mutating func emitInt(_ code: UInt32, _ value: Value, _ spec: PercentSpec) throws(Raised) {
        if value.isSmallInt && code != 120 && code != 88 && code != 111 && spec.width < 0 && spec.precision < 0 && !spec.sign && !spec.blank {
            return try Formatting.append(value.smallInt, to: &builder)
        }
        let number = try integer(code, value)
        var view = IntView(number.value)
        let negative = view.isNegative
        let base = code == 111 ? 8 : code == 120 || code == 88 ? 16 : 10
        let limit = IntText.maximalDigits
        let count = view.count
        if base == 10 && limit > 0 && count > limit / 9 + 2 && count * 9 > limit + 9 {
            throw raise(.valueError, "Exceeds the limit (\(limit) digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit")
        }
        let scratch = try view.withDigits { (digits, count) throws(Raised) -> Scratch in
            guard let scratch = Scratch(Digits.textRoom(digits, count, base: base) + 2) else { throw raise(.memoryError, argument: .null) }
            do { scratch.count = try Digits.write(scratch.bytes, digits, count, base: base) } catch { throw raise(.memoryError, argument: .null) }
            return scratch
        }
        if base == 10 && limit > 0 && scratch.count > limit {
            throw raise(.valueError, "Exceeds the limit (\(limit) digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit")
        }
        if code == 88 { for index in 0..<scratch.count where scratch.bytes[index] >= 97 { scratch.bytes[index] &-= 32 } }
        let prefix: UInt32 = spec.alternate && base != 10 ? code : 0
        try layout(
            UnsafePointer(scratch.bytes), scratch.count, negative: negative, prefix: prefix,
            zeros: max(spec.precision &- scratch.count, 0), spec)
    }
    /// The int that %d or %x formats.
    private func integer(_ code: UInt32, _ value: Value) throws(Raised) -> Ref {
        if IntObject.isInstance(value) { return Ref(value) }
        let letter = String(UnicodeScalar(UInt8(truncatingIfNeeded: code)))
        if code == 120 || code == 88 || code == 111 {
            if value.record.pointee.index == nil { throw raise(.typeError, "%\(letter) format: an integer is required, not \(value.type.name)") }
            return try Index.object(value)
        }
        let record = value.record
        if let slot = record.pointee.int {
            let result = try slot(value)
            if IntObject.isInstance(result.value) { return result }
            throw raise(.typeError, "__int__ returned non-int (type \(result.value.type.name))")
        }
        if record.pointee.index != nil { return try Index.object(value) }
        throw raise(.typeError, "%\(letter) format: a real number is required, not \(value.type.name)")
    }
    private mutating func emitFloat(_ code: UInt32, _ value: Value, _ spec: PercentSpec) throws(Raised) {
        let number: Double
        do throws(Raised) { number = try FloatConversion.number(value) } catch {
            guard isBytes, !FloatObject.isInstance(value), value.record.pointee.float == nil, value.record.pointee.index == nil,
                PendingException.clear(if: .typeError)
            else { throw error }
            throw raise(.typeError, "float argument required, not \(value.type.name)")
        }
        let precision = spec.precision < 0 ? 6 : spec.precision
        let flags: FloatText.Flags = spec.alternate ? .alternate : []
        let letter = UInt8(truncatingIfNeeded: code)
        guard let scratch = Scratch(FloatText.formatRoom(number, code: letter, precision: precision, flags: flags) + 2) else {
            throw raise(.memoryError, argument: .null)
        }
        scratch.count = FloatText.format(scratch.bytes, number, code: letter, precision: precision, flags: flags)
        let negative = scratch.count > 0 && scratch.bytes[0] == 45
        let skip = negative ? 1 : 0
        try layout(UnsafePointer(scratch.bytes) + skip, scratch.count - skip, negative: negative, prefix: 0, zeros: 0, spec)
    }
    /// [blanks][sign][0x][zeros]digits[blanks]
    private mutating func layout(
        _ digits: UnsafePointer<UInt8>, _ count: Int, negative: Bool, prefix: UInt32, zeros: Int, _ spec: PercentSpec
    ) throws(Raised) {
        let sign: UInt32 = negative ? 45 : spec.sign ? 43 : spec.blank ? 32 : 0
        let used = count &+ zeros &+ (sign != 0 ? 1 : 0) &+ (prefix != 0 ? 2 : 0)
        let fill = max(spec.width &- used, 0)
        if !spec.left && !spec.zero { try builder.append(repeating: 32, fill) }
        if sign != 0 { try builder.append(sign) }
        if prefix != 0 {
            try builder.append(48)
            try builder.append(prefix)
        }
        if spec.zero && !spec.left { try builder.append(repeating: 48, fill) }
        try builder.append(repeating: 48, zeros)
        try builder.append(ascii: digits, count)
        if spec.left { try builder.append(repeating: 32, fill) }
    }
}

/// Memory for the length of a conversion.
final class Scratch {
    let bytes: UnsafeMutablePointer<UInt8>
    var count = 0
    private let size: Int

    init?(_ size: Int) {
        guard size >= 0, let block = Allocator.allocate(max(size, 16)) else { return nil }
        self.size = max(size, 16)
        bytes = block.assumingMemoryBound(to: UInt8.self)
    }
    deinit { Allocator.free(bytes, size) }
}
