// re.Match.

import CPythonABI
import RegularExpressions
import Runtime

enum MatchType {
    private enum Field {
        static let string = 0, pattern = 1, start = 2, end = 3
        /// The group that was closed last, None for none.
        static let lastIndex = 4
        /// Bytes that hold the words (start, end) of each group.
        static let marks = 5
        static let registers = 6
        static let count = 7
    }

    static let type = FieldObject.type("re.Match", fields: Field.count, [.hidden], describe)

    static func make(_ subject: borrowing Subject, _ matcher: borrowing Matcher, _ start: Int) throws(Raised) -> Ref {
        let object = try FieldObject.make(type)
        let groups = matcher.groups
        let marks = try BytesObject.allocate(words: 2 * (groups + 1))
        BytesObject.setWord(marks.value, 0, matcher.start)
        BytesObject.setWord(marks.value, 1, matcher.position)
        if groups > 0 {
            for group in 1...groups {
                let (from, to) = (matcher.groupStart(group), matcher.groupEnd(group))
                let took = from >= 0 && to >= from
                BytesObject.setWord(marks.value, 2 * group, took ? from : -1)
                BytesObject.setWord(marks.value, 2 * group + 1, took ? to : -1)
            }
        }
        let fields = Fields(object.value)
        fields.set(Field.string, subject.string)
        fields.set(Field.pattern, subject.pattern)
        fields.setInt(Field.start, start)
        fields.setInt(Field.end, matcher.end)
        fields.set(Field.lastIndex, matcher.lastGroup == 0 ? .none : Value(smallInt: matcher.lastGroup))
        fields.set(Field.marks, marks)
        return object
    }

    private static func describe(_ type: TypeBuilder) {
        type.doc("The result of re.match() and re.search().\nMatch objects always have a boolean value of True.")
        type.slots.repr = repr
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in try group(self, try index(self, key), .none) }
        type.field("string", Field.string, doc: "The string passed to match() or search().")
        type.field("re", Field.pattern, doc: "The regular expression object.")
        type.field("pos", Field.start, doc: "The index into the string at which the RE engine started looking for a match.")
        type.field("endpos", Field.end, doc: "The index into the string beyond which the RE engine will not go.")
        type.getter(
            "lastindex", doc: "The integer index of the last matched capturing group.", { (self) throws(Raised) -> Ref in Fields(self).hold(Field.lastIndex) })
        type.getter("lastgroup", doc: "The name of the last matched capturing group.", { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            if !fields[Field.lastIndex].isSmallInt { return .none }
            let names = Fields(fields[Field.pattern])[PatternType.Field.indexGroup]
            let last = fields.int(Field.lastIndex)
            return last < TupleObject.count(names) ? Ref(TupleObject.item(names, last)) : .none
        })
        type.getter("regs", { (self) throws(Raised) -> Ref in try registers(self) })
        type.method(
            "group", .positional(minimum: 0, maximum: Int.max, groupMethod), nil,
            doc: "group([group1, ...]) -> str or tuple.\n    Return subgroup(s) of the match by indices or names.\n    For 0 returns the entire match.")
        type.method(
            "start", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
                IntObject.make(mark(self, try index(self, arguments[0]), 0))
            }), "($self, group=0, /)", doc: "Return index of the start of the substring matched by group.")
        type.method(
            "end", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
                IntObject.make(mark(self, try index(self, arguments[0]), 1))
            }), "($self, group=0, /)", doc: "Return index of the end of the substring matched by group.")
        type.method(
            "span", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in span(self, try index(self, arguments[0])) }),
            "($self, group=0, /)", doc: "For match object m, return the 2-tuple (m.start(group), m.end(group)).")
        type.method(
            "groups", .bound({ (self, arguments) throws(Raised) -> Ref in
                let count = groupCount(self)
                let result = try TupleObject.allocate(count - 1)
                for number in 1..<max(count, 1) {
                    TupleObject.store(result.value, number - 1, try group(self, number, arguments[0].isNull ? .none : arguments[0]))
                }
                TupleObject.finish(result.value)
                return result
            }), "($self, /, default=None)",
            doc: "Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n    Is used for groups that did not participate in the match.")
        type.method(
            "groupdict", .bound({ (self, arguments) throws(Raised) -> Ref in
                let result = DictObject.make()
                let names = Ref(Fields(Fields(self)[Field.pattern])[PatternType.Field.groupIndex])
                var position = 0
                while let (key, number) = DictObject.next(names.value, &position) {
                    let name = Ref(key)
                    let value = try group(self, try index(self, number), arguments[0].isNull ? .none : arguments[0])
                    try DictObject.set(result.value, name.value, value.value)
                }
                return result
            }), "($self, /, default=None)",
            doc: "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n  default\n    Is used for groups that did not participate in the match.")
        type.method(
            "expand", .bound({ (self, arguments) throws(Raised) -> Ref in
                let function = try Substitution.helper("_expand")
                let pattern = Fields(self).hold(Field.pattern)
                return try Call.call(function.value, pattern.value, self, arguments[0])
            }), "($self, /, template)",
            doc: "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.")
        type.method("__copy__", .noArguments({ (self) throws(Raised) -> Ref in Ref(self) }), "($self, /)")
        type.method("__deepcopy__", .one({ (self, _) throws(Raised) -> Ref in Ref(self) }), "($self, memo, /)")
        type.classMethod("__class_getitem__", .one({ (type, item) throws(Raised) -> Ref in try GenericAliasObject.make(type, item) }), nil, doc: "See PEP 585")
    }

    // MARK: Groups

    /// Groups, the whole match included.
    private static func groupCount(_ self: Value) -> Int { BytesObject.count(Fields(self)[Field.marks]) / 16 }
    private static func mark(_ self: Value, _ group: Int, _ side: Int) -> Int { BytesObject.word(Fields(self)[Field.marks], 2 * group + side) }

    /// The number of a group given by number or name; 0 when absent. IndexError if there is none.
    private static func index(_ self: Value, _ key: Value) throws(Raised) -> Int {
        if key.isNull { return 0 }
        var number = -1
        if key.isSmallInt {
            number = key.smallInt
        } else if Index.isIndex(key) {
            number = try Index.of(key, nil)
        } else {
            let names = Ref(Fields(Fields(self)[Field.pattern])[PatternType.Field.groupIndex])
            number = try named(names.value, key)
        }
        if number < 0 || number >= groupCount(self) { throw raise(.indexError, "no such group") }
        return number
    }
    /// The number of a named group, -1 if there is none. What has no hash is no name, either.
    private static func named(_ names: Value, _ key: Value) throws(Raised) -> Int {
        do throws(Raised) {
            let found = try DictObject.get(names, key)
            return found.isNull || !IntObject.isInstance(found) ? -1 : try Index.of(found, nil)
        } catch {
            // CPython's answer where the pattern has names; without them nothing is looked up.
            if DictObject.count(names) == 0 && PendingException.clear(if: .typeError) { return -1 }
            throw error
        }
    }
    private static func group(_ self: Value, _ number: Int, _ missing: Value) throws(Raised) -> Ref {
        let start = mark(self, number, 0)
        if start < 0 { return Ref(missing) }
        return try Subject.slice(Fields(self)[Field.string], start, mark(self, number, 1))
    }
    private static func span(_ self: Value, _ number: Int) -> Ref {
        TupleObject.make(Value(smallInt: mark(self, number, 0)), Value(smallInt: mark(self, number, 1)))
    }

    private static let groupMethod: CallSlot = { (self, arguments) throws(Raised) -> Ref in
        if arguments.count <= 1 { return try group(self, try index(self, arguments[0]), .none) }
        let result = try TupleObject.allocate(arguments.count)
        for place in 0..<arguments.count {
            TupleObject.store(result.value, place, try group(self, try index(self, arguments[place]), .none))
        }
        TupleObject.finish(result.value)
        return result
    }

    private static func registers(_ self: Value) throws(Raised) -> Ref {
        let known = Fields(self).hold(Field.registers)
        if !known.isNull { return known }
        let count = groupCount(self)
        let result = try TupleObject.allocate(count)
        for number in 0..<count { TupleObject.store(result.value, number, span(self, number)) }
        TupleObject.finish(result.value)
        Fields(self).set(Field.registers, result.value)
        return result
    }

    private static let repr: UnarySlot = { (self) throws(Raised) -> Ref in
        let matched = try group(self, 0, .none)
        let shown = try Repr.of(matched.value)
        let head = StrObject.make("<re.Match object; span=(\(mark(self, 0, 0)), \(mark(self, 0, 1))), match=")
        var builder = StrBuilder()
        try builder.append(head.value)
        try builder.append(shown.value, 0, min(StrObject.length(shown.value), 50))
        try builder.append(62)
        return try builder.finish()
    }
}
