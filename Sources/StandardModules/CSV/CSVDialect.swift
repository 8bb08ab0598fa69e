// The type Dialect: how a file is written.

import CPythonABI
import Runtime

enum CSVDialect {
    static let delimiter = 0
    static let doubleQuote = 1
    static let escape = 2
    static let terminator = 3
    static let quote = 4
    static let quoting = 5
    static let skipSpace = 6
    static let strict = 7
    private static let names: [StaticString] = [
        "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict",
    ]
    static let minimal = 0
    static let all = 1
    static let nonNumeric = 2
    static let never = 3

    static let type: TypePointer = FieldObject.type("_csv.Dialect", fields: 8, [.subclassable]) { type in
        type.doc(CSVDocs.Dialect)
        for index in [delimiter, escape, terminator, quote, quoting] {
            type.getter(names[index]) { (self) throws(Raised) -> Ref in Fields(self).hold(index) }
        }
        for index in [doubleQuote, skipSpace, strict] { type.field(names[index], index, readOnly: true) }
        let refuse: (Value, Arguments) throws(Raised) -> Ref = { (self, _) throws(Raised) -> Ref in
            throw raise(.typeError, "cannot pickle '\(self.type.shortName)' instances")
        }
        type.method("__reduce__", .raw(refuse), CSVDocs.Dialect___reduce__)
        type.method("__reduce_ex__", .raw(refuse), CSVDocs.Dialect___reduce_ex__)
        type.slots.new = new
    }

    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        if arguments.count + arguments.keywordCount > 9 {
            throw raise(.typeError, "function takes at most 9 arguments (\(arguments.count + arguments.keywordCount) given)")
        }
        var dialect = Ref(arguments.count > 0 ? arguments[0] : .null)
        for index in 0..<arguments.keywordCount where StrObject.equals(arguments.keywordName(index), "dialect") {
            dialect = Ref(arguments.keywordValue(index))
        }
        if dialect.value.isNone { dialect = .null }
        if !dialect.isNull && StrObject.isInstance(dialect.value) { dialect = try CSVModule.dialect(named: dialect.value) }
        let result = try FieldObject.make(type)
        let fields = Fields(result.value)
        var given = false
        // Settings may come by position, too.
        for index in 1..<max(arguments.count, 1) {
            given = true
            fields.set(index - 1, arguments[index])
        }
        for index in 0..<arguments.keywordCount {
            let name = arguments.keywordName(index)
            if StrObject.equals(name, "dialect") { continue }
            guard let position = names.firstIndex(where: { StrObject.equals(name, $0) }) else {
                throw raise(.typeError, "'\(text(name))' is an invalid keyword argument for this function")
            }
            given = true
            fields.set(position, arguments.keywordValue(index))
        }
        if !dialect.isNull {
            // A dialect without changes is the same dialect.
            if type == CSVDialect.type && dialect.value.type == type && !given { return dialect }
            for (index, name) in names.enumerated() where fields[index].isNull {
                let key = StrObject.intern(name)
                let found = try Attributes.getIfPresent(dialect.value, key.value)
                if !found.isNull { fields.set(index, found.value) }
            }
        }
        let hadQuoting = !fields[quoting].isNull
        let quoteIsNone = fields[quote].isNone
        try character(fields, delimiter, optional: false, default: ",")
        try flag(fields, doubleQuote, default: true)
        try character(fields, escape, optional: true, default: nil)
        if fields[terminator].isNull {
            fields.set(terminator, StrObject.make("\r\n"))
        } else if !fields[terminator].isNone && !StrObject.isInstance(fields[terminator]) {
            throw raise(.typeError, "\"lineterminator\" must be a string")
        }
        try character(fields, quote, optional: true, default: "\"")
        if fields[quoting].isNull {
            fields.setInt(quoting, minimal)
        } else {
            guard IntObject.isExact(fields[quoting]) else { throw raise(.typeError, "\"quoting\" must be an integer") }
            guard let number = IntObject.word(fields[quoting]), Int(Int32(truncatingIfNeeded: number)) == number else {
                throw raise(.overflowError, "Python int too large to convert to C int")
            }
            guard number >= minimal && number <= never else { throw raise(.typeError, "bad \"quoting\" value") }
            fields.set(quoting, Ref(owned: Value(smallInt: number)))
        }
        try flag(fields, skipSpace, default: false)
        try flag(fields, strict, default: false)
        if quoteIsNone && !hadQuoting { fields.setInt(quoting, never) }
        if fields.int(quoting) != never && fields[quote].isNone { throw raise(.typeError, "quotechar must be set if quoting enabled") }
        if fields[terminator].isNone { throw raise(.typeError, "lineterminator must be set") }
        return result
    }

    private static func character(_ fields: Fields, _ index: Int, optional: Bool, default fallback: StaticString?) throws(Raised) {
        let value = fields[index]
        if value.isNull {
            if let fallback { fields.set(index, StrObject.intern(fallback)) } else { fields.set(index, Value.none) }
            return
        }
        if optional && value.isNone { return }
        guard StrObject.isInstance(value) else {
            throw raise(.typeError, "\"\(names[index])\" must be string\(optional ? " or None" : ""), not \(value.type.name)")
        }
        guard StrObject.length(value) == 1 else { throw raise(.typeError, "\"\(names[index])\" must be a 1-character string") }
    }
    private static func flag(_ fields: Fields, _ index: Int, default fallback: Bool) throws(Raised) {
        let held = fields.hold(index)
        fields.set(index, Value(bool: held.isNull ? fallback : try Truth.of(held.value)))
    }
}

/// A dialect in the form that readers and writers use: characters as code points, `none` where there is none.
struct CSVSettings {
    static let none = UInt32.max
    let delimiter: UInt32
    let escape: UInt32
    let quote: UInt32
    let quoting: Int
    let doublesQuotes: Bool
    let skipsSpace: Bool
    let strict: Bool

    init(_ dialect: Value) {
        let fields = Fields(dialect)
        func code(_ index: Int) -> UInt32 { fields[index].isNone ? CSVSettings.none : StrObject.character(fields[index], 0) }
        delimiter = code(CSVDialect.delimiter)
        escape = code(CSVDialect.escape)
        quote = code(CSVDialect.quote)
        quoting = fields.int(CSVDialect.quoting)
        doublesQuotes = fields[CSVDialect.doubleQuote].isTrue
        skipsSpace = fields[CSVDialect.skipSpace].isTrue
        strict = fields[CSVDialect.strict].isTrue
    }
}
