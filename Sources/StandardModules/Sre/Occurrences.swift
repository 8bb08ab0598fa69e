// Pattern.findall and Pattern.split.

import CPythonABI
import RegularExpressions
import Runtime

enum Occurrences {
    static func all(_ pattern: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try Subject.checkRange(arguments[1], arguments[2])
        let subject = try Subject(pattern, arguments[0])
        let (start, end) = try subject.range(arguments[1], arguments[2])
        let list = ListObject.make()
        var matcher = try subject.matcher(start, end)
        guard try subject.run(&matcher, search: true) else { return list }
        repeat {
            let item = try found(subject, matcher)
            try ListObject.append(list.value, item.value)
        } while try subject.next(&matcher)
        return list
    }
    /// The match, its only group, or a tuple of its groups.
    private static func found(_ subject: borrowing Subject, _ matcher: borrowing Matcher) throws(Raised) -> Ref {
        switch matcher.groups {
        case 0: return try subject.slice(matcher.start, matcher.position)
        case 1: return try subject.group(matcher, 1, .null)
        default:
            let result = try TupleObject.allocate(matcher.groups)
            for group in 1...matcher.groups { TupleObject.store(result.value, group - 1, try subject.group(matcher, group, .null)) }
            TupleObject.finish(result.value)
            return result
        }
    }

    static func split(_ pattern: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let limit = arguments[1].isNull ? 0 : try Index.size(arguments[1])
        let subject = try Subject(pattern, arguments[0])
        let list = ListObject.make()
        var matcher = try subject.matcher(0, subject.count)
        var count = 0
        var last = 0
        var isFound = limit >= 0 ? try subject.run(&matcher, search: true) : false
        while isFound {
            let part = try subject.slice(last, matcher.start)
            try ListObject.append(list.value, part.value)
            if matcher.groups > 0 {
                for group in 1...matcher.groups {
                    let item = try subject.group(matcher, group, .none)
                    try ListObject.append(list.value, item.value)
                }
            }
            last = matcher.position
            count += 1
            if limit > 0 && count >= limit { break }
            isFound = try subject.next(&matcher)
        }
        let rest = try subject.slice(last, subject.count)
        try ListObject.append(list.value, rest.value)
        return list
    }
}
