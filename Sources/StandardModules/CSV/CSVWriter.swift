// The type writer: rows as lines.

import CPythonABI
import Runtime

enum CSVWriter {
    private static let write = 0
    private static let dialect = 1

    static let type: TypePointer = FieldObject.type("_csv.writer", fields: 2, []) { type in
        type.doc(CSVDocs.Writer)
        type.field("dialect", dialect)
        type.method("writerow", .one(writeRow), CSVDocs.Writer_writerow)
        type.method("writerows", .one { (self, rows) throws(Raised) -> Ref in
            let iterator = try Iteration.iter(rows)
            while true {
                let row = try Iteration.next(iterator.value)
                if row.isNull { return .none }
                _ = try writeRow(self, row.value)
            }
        }, CSVDocs.Writer_writerows)
    }

    static func make(_ arguments: Arguments) throws(Raised) -> Ref {
        if arguments.count < 1 { throw raise(.typeError, " expected at least 1 argument, got 0") }
        if arguments.count > 2 { throw raise(.typeError, " expected at most 2 arguments, got \(arguments.count)") }
        let settings = try CSVModule.dialect(arguments)
        let name = StrObject.intern("write")
        let method = try Attributes.getIfPresent(arguments[0], name.value)
        guard !method.isNull, method.value.record.pointee.call != nil else {
            throw raise(.typeError, "argument 1 must have a \"write\" method")
        }
        let result = try FieldObject.make(type)
        Fields(result.value).set(write, method.value)
        Fields(result.value).set(dialect, settings.value)
        return result
    }

    private static func writeRow(_ self: Value, _ row: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let held = fields.hold(dialect)
        let output = fields.hold(write)
        let iterator: Ref
        do throws(Raised) { iterator = try Iteration.iter(row) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw CSVModule.fail("iterable expected, not \(row.type.name)")
        }
        var line = CSVLine(held.value)
        while true {
            let field = try Iteration.next(iterator.value)
            if field.isNull { break }
            try line.add(field.value)
        }
        let text = try line.finish()
        return try Call.call(output.value, text.value)
    }
}

struct CSVLine: ~Copyable {
    private let settings: CSVSettings
    private let terminator: Value
    private var builder = StrBuilder()
    private var fieldCount = 0
    /// Bits of the characters below 128 that need quotes or an escape, and whether there are others.
    private var lowSpecials: UInt64 = 0
    private var highSpecials: UInt64 = 0
    private var hasWideSpecials = false

    /// The dialect is held by the caller.
    init(_ dialect: Value) {
        settings = CSVSettings(dialect)
        terminator = Fields(dialect)[CSVDialect.terminator]
        note(settings.delimiter)
        note(settings.escape)
        note(settings.quote)
        for index in 0..<StrObject.length(terminator) { note(StrObject.character(terminator, index)) }
    }
    private mutating func note(_ code: UInt32) {
        if code < 64 {
            lowSpecials |= 1 << UInt64(code)
        } else if code < 128 {
            highSpecials |= 1 << UInt64(code - 64)
        } else if code != CSVSettings.none {
            hasWideSpecials = true
        }
    }

    mutating func add(_ field: Value) throws(Raised) {
        var quoted = settings.quoting == CSVDialect.all
        if settings.quoting == CSVDialect.nonNumeric { quoted = !isNumber(field) }
        if fieldCount > 0 { try builder.append(settings.delimiter) }
        fieldCount += 1
        if StrObject.isInstance(field) {
            try append(field, quoted)
        } else if field.isNone {
            try append(.null, quoted)
        } else {
            let text = try Repr.str(field)
            try append(text.value, quoted)
        }
    }
    private func isNumber(_ value: Value) -> Bool {
        if IntObject.isInstance(value) || FloatObject.isInstance(value) { return true }
        let record = value.record
        return record.pointee.index != nil || record.pointee.int != nil || record.pointee.float != nil
            || (value.isObject && value.type.isSubtype(of: PyComplex_TypePointer()))
    }

    @inline(__always) private func isSpecial(_ code: UInt32) -> Bool {
        if code < 64 { return lowSpecials &>> UInt64(code) & 1 != 0 }
        if code < 128 { return highSpecials &>> UInt64(code &- 64) & 1 != 0 }
        return hasWideSpecials && isWideSpecial(code)
    }
    private func isWideSpecial(_ code: UInt32) -> Bool {
        if code == settings.delimiter || code == settings.escape || code == settings.quote { return true }
        for index in 0..<StrObject.length(terminator) where StrObject.character(terminator, index) == code { return true }
        return false
    }
    /// Whether a text has none of the characters that need care.
    private func isPlain(_ text: Value) -> Bool {
        let count = StrObject.length(text)
        if StrObject.kind(text) == .one {
            let bytes = StrObject.data(text).assumingMemoryBound(to: UInt8.self)
            for index in 0..<count where isSpecial(UInt32(bytes[index])) { return false }
            return true
        }
        for index in 0..<count where isSpecial(StrObject.character(text, index)) { return false }
        return true
    }
    private mutating func append(_ text: Value, _ quotes: Bool) throws(Raised) {
        let count = text.isNull ? 0 : StrObject.length(text)
        if count > 0 && isPlain(text) {
            if quotes { try builder.append(settings.quote) }
            try builder.append(text)
            if quotes { try builder.append(settings.quote) }
            return
        }
        var quoted = quotes
        var escapes = false
        for index in 0..<count {
            let code = StrObject.character(text, index)
            guard isSpecial(code) else { continue }
            if settings.quoting == CSVDialect.never {
                escapes = true
            } else if code == settings.quote {
                escapes = true
                if settings.doublesQuotes { quoted = true }
            } else if code == settings.escape {
                escapes = true
            } else {
                quoted = true
            }
        }
        if quoted { try builder.append(settings.quote) }
        if !escapes {
            if count > 0 { try builder.append(text) }
        } else {
            for index in 0..<count {
                let code = StrObject.character(text, index)
                if isSpecial(code) {
                    var mark = CSVSettings.none
                    var wanted = false
                    if settings.quoting == CSVDialect.never || code == settings.escape && code != settings.quote {
                        (mark, wanted) = (settings.escape, true)
                    } else if code == settings.quote {
                        (mark, wanted) = (settings.doublesQuotes ? settings.quote : settings.escape, true)
                    }
                    if wanted {
                        if mark == CSVSettings.none { throw CSVModule.fail("need to escape, but no escapechar set") }
                        try builder.append(mark)
                    }
                }
                try builder.append(code)
            }
        }
        if quoted { try builder.append(settings.quote) }
    }

    consuming func finish() throws(Raised) -> Ref {
        if fieldCount > 0 && builder.count == 0 {
            if settings.quoting == CSVDialect.never { throw CSVModule.fail("single empty field record must be quoted") }
            try builder.append(settings.quote)
            try builder.append(settings.quote)
        }
        try builder.append(terminator)
        return try builder.finish()
    }
}
