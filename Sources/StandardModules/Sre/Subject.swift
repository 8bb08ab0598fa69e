// The string that a pattern is run over.

import CPythonABI
import RegularExpressions
import Runtime

/// Keeps the text in place for as long as it lives. Pattern and string are kept alive by the caller.
struct Subject: ~Copyable {
    let pattern: Value
    let string: Value
    let count: Int
    private let isText: Bool
    /// The bytes of what is no str.
    private let view: BytesView

    init(_ pattern: Value, _ string: Value) throws(Raised) {
        self.pattern = pattern
        self.string = string
        isText = StrObject.isInstance(string)
        view = try Subject.view(string, Fields(pattern).int(PatternType.Field.kind))
        count = isText ? StrObject.length(string) : view.count
    }
    /// The bytes of a string that a pattern of that kind can be run over; none for str.
    private static func view(_ string: Value, _ kind: Int) throws(Raised) -> BytesView {
        if StrObject.isInstance(string) {
            if kind == 1 { throw raise(.typeError, "cannot use a bytes pattern on a string-like object") }
            return try BytesView(BytesObject.emptyValue)
        }
        if !Buffers.isExporter(string) { throw raise(.typeError, "expected string or bytes-like object, got '\(string.type.name)'") }
        if kind == 0 { throw raise(.typeError, "cannot use a string pattern on a bytes-like object") }
        return try BytesView(string)
    }

    /// Positions that fit no machine word are refused before anything else is looked at.
    static func checkRange(_ start: Value, _ end: Value) throws(Raised) {
        if !start.isNull && !start.isSmallInt { _ = try CInteger.size(start) }
        if !end.isNull && !end.isSmallInt { _ = try CInteger.size(end) }
    }
    /// The range that `pos` and `endpos` stand for.
    func range(_ start: Value, _ end: Value) throws(Raised) -> (Int, Int) {
        func clipped(_ value: Value, _ missing: Int) throws(Raised) -> Int {
            if value.isNull { return missing }
            let index = try Index.object(value)
            guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C ssize_t") }
            return min(max(number, 0), count)
        }
        return (try clipped(start, 0), try clipped(end, count))
    }

    func matcher(_ start: Int, _ end: Int) throws(Raised) -> Matcher {
        let program = BytesObject.data(Fields(pattern)[PatternType.Field.program])
        if !isText {
            guard let made = Matcher(program: program, text: view.bytes, width: .one, start: start, end: end) else {
                throw raise(.memoryError, argument: .null)
            }
            return made
        }
        let width: TextWidth
        switch StrObject.kind(string) {
        case .one: width = .one
        case .two: width = .two
        case .four: width = .four
        }
        guard let made = Matcher(program: program, text: StrObject.data(string), width: width, start: start, end: end) else {
            throw raise(.memoryError, argument: .null)
        }
        return made
    }

    /// Matches or searches, with a look at signals now and then.
    func run(_ matcher: inout Matcher, search: Bool) throws(Raised) -> Bool {
        while true {
            switch search ? matcher.search() : matcher.match() {
            case .matched: return true
            case .noMatch: return false
            case .outOfMemory: throw raise(.memoryError, argument: .null)
            case .paused:
                if !EvalBreaker.requests.isEmpty { try EvalBreaker.serve() }
            }
        }
    }

    /// The next of a row of matches that do not overlap.
    func next(_ matcher: inout Matcher) throws(Raised) -> Bool {
        let from = matcher.position
        let isEmpty = matcher.start == matcher.position
        matcher.restart(from)
        matcher.mustAdvance = isEmpty
        return try run(&matcher, search: true)
    }

    func slice(_ start: Int, _ end: Int) throws(Raised) -> Ref {
        if !isText {
            if start == 0 && end == count && BytesObject.isExact(string) { return Ref(string) }
            return try BytesObject.make(view.bytes + start, max(end - start, 0))
        }
        return try StrObject.substring(string, start, end)
    }
    /// What a group matched; `missing` if it took no part.
    func group(_ matcher: borrowing Matcher, _ group: Int, _ missing: Value) throws(Raised) -> Ref {
        let (start, end) = (matcher.groupStart(group), matcher.groupEnd(group))
        if start < 0 || end < start { return missing.isNull ? try slice(0, 0) : Ref(missing) }
        return try slice(start, end)
    }

    /// Part of a string that may have changed since it was matched.
    static func slice(_ string: Value, _ start: Int, _ end: Int) throws(Raised) -> Ref {
        if StrObject.isInstance(string) { return try StrObject.substring(string, min(start, StrObject.length(string)), min(end, StrObject.length(string))) }
        let view = try BytesView(string)
        let (from, to) = (min(start, view.count), min(end, view.count))
        if from == 0 && to == view.count && BytesObject.isExact(string) { return Ref(string) }
        return try BytesObject.make(view.bytes + from, max(to - from, 0))
    }
}
