// What methods of str, bytes and bytearray share in taking arguments.

import CPythonABI

enum TextArguments {
    /// The type as the argument parser names it in "argument must be str, not ...".
    static func typeName(_ value: Value) -> String { value.isNone ? "None" : value.type.name }

    /// TypeError for an argument of the wrong type; `position` 0 where the function has one argument only.
    static func wrongType(_ function: StaticString, _ position: Int, _ expected: StaticString, _ value: Value) -> Raised {
        raise(.typeError, "\(function)() argument\(position > 0 ? " \(position)" : "") must be \(expected), not \(typeName(value))")
    }
    static func wrongType(_ function: StaticString, named name: StaticString, _ expected: StaticString, _ value: Value) -> Raised {
        raise(.typeError, "\(function)() argument '\(name)' must be \(expected), not \(typeName(value))")
    }
    /// Checks that an argument is a str.
    @inline(__always) static func str(_ value: Value, _ function: StaticString, _ position: Int) throws(Raised) {
        if !StrObject.isInstance(value) { throw wrongType(function, position, "str", value) }
    }
    /// "must be str, not int"
    @inline(__always) static func str(_ value: Value) throws(Raised) {
        if !StrObject.isInstance(value) { throw raise(.typeError, "must be str, not \(value.type.name)") }
    }

    /// Checks the number of arguments of the older kind of function, whose messages differ.
    @inline(__always) static func count(_ arguments: Arguments, _ function: StaticString, _ minimum: Int, _ maximum: Int) throws(Raised) {
        if arguments.count < minimum || arguments.count > maximum { throw wrongCount(arguments.count, function, minimum, maximum) }
    }
    @inline(never) private static func wrongCount(_ given: Int, _ function: StaticString, _ minimum: Int, _ maximum: Int) -> Raised {
        let bound = given < minimum ? minimum : maximum
        let quality = minimum == maximum ? "exactly" : given < minimum ? "at least" : "at most"
        return raise(.typeError, "\(function)() takes \(quality) \(bound) argument\(bound == 1 ? "" : "s") (\(given) given)")
    }

    /// A start or end as slices have it: None or absent is `missing`, large numbers are clipped.
    @inline(__always) static func sliceIndex(_ value: Value, missing: Int) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        if value.isNull || value.isNone { return missing }
        return try sliceIndexSlow(value)
    }
    @inline(never) private static func sliceIndexSlow(_ value: Value) throws(Raised) -> Int {
        guard Index.isIndex(value) else {
            throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
        }
        return try Index.of(value, nil)
    }
    /// The optional start and end of find, count, startswith: clipped to the text. The start may be beyond the end.
    @inline(__always) static func range(_ start: Value, _ end: Value, _ count: Int) throws(Raised) -> (Int, Int) {
        var from = try sliceIndex(start, missing: 0)
        var to = try sliceIndex(end, missing: Int.max)
        if to > count { to = count } else if to < 0 { to = max(to &+ count, 0) }
        if from < 0 { from = max(from &+ count, 0) }
        return (from, to)
    }
    /// An optional index argument.
    @inline(__always) static func index(_ value: Value, default missing: Int) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        if value.isNull { return missing }
        return try Index.size(value)
    }
}

/// The places a slice takes of a sequence.
struct TextSlice {
    var start: Int
    var stop: Int
    var step: Int
    var count = 0

    @inline(__always) static func isSlice(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PySlice_TypePointer() }

    /// Reads start, stop and step, which may run Python code; `fit` must follow with the length as it is then.
    init(_ slice: Value) throws(Raised) {
        let fields = slice.cast(to: Value.self)
        let stepField = Border.normal(fields[4])
        if stepField.isNone {
            step = 1
        } else {
            step = try TextArguments.sliceIndex(stepField, missing: 1)
            if step == 0 { throw raise(.valueError, "slice step cannot be zero") }
            if step == Int.min { step = -Int.max }
        }
        start = try TextArguments.sliceIndex(Border.normal(fields[2]), missing: step < 0 ? Int.max : 0)
        stop = try TextArguments.sliceIndex(Border.normal(fields[3]), missing: step < 0 ? Int.min : Int.max)
    }
    mutating func fit(_ length: Int) {
        func clip(_ index: Int) -> Int {
            if index < 0 {
                let moved = index &+ length
                return index == Int.min || moved < 0 ? (step < 0 ? -1 : 0) : moved
            }
            if index >= length { return step < 0 ? length - 1 : length }
            return index
        }
        start = clip(start)
        stop = clip(stop)
        if step < 0 {
            count = stop < start ? (start - stop - 1) / (0 - step) + 1 : 0
        } else {
            count = start < stop ? (stop - start - 1) / step + 1 : 0
        }
    }
}

extension Border {
    /// A field that may hold None as the static's pointer, since C code reads it.
    @inline(__always) static func normal(_ value: Value) -> Value {
        value.isObject ? fromC(borrowed: value.object) : value
    }
}
