// `code.replace()` and the constructor of `code`.

import CPythonABI
import Compiler
import Syntax

/// The fields of a code object as the constructor gets them.
struct CodeFields {
    var unit = CodeUnit()
    /// A tuple, owned.
    var constants = Value.null
    var instructions: [UInt8] = []
    var frameTable: [UInt8] = []
    /// `co_code` and `co_exceptiontable` as they were given: they must show the instructions that are meant.
    var shownCode: [UInt8]?
    var shownExceptions: [UInt8]?
    var localCount = 0
    var stackSize = 0

    /// A new code object. The tables must fit each other, whatever they came from.
    func make(_ original: Value = .null) throws(Raised) -> Ref {
        if unit.argumentCount < unit.positionalOnlyCount { throw raise(.valueError, "code: co_posonlyargcount > co_argcount") }
        if let shownCode, shownCode.count % 2 != 0 || shownCode.isEmpty { throw raise(.valueError, "code: co_code is malformed") }
        var arguments = unit.argumentCount + unit.keywordOnlyCount
        if unit.flags & Int(CodeFlags.varArgs) != 0 { arguments += 1 }
        if unit.flags & Int(CodeFlags.varKeywords) != 0 { arguments += 1 }
        if arguments > unit.variableNames.count { throw raise(.valueError, "code: co_varnames is too small") }
        if localCount != unit.variableNames.count { throw raise(.valueError, "code: co_nlocals != len(co_varnames)") }
        unit.instructions = CodeBytes.words(instructions)
        guard instructions.count % 8 == 0, CodeBytes.readFrameTable(frameTable, into: unit), unit.cellRegisters.count == unit.cellNames.count
        else { throw CodeFields.foreign() }
        // What the verifier needs to know of the constants: instructions rely on code objects and tuples of names.
        unit.constants = (0..<TupleObject.count(constants)).map { CodeFields.shape(TupleObject.item(constants, $0)) }
        let isKnown = !original.isNull && same(CodeObject.unit(original)) && CodeObject.constants(original).value === constants
        if !isKnown && (verify(unit) != nil || verifyLiveness(unit) != nil) { throw CodeFields.foreign() }
        let made = try CodeObject.link(unit, constants: constants)
        let rendering = CodeRendering.of(CodeObject.linked(made.value))
        if let shownCode, shownCode != rendering.bytes { throw CodeFields.foreign() }
        if let shownExceptions, shownExceptions != rendering.exceptionTable { throw CodeFields.foreign() }
        return made
    }
    /// Whether everything that the verifier looks at is as in code that is known to be right.
    private func same(_ other: CodeUnit) -> Bool {
        unit.instructions == other.instructions && unit.names.count == other.names.count && unit.constants.count == other.constants.count
            && unit.variableNames.count == other.variableNames.count && unit.cellNames.count == other.cellNames.count
            && unit.freeNames.count == other.freeNames.count && unit.registerCount == other.registerCount
            && unit.localCount == other.localCount && unit.cellRegisters == other.cellRegisters
            && unit.exceptionTable == other.exceptionTable && unit.liveRanges == other.liveRanges && unit.liveSets == other.liveSets
            && unit.argumentCount == other.argumentCount && unit.keywordOnlyCount == other.keywordOnlyCount
    }
    private static func shape(_ constant: Value) -> CodeConstant {
        if CodeObject.isInstance(constant) { return .code(CodeObject.unit(constant)) }
        if TupleObject.isExact(constant) {
            return .constant(.tuple((0..<TupleObject.count(constant)).map { scalar(TupleObject.item(constant, $0)) }))
        }
        return .constant(scalar(constant))
    }
    private static func scalar(_ constant: Value) -> Constant { StrObject.isExact(constant) ? .string(PythonText(text(constant)), kindU: false) : .none }
    static func foreign() -> Raised { raise(.valueError, "code: co_code is not bytecode of this implementation") }
}

enum CodeReplacement {
    private static let names: [StaticString] = [
        "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_code", "co_consts",
        "co_names", "co_varnames", "co_filename", "co_name", "co_qualname", "co_firstlineno", "co_linetable", "co_exceptiontable",
        "co_freevars", "co_cellvars",
    ]
    /// In the order of the constructor's parameters.
    private enum Field: Int {
        case argumentCount = 0, positionalOnlyCount, keywordOnlyCount, localCount, stackSize, flags, code, constants
        case names, variableNames, filename, name, qualifiedName, firstLine, lineTable, frameTable, freeNames, cellNames
    }

    static let replace: CallSlot = { (self, arguments) throws(Raised) -> Ref in
        if arguments.count > 0 { throw raise(.typeError, "replace() takes no positional arguments") }
        let old = CodeObject.unit(self)
        var fields = CodeFields()
        let unit = fields.unit
        unit.name = old.name
        unit.qualifiedName = old.qualifiedName
        unit.filename = old.filename
        unit.firstLine = old.firstLine
        unit.flags = old.flags
        unit.argumentCount = old.argumentCount
        unit.positionalOnlyCount = old.positionalOnlyCount
        unit.keywordOnlyCount = old.keywordOnlyCount
        unit.variableNames = old.variableNames
        unit.cellNames = old.cellNames
        unit.freeNames = old.freeNames
        unit.names = old.names
        unit.positions = old.positions
        fields.instructions = CodeBytes.instructions(old)
        fields.frameTable = CodeBytes.frameTable(old)
        fields.localCount = old.variableNames.count
        let constants = CodeObject.constants(self)
        fields.constants = constants.value
        for index in 0..<arguments.keywordCount {
            let name = arguments.keywordName(index)
            guard let position = names.firstIndex(where: { StrObject.equals(name, $0) }), let field = Field(rawValue: position) else {
                throw raise(.typeError, "'\(text(name))' is an invalid keyword argument for replace()")
            }
            try set(&fields, field, arguments.keywordValue(index)) { "replace() argument '\(names[position])'" }
        }
        for field in [Field.argumentCount, .positionalOnlyCount, .keywordOnlyCount, .localCount, .stackSize, .flags, .firstLine] {
            if number(fields, field) < 0 { throw raise(.valueError, "\(names[field.rawValue]) must be a positive integer") }
        }
        try audit(fields)
        return try fields.make(self)
    }

    private static func audit(_ fields: CodeFields) throws(Raised) {
        if !Audit.isWatched { return }
        let filename = StrObject.make(fields.unit.filename)
        let name = StrObject.make("\(fields.unit.name)")
        try Audit.event(
            "code.__new__", .none, filename.value, name.value, Value(smallInt: fields.unit.argumentCount),
            Value(smallInt: fields.unit.positionalOnlyCount), Value(smallInt: fields.unit.keywordOnlyCount), Value(smallInt: fields.localCount),
            Value(smallInt: fields.stackSize), Value(smallInt: fields.unit.flags))
    }
    static let construct: NewSlot = { (_, arguments) throws(Raised) -> Ref in
        try arguments.noKeywords("code")
        try arguments.check("code", 16, 18)
        var fields = CodeFields()
        for index in 0..<arguments.count {
            guard let field = Field(rawValue: index) else { break }
            try set(&fields, field, arguments[index]) { "code() argument \(index + 1)" }
        }
        for (field, name) in [
            (Field.argumentCount, "argcount"), (.positionalOnlyCount, "posonlyargcount"), (.keywordOnlyCount, "kwonlyargcount"),
            (.localCount, "nlocals"),
        ] where number(fields, field) < 0 { throw raise(.valueError, "code: \(name) must not be negative") }
        try audit(fields)
        return try fields.make()
    }

    private static func number(_ fields: CodeFields, _ field: Field) -> Int {
        switch field {
        case .argumentCount: return fields.unit.argumentCount
        case .positionalOnlyCount: return fields.unit.positionalOnlyCount
        case .keywordOnlyCount: return fields.unit.keywordOnlyCount
        case .localCount: return fields.localCount
        case .stackSize: return fields.stackSize
        case .flags: return fields.unit.flags
        default: return fields.unit.firstLine
        }
    }

    private static func set(_ fields: inout CodeFields, _ field: Field, _ value: Value, _ what: () -> String) throws(Raised) {
        switch field {
        case .argumentCount: fields.unit.argumentCount = try integer(value)
        case .positionalOnlyCount: fields.unit.positionalOnlyCount = try integer(value)
        case .keywordOnlyCount: fields.unit.keywordOnlyCount = try integer(value)
        case .localCount: fields.localCount = try integer(value)
        case .stackSize: fields.stackSize = try integer(value)
        case .flags: fields.unit.flags = try integer(value)
        case .firstLine: fields.unit.firstLine = try integer(value)
        case .code: fields.shownCode = try bytes(value, what)
        case .lineTable:
            let table = try bytes(value, what)
            // Another implementation's table tells nothing here.
            fields.unit.positions.bytes = []
            if let parts = CodeBytes.readLineTable(table) {
                (fields.frameTable, fields.instructions, fields.unit.positions.bytes) = parts
            }
        case .frameTable: fields.shownExceptions = try bytes(value, what)
        case .constants:
            guard TupleObject.isInstance(value) else { throw wrong(value, "tuple", what) }
            fields.constants = value
        case .names: fields.unit.names = try strings(value, what)
        case .variableNames: fields.unit.variableNames = try strings(value, what)
        case .freeNames: fields.unit.freeNames = try strings(value, what)
        case .cellNames: fields.unit.cellNames = try strings(value, what)
        case .filename: fields.unit.filename = try string(value, what)
        case .name: fields.unit.name = try string(value, what)
        case .qualifiedName: fields.unit.qualifiedName = try string(value, what)
        }
    }
    private static func wrong(_ value: Value, _ wanted: String, _ what: () -> String) -> Raised {
        raise(.typeError, "\(what()) must be \(wanted), not \(value.type.name)")
    }
    private static func integer(_ value: Value) throws(Raised) -> Int {
        let number = try Index.int32(value)
        guard number >= Int(Int32.min), number <= Int(Int32.max) else { throw raise(.overflowError, "Python int too large to convert to C int") }
        return number
    }
    private static func string(_ value: Value, _ what: () -> String) throws(Raised) -> String {
        guard StrObject.isInstance(value) else { throw wrong(value, "str", what) }
        return text(value)
    }
    private static func strings(_ value: Value, _ what: () -> String) throws(Raised) -> [String] {
        guard TupleObject.isInstance(value) else { throw wrong(value, "tuple", what) }
        var result: [String] = []
        for index in 0..<TupleObject.count(value) {
            guard StrObject.isInstance(TupleObject.item(value, index)) else {
                throw raise(.systemError, "non-string found in code slot")
            }
            result.append(text(TupleObject.item(value, index)))
        }
        return result
    }
    private static func bytes(_ value: Value, _ what: () -> String) throws(Raised) -> [UInt8] {
        guard value.type == PyBytes_TypePointer() || value.type.isSubtype(of: PyBytes_TypePointer()) else { throw wrong(value, "bytes", what) }
        let object = value.cast(to: PyBytesObject.self)
        let count = object.pointee.ob_base.ob_size
        let start = UnsafeRawPointer(value.object) + 32
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
}
