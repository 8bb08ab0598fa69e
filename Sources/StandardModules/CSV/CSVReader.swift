// The type reader: rows out of lines.

import CPythonABI
import Runtime

enum CSVReader {
    private static let lines = 0
    private static let dialect = 1
    private static let lineNumber = 2

    static let type: TypePointer = FieldObject.type("_csv.reader", fields: 3, []) { type in
        type.doc(CSVDocs.Reader)
        type.field("dialect", dialect)
        type.field("line_num", lineNumber)
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = next
    }

    static func make(_ arguments: Arguments) throws(Raised) -> Ref {
        if arguments.count < 1 { throw raise(.typeError, " expected at least 1 argument, got 0") }
        if arguments.count > 2 { throw raise(.typeError, " expected at most 2 arguments, got \(arguments.count)") }
        let iterator = try Iteration.iter(arguments[0])
        let settings = try CSVModule.dialect(arguments)
        let result = try FieldObject.make(type)
        let fields = Fields(result.value)
        fields.set(lines, iterator.value)
        fields.set(dialect, settings.value)
        fields.setInt(lineNumber, 0)
        return result
    }

    private static let next: UnarySlot = { (self) throws(Raised) -> Ref in
        let fields = Fields(self)
        let iterator = fields.hold(lines)
        let held = fields.hold(dialect)
        var parser = CSVParser(CSVSettings(held.value))
        repeat {
            let line = try Iteration.next(iterator.value)
            if line.isNull {
                guard parser.hasOpenField else { return .null }
                if parser.settings.strict { throw CSVModule.fail("unexpected end of data") }
                try parser.saveField()
                break
            }
            guard StrObject.isInstance(line.value) else {
                throw CSVModule.fail("iterator should return strings, not \(line.value.type.name) (the file should be opened in text mode)")
            }
            fields.setInt(lineNumber, fields.int(lineNumber) + 1)
            let data = StrObject.data(line.value)
            switch StrObject.kind(line.value) {
            case .one: try parser.parse(data.assumingMemoryBound(to: UInt8.self), line.value)
            case .two: try parser.parse(data.assumingMemoryBound(to: UInt16.self), line.value)
            case .four: try parser.parse(data.assumingMemoryBound(to: UInt32.self), line.value)
            }
        } while !parser.isAtStart
        return parser.finish()
    }
}

struct CSVParser: ~Copyable {
    private enum State {
        case startRecord, startField, escaped, field, quoted, escapedInQuotes, quoteInQuotes, lineEnd, afterEscapedLineEnd
    }
    let settings: CSVSettings
    private var state = State.startRecord
    private var row = ListObject.make()
    private var field = StrBuilder()
    private var isNumber = false

    init(_ settings: CSVSettings) { self.settings = settings }
    var isAtStart: Bool { state == .startRecord }
    var hasOpenField: Bool { field.count != 0 || state == .quoted }
    consuming func finish() -> Ref { row }

    mutating func saveField() throws(Raised) {
        let text = try field.take()
        try save(text.value)
    }
    private mutating func save(_ text: Value) throws(Raised) {
        if isNumber {
            isNumber = false
            let number = try Call.call(Value(pointer: PyFloat_TypePointer()), text)
            try ListObject.append(row.value, number.value)
        } else {
            try ListObject.append(row.value, text)
        }
    }
    private mutating func add(_ code: UInt32) throws(Raised) {
        if field.count >= CSVModule.fieldLimit { throw tooLarge() }
        try field.append(code)
    }
    private func tooLarge() -> Raised { CSVModule.fail("field larger than field limit (\(CSVModule.fieldLimit))") }

    /// Goes through a line and the end behind it. Runs of plain characters become a field, or a part of one, at once.
    mutating func parse<Unit: FixedWidthInteger & UnsignedInteger>(_ text: CharacterPointer<Unit>, _ line: Value) throws(Raised) {
        let count = StrObject.length(line)
        let (delimiter, escape, quote) = (settings.delimiter, settings.escape, settings.quote)
        let quotes = settings.quoting != CSVDialect.never
        var index = 0
        while index < count {
            let code = UInt32(truncatingIfNeeded: text[index])
            switch state {
            case .startRecord, .startField:
                if state == .startRecord && (code == 10 || code == 13) {
                    state = .lineEnd
                    index &+= 1
                    continue
                }
                if code == 10 || code == 13 {
                    try saveField()
                    state = .lineEnd
                } else if code == quote && quotes {
                    state = .quoted
                } else if code == escape {
                    state = .escaped
                } else if code == 32 && settings.skipsSpace {
                    state = .startField
                } else if code == delimiter {
                    try saveField()
                    state = .startField
                } else {
                    if settings.quoting == CSVDialect.nonNumeric { isNumber = true }
                    state = .field
                    continue
                }
                index &+= 1
            case .field, .afterEscapedLineEnd:
                var stop = index
                while stop < count {
                    let unit = UInt32(truncatingIfNeeded: text[stop])
                    if unit == delimiter || unit == 10 || unit == 13 || unit == escape { break }
                    stop &+= 1
                }
                // Behind an escaped end of line the state stays what it is up to the next delimiter.
                if field.count &+ stop &- index > CSVModule.fieldLimit { throw tooLarge() }
                let ending = stop < count ? UInt32(truncatingIfNeeded: text[stop]) : 10
                if ending != escape && field.count == 0 && stop < count {
                    let whole = try StrObject.substring(line, index, stop)
                    try save(whole.value)
                } else {
                    try field.append(line, index, stop)
                    if stop == count { return try endLine() }
                    if ending != escape { try saveField() }
                }
                state = ending == escape ? .escaped : ending == delimiter ? .startField : .lineEnd
                index = stop &+ 1
            case .quoted:
                var stop = index
                while stop < count {
                    let unit = UInt32(truncatingIfNeeded: text[stop])
                    if unit == escape || (unit == quote && quotes) { break }
                    stop &+= 1
                }
                if field.count &+ stop &- index > CSVModule.fieldLimit { throw tooLarge() }
                try field.append(line, index, stop)
                if stop == count { return try endLine() }
                let unit = UInt32(truncatingIfNeeded: text[stop])
                state = unit == escape ? .escapedInQuotes : settings.doublesQuotes ? .quoteInQuotes : .field
                index = stop &+ 1
            case .escaped:
                try add(code)
                state = code == 10 || code == 13 ? .afterEscapedLineEnd : .field
                index &+= 1
            case .escapedInQuotes:
                try add(code)
                state = .quoted
                index &+= 1
            case .quoteInQuotes:
                if quotes && code == quote {
                    try add(code)
                    state = .quoted
                } else if code == delimiter {
                    try saveField()
                    state = .startField
                } else if code == 10 || code == 13 {
                    try saveField()
                    state = .lineEnd
                } else if !settings.strict {
                    try add(code)
                    state = .field
                } else {
                    let a = StrObject.character(delimiter)
                    let b = StrObject.character(quote)
                    throw CSVModule.fail("'\(text_(a.value))' expected after '\(text_(b.value))'")
                }
                index &+= 1
            case .lineEnd:
                if code != 10 && code != 13 {
                    throw CSVModule.fail(
                        "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
                }
                index &+= 1
            }
        }
        try endLine()
    }
    private func text_(_ value: Value) -> String { Runtime.text(value) }

    /// What the end of a line does.
    private mutating func endLine() throws(Raised) {
        switch state {
        case .startRecord, .afterEscapedLineEnd, .quoted: break
        case .startField, .field, .quoteInQuotes:
            try saveField()
            state = .startRecord
        case .escaped:
            try add(10)
            state = .field
        case .escapedInQuotes:
            try add(10)
            state = .quoted
        case .lineEnd: state = .startRecord
        }
    }
}
