// `"%s and %r" % (a, b)` is the same as f"{a!s} and {b!r}", which is quicker.

import Syntax

enum FormatFolder {
    /// The pieces of the formatted string; nil if the format holds anything else than %s, %r and %a, or does not fit the values.
    static func pieces(_ format: [UInt8], _ values: [Expression], _ range: SourceRange) -> [Expression]? {
        for value in values { if case .starred = value.kind { return nil } }
        var result: [Expression] = []
        var literal: [UInt8] = []
        var at = 0, next = 0
        func flush() {
            if !literal.isEmpty { result.append(Expression(.constant(.string(PythonText(utf8: literal), kindU: false)), range)) }
            literal = []
        }
        while at < format.count {
            let byte = format[at]
            at += 1
            if byte != UInt8(ascii: "%") {
                literal.append(byte)
                continue
            }
            if at < format.count, format[at] == UInt8(ascii: "%") {
                literal.append(byte)
                at += 1
                continue
            }
            guard let (conversion, spec) = specification(format, &at), next < values.count else { return nil }
            flush()
            let value = values[next]
            next += 1
            let text: Expression? = spec.isEmpty
                ? nil : Expression(.constant(.string(PythonText(utf8: spec), kindU: false)), value.range)
            result.append(Expression(.formattedValue(value, conversion: conversion, formatSpec: text), value.range))
        }
        flush()
        return next == values.count ? result : nil
    }

    /// Flags, width, precision and type, as a conversion and a format specification.
    private static func specification(_ format: [UInt8], _ at: inout Int) -> (Int, [UInt8])? {
        var isLeft = false
        func peek() -> UInt8 { at < format.count ? format[at] : 0 }
        flags: while true {
            switch peek() {
            case UInt8(ascii: "-"): isLeft = true
            case UInt8(ascii: "+"), UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "0"): break
            default: break flags
            }
            at += 1
        }
        func digits() -> [UInt8]? {
            let start = at
            while peek() >= UInt8(ascii: "0"), peek() <= UInt8(ascii: "9") { at += 1 }
            return at - start > 2 ? nil : Array(format[start..<at])
        }
        guard let width = digits() else { return nil }
        var spec: [UInt8] = []
        if !width.isEmpty {
            if !isLeft { spec.append(UInt8(ascii: ">")) }
            spec += width
        }
        if peek() == UInt8(ascii: ".") {
            at += 1
            guard let precision = digits() else { return nil }
            spec.append(UInt8(ascii: "."))
            spec += precision.isEmpty ? [UInt8(ascii: "0")] : precision
        }
        defer { at += 1 }
        switch peek() {
        case UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "a"): return (Int(peek()), spec)
        default: return nil
        }
    }
}
