// The module _sre: what `re` stands on. Patterns are compiled to code words by `re._compiler`; `RegularExpressions` runs them.

import CPythonABI
import RegularExpressions
import Runtime
import UnicodeData

enum SreModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.set("MAGIC", int: CodeFormat.magic)
        module.set("CODESIZE", int: CodeFormat.wordSize)
        module.set("MAXREPEAT", int: Int(CodeFormat.maximalRepeat))
        module.set("MAXGROUPS", int: CodeFormat.maximalGroups)
        module.set("copyright", string: " SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ")
        module.function(
            "compile", .bound({ (_, arguments) throws(Raised) -> Ref in try compile(arguments) }),
            "($module, /, pattern, flags, code, groups, groupindex, indexgroup)")
        module.function("getcodesize", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(CodeFormat.wordSize) }), "($module, /)")
        module.function(
            "ascii_iscased", .one({ (_, character) throws(Raised) -> Ref in
                let code = try self.code(character)
                return .bool(code < 128 && (code | 32) &- 97 < 26)
            }), "($module, character, /)")
        module.function(
            "ascii_tolower", .one({ (_, character) throws(Raised) -> Ref in
                let code = try self.code(character)
                return IntObject.make(Int(Int32(bitPattern: code &- 65 < 26 ? code | 32 : code)))
            }), "($module, character, /)")
        module.function(
            "unicode_iscased", .one({ (_, character) throws(Raised) -> Ref in
                let code = try self.code(character)
                return .bool(UnicodeData.simpleLower(code) != code || UnicodeData.simpleUpper(code) != code)
            }), "($module, character, /)")
        module.function(
            "unicode_tolower", .one({ (_, character) throws(Raised) -> Ref in
                IntObject.make(Int(Int32(bitPattern: UnicodeData.simpleLower(try self.code(character)))))
            }), "($module, character, /)")
    }

    private static func code(_ value: Value) throws(Raised) -> UInt32 {
        let index = try Index.object(value)
        guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C long") }
        guard let code = Int32(exactly: number) else {
            throw raise(.overflowError, "signed integer is \(number < 0 ? "less than minimum" : "greater than maximum")")
        }
        return UInt32(bitPattern: code)
    }

    private static func compile(_ arguments: Arguments) throws(Raised) -> Ref {
        let (pattern, code, groupIndex, indexGroup) = (arguments[0], arguments[2], arguments[4], arguments[5])
        let flags = try Index.size(arguments[1])
        guard ListObject.isInstance(code) else { throw wrongType("code", "list", code) }
        let groups = try Index.size(arguments[3])
        guard DictObject.isInstance(groupIndex) else { throw wrongType("groupindex", "dict", groupIndex) }
        guard TupleObject.isInstance(indexGroup) else { throw wrongType("indexgroup", "tuple", indexGroup) }
        var words: [UInt32] = []
        words.reserveCapacity(ListObject.count(code))
        for index in 0..<ListObject.count(code) {
            let item = ListObject.item(code, index)
            guard IntObject.isInstance(item) else { throw raise(.typeError, "an integer is required") }
            let view = IntView(item)
            if view.isNegative { throw raise(.overflowError, "can't convert negative value to unsigned int") }
            guard let number = view.int, let word = UInt32(exactly: number) else {
                throw raise(.overflowError, view.int == nil ? "Python int too large to convert to C unsigned long" : "regular expression code size limit exceeded")
            }
            words.append(word)
        }
        let program: [UInt8]
        do throws(TranslationFailure) { program = try RegularExpression.translate(words, groups: groups) } catch {
            if error == .tooDeep { throw raise(.recursionError, "maximum recursion depth exceeded: regular expression is nested too deeply") }
            throw raise(.runtimeError, "invalid SRE code")
        }
        let block = try BytesObject.allocate(program.count)
        BytesObject.data(block.value).update(from: program, count: program.count)
        let kind = pattern.isNone ? -1 : StrObject.isInstance(pattern) ? 0 : 1
        if kind == 1 {
            let view = try BytesView(pattern)
            _ = view.count
        }
        return try PatternType.make(
            pattern, flags: flags, groups: groups, groupIndex: groupIndex, indexGroup: indexGroup, program: block.value, kind: kind)
    }
    private static func wrongType(_ name: StaticString, _ expected: StaticString, _ value: Value) -> Raised {
        raise(.typeError, "compile() argument '\(name)' must be \(expected), not \(value.isNone ? "None" : value.type.name)")
    }
}
