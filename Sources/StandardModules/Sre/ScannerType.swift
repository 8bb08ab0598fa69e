// _sre.SRE_Scanner: goes from match to match.

import CPythonABI
import RegularExpressions
import Runtime

enum ScannerType {
    private enum Field {
        static let pattern = 0, string = 1
        /// Where to go on; null at the end.
        static let position = 2
        static let start = 3, end = 4
        /// Whether the last match was empty.
        static let mustAdvance = 5
        /// A view of a buffer, which may not change its size meanwhile.
        static let held = 6
        static let count = 7
    }

    static let type = FieldObject.type("_sre.SRE_Scanner", fields: Field.count, [.hidden]) { type in
        type.field("pattern", Field.pattern)
        type.method("match", .noArguments({ (self) throws(Raised) -> Ref in try next(self, search: false) }), "($self, /)")
        type.method("search", .noArguments({ (self) throws(Raised) -> Ref in try next(self, search: true) }), "($self, /)")
    }

    static func make(_ pattern: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try Subject.checkRange(arguments[1], arguments[2])
        let subject = try Subject(pattern, arguments[0])
        let (start, end) = try subject.range(arguments[1], arguments[2])
        let object = try FieldObject.make(type)
        let fields = Fields(object.value)
        fields.set(Field.pattern, pattern)
        fields.set(Field.string, subject.string)
        fields.setInt(Field.position, start)
        fields.setInt(Field.start, start)
        fields.setInt(Field.end, end)
        fields.set(Field.mustAdvance, Value.false)
        if !StrObject.isInstance(subject.string) && !BytesObject.isInstance(subject.string) {
            fields.set(Field.held, try Call.call(PyMemoryView_TypePointer().value, subject.string))
        }
        return object
    }

    private static func next(_ self: Value, search: Bool) throws(Raised) -> Ref {
        let fields = Fields(self)
        if fields[Field.position].isNull { return .none }
        let subject = try Subject(fields[Field.pattern], fields[Field.string])
        let end = min(fields.int(Field.end), subject.count)
        var matcher = try subject.matcher(fields.int(Field.position), end)
        matcher.mustAdvance = fields[Field.mustAdvance].isTrue
        guard try subject.run(&matcher, search: search) else {
            fields.set(Field.position, Value.null)
            return .none
        }
        fields.setInt(Field.position, matcher.position)
        fields.set(Field.mustAdvance, Value(bool: matcher.position == matcher.start))
        return try MatchType.make(subject, matcher, fields.int(Field.start))
    }
}
