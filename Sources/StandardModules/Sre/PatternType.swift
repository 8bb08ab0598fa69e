// re.Pattern.

import CPythonABI
import RegularExpressions
import Runtime

enum PatternType {
    enum Field {
        static let pattern = 0, flags = 1, groups = 2, groupIndex = 3, indexGroup = 4
        /// Bytes that hold the program.
        static let program = 5
        /// 0 for str, 1 for bytes, -1 if it matches both.
        static let kind = 6
        static let count = 7
    }

    static let type = FieldObject.type("re.Pattern", fields: Field.count, [.weakReferences, .hidden], describe)

    static func make(
        _ pattern: Value, flags: Int, groups: Int, groupIndex: Value, indexGroup: Value, program: Value, kind: Int
    ) throws(Raised) -> Ref {
        let object = try FieldObject.make(type)
        let fields = Fields(object.value)
        fields.set(Field.pattern, pattern)
        fields.set(Field.flags, IntObject.make(flags))
        fields.set(Field.groups, IntObject.make(groups))
        fields.set(Field.groupIndex, groupIndex)
        fields.set(Field.indexGroup, indexGroup)
        fields.set(Field.program, program)
        fields.setInt(Field.kind, kind)
        return object
    }

    private static func describe(_ type: TypeBuilder) {
        type.doc("Compiled regular expression object.")
        type.slots.repr = { (self) throws(Raised) -> Ref in try PatternRepr.of(self) }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let fields = Fields(self)
            let hash = try Hash.of(fields[Field.pattern]) ^ (try Hash.of(fields[Field.flags])) &* 31 ^ fields.int(Field.kind) &* 1_000_003
            return hash == -1 ? -2 : hash
        }
        type.slots.compare = { (self, other, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, other.isObject, self.type == other.type else { return .notImplemented }
            let same = try areEqual(self, other)
            return .bool(same == (operation == .equal))
        }
        type.field("pattern", Field.pattern, doc: "The pattern string from which the RE object was compiled.")
        type.field("flags", Field.flags, doc: "The regex matching flags.")
        type.field("groups", Field.groups, doc: "The number of capturing groups in the pattern.")
        type.getter("groupindex", doc: "A dictionary mapping group names to group numbers.", { (self) throws(Raised) -> Ref in
            // As CPython: a fresh dict where there are no names.
            if DictObject.count(Fields(self)[Field.groupIndex]) == 0 { return DictObject.make() }
            return try Call.call(PyDictProxy_TypePointer().value, Fields(self)[Field.groupIndex])
        })
        type.method(
            "match", .bound({ (self, arguments) throws(Raised) -> Ref in try find(self, arguments, .match) }),
            "($self, /, string, pos=0, endpos=sys.maxsize)", doc: "Matches zero or more characters at the beginning of the string.")
        type.method(
            "fullmatch", .bound({ (self, arguments) throws(Raised) -> Ref in try find(self, arguments, .full) }),
            "($self, /, string, pos=0, endpos=sys.maxsize)", doc: "Matches against all of the string.")
        type.method(
            "search", .bound({ (self, arguments) throws(Raised) -> Ref in try find(self, arguments, .search) }),
            "($self, /, string, pos=0, endpos=sys.maxsize)",
            doc: "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.")
        type.method(
            "sub", .bound({ (self, arguments) throws(Raised) -> Ref in try Substitution.run(self, arguments, counted: false) }),
            "($self, /, repl, string, count=0)",
            doc: "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.")
        type.method(
            "subn", .bound({ (self, arguments) throws(Raised) -> Ref in try Substitution.run(self, arguments, counted: true) }),
            "($self, /, repl, string, count=0)",
            doc: "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.")
        type.method(
            "findall", .bound({ (self, arguments) throws(Raised) -> Ref in try Occurrences.all(self, arguments) }),
            "($self, /, string, pos=0, endpos=sys.maxsize)", doc: "Return a list of all non-overlapping matches of pattern in string.")
        type.method(
            "split", .bound({ (self, arguments) throws(Raised) -> Ref in try Occurrences.split(self, arguments) }),
            "($self, /, string, maxsplit=0)", doc: "Split string by the occurrences of pattern.")
        type.method(
            "finditer", .bound({ (self, arguments) throws(Raised) -> Ref in
                let scanner = try ScannerType.make(self, arguments)
                let search = try Attributes.get(scanner.value, "search")
                return CallableIterator.make(search.value, .none)
            }), "($self, /, string, pos=0, endpos=sys.maxsize)",
            doc: "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.")
        type.method(
            "scanner", .bound({ (self, arguments) throws(Raised) -> Ref in try ScannerType.make(self, arguments) }),
            "($self, /, string, pos=0, endpos=sys.maxsize)")
        type.method("__copy__", .noArguments({ (self) throws(Raised) -> Ref in Ref(self) }), "($self, /)")
        type.method("__deepcopy__", .one({ (self, _) throws(Raised) -> Ref in Ref(self) }), "($self, memo, /)")
        type.classMethod("__class_getitem__", .one({ (type, item) throws(Raised) -> Ref in try GenericAliasObject.make(type, item) }), nil, doc: "See PEP 585")
    }

    private enum Way { case match, full, search }

    private static func find(_ self: Value, _ arguments: Arguments, _ way: Way) throws(Raised) -> Ref {
        try Subject.checkRange(arguments[1], arguments[2])
        let subject = try Subject(self, arguments[0])
        let (start, end) = try subject.range(arguments[1], arguments[2])
        var matcher = try subject.matcher(start, end)
        matcher.isFull = way == .full
        guard try subject.run(&matcher, search: way == .search) else { return .none }
        return try MatchType.make(subject, matcher, start)
    }

    private static func areEqual(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if a === b { return true }
        let (x, y) = (Fields(a), Fields(b))
        guard x.int(Field.kind) == y.int(Field.kind), try Compare.equal(x[Field.flags], y[Field.flags]),
            try Compare.equal(x[Field.program], y[Field.program])
        else { return false }
        return try Compare.equal(x[Field.pattern], y[Field.pattern])
    }
}

/// repr() of patterns: as the call that makes them.
enum PatternRepr {
    private static let names: [(Int, StaticString)] = [
        (1, "re.TEMPLATE"), (2, "re.IGNORECASE"), (4, "re.LOCALE"), (8, "re.MULTILINE"), (16, "re.DOTALL"), (64, "re.VERBOSE"),
        (128, "re.DEBUG"), (256, "re.ASCII"),
    ]

    static func of(_ pattern: Value) throws(Raised) -> Ref {
        let fields = Fields(pattern)
        var flags = try Index.of(fields[PatternType.Field.flags], nil)
        // re.UNICODE goes without saying for str.
        if fields.int(PatternType.Field.kind) == 0 && flags & (4 | 32 | 256) == 32 { flags &= ~32 }
        var parts: [String] = []
        for (flag, name) in names where flags & flag != 0 {
            parts.append("\(name)")
            flags &= ~flag
        }
        if flags != 0 { parts.append("0x" + String(UInt32(truncatingIfNeeded: flags), radix: 16)) }
        let shown = try Repr.of(fields[PatternType.Field.pattern])
        var builder = StrBuilder()
        try builder.append("re.compile(")
        try builder.append(shown.value, 0, min(StrObject.length(shown.value), 200))
        if !parts.isEmpty {
            let text = StrObject.make(", " + parts.joined(separator: "|"))
            try builder.append(text.value)
        }
        try builder.append(41)
        return try builder.finish()
    }
}
