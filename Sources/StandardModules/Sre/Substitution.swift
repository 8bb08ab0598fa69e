// Pattern.sub and Pattern.subn.

import CPythonABI
import RegularExpressions
import Runtime

enum Substitution {
    /// A function of the module `re` that does what is written in Python.
    static func helper(_ name: StaticString) throws(Raised) -> Ref {
        let module = try InterpreterHooks.importByName(re)
        return try Attributes.get(module.value, name)
    }
    nonisolated(unsafe) private static let re = Names.make("re")
    nonisolated(unsafe) private static let join = Names.make("join")

    /// Whether a template is text without escapes.
    private static func isLiteral(_ template: Value) throws(Raised) -> Bool {
        if StrObject.isInstance(template) {
            for index in 0..<StrObject.length(template) where StrObject.character(template, index) == 92 { return false }
            return true
        }
        do throws(Raised) {
            let view = try BytesView(template)
            for index in 0..<view.count where view.bytes[index] == 92 { return false }
            return true
        } catch {
            PendingException.clear()
            return false
        }
    }

    static func run(_ pattern: Value, _ arguments: Arguments, counted: Bool) throws(Raised) -> Ref {
        let limit = arguments[2].isNull ? 0 : try Index.size(arguments[2])
        var replacement = Ref(arguments[0])
        var isCallable = replacement.value.record.pointee.call != nil
        if !isCallable, try !isLiteral(replacement.value) {
            let function = try helper("_subx")
            replacement = try Call.call(function.value, pattern, replacement.value)
            isCallable = replacement.value.record.pointee.call != nil
        }
        let subject = try Subject(pattern, arguments[1])
        var count = 0
        let result = try !isCallable && StrObject.isExact(replacement.value) && StrObject.isInstance(subject.string)
            ? text(subject, replacement.value, limit, &count)
            : general(subject, replacement.value, isCallable, limit, &count)
        if !counted { return result }
        let number = IntObject.make(count)
        return TupleObject.make(result.value, number.value)
    }

    /// A str put in place of each match in a str.
    private static func text(_ subject: borrowing Subject, _ replacement: Value, _ limit: Int, _ count: inout Int) throws(Raised) -> Ref {
        var matcher = try subject.matcher(0, subject.count)
        guard limit >= 0, try subject.run(&matcher, search: true) else { return try subject.slice(0, subject.count) }
        var builder = StrBuilder(capacity: subject.count)
        var last = 0
        while true {
            try builder.append(subject.string, last, matcher.start)
            try builder.append(replacement)
            last = matcher.position
            count += 1
            if limit > 0 && count >= limit { break }
            if try !subject.next(&matcher) { break }
        }
        try builder.append(subject.string, last, subject.count)
        return try builder.finish()
    }

    private static func general(
        _ subject: borrowing Subject, _ replacement: Value, _ isCallable: Bool, _ limit: Int, _ count: inout Int
    ) throws(Raised) -> Ref {
        let list = ListObject.make()
        var matcher = try subject.matcher(0, subject.count)
        var last = 0
        var isFound = limit >= 0 ? try subject.run(&matcher, search: true) : false
        while isFound {
            if last < matcher.start {
                let part = try subject.slice(last, matcher.start)
                try ListObject.append(list.value, part.value)
            }
            if isCallable {
                let match = try MatchType.make(subject, matcher, 0)
                let item = try Call.call(replacement, match.value)
                if !item.value.isNone { try ListObject.append(list.value, item.value) }
            } else if !replacement.isNone {
                try ListObject.append(list.value, replacement)
            }
            last = matcher.position
            count += 1
            if limit > 0 && count >= limit { break }
            isFound = try subject.next(&matcher)
        }
        if last < subject.count {
            let part = try subject.slice(last, subject.count)
            try ListObject.append(list.value, part.value)
        }
        let joiner = try subject.slice(0, 0)
        if ListObject.count(list.value) == 0 { return joiner }
        return try Call.method(joiner.value, join, list.value)
    }
}
