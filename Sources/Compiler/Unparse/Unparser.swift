// The text of an expression, as postponed annotations show it (PEP 563).
//
// Parentheses are put where precedence needs them, with CPython's levels; quirks such as `lambda*, k: 1` are CPython's.

import Syntax

struct Unparser {
    private enum Level: Int, Comparable {
        case tuple, test, or, and, not, comparison, bitOr, bitXor, bitAnd, shift, arithmetic, term, factor, power, await, atom
        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
        var next: Level { Level(rawValue: rawValue + 1) ?? .atom }
    }

    private var out: [UInt8] = []
    private var recursion = RecursionGuard()

    static func text(of expression: Expression) -> [UInt8] {
        var unparser = Unparser()
        unparser.write(expression, .test)
        return unparser.out
    }

    private mutating func put(_ text: String) { out.append(contentsOf: text.utf8) }

    private mutating func parenthesized(_ condition: Bool, _ body: (inout Unparser) -> Void) {
        if condition { put("(") }
        body(&self)
        if condition { put(")") }
    }

    private mutating func list(_ expressions: [Expression], _ level: Level = .test) {
        for (i, expression) in expressions.enumerated() {
            if i > 0 { put(", ") }
            write(expression, level)
        }
    }

    private mutating func write(_ expression: Expression, _ level: Level) {
        guard recursion.enter() else { recursion.leave(); return }
        defer { recursion.leave() }
        switch expression.kind {
        case .boolOp(let op, let values):
            let own: Level = op == .and ? .and : .or
            parenthesized(level > own) {
                for (i, value) in values.enumerated() {
                    if i > 0 { $0.put(op == .and ? " and " : " or ") }
                    $0.write(value, own.next)
                }
            }
        case .namedExpr(let target, let value):
            parenthesized(level > .tuple) {
                $0.write(target, .atom)
                $0.put(" := ")
                $0.write(value, .atom)
            }
        case .binOp(let left, let op, let right):
            let (text, own, isRightAssociative) = Self.describe(op)
            parenthesized(level > own) {
                $0.write(left, isRightAssociative ? own.next : own)
                $0.put(text)
                $0.write(right, isRightAssociative ? own : own.next)
            }
        case .unaryOp(let op, let operand):
            let own: Level = op == .not ? .not : .factor
            parenthesized(level > own) {
                switch op {
                case .invert: $0.put("~")
                case .not: $0.put("not ")
                case .plus: $0.put("+")
                case .minus: $0.put("-")
                }
                $0.write(operand, own)
            }
        case .lambda(let arguments, let body):
            parenthesized(level > .test) {
                let isBare = arguments.posonlyargs.isEmpty && arguments.args.isEmpty
                $0.put(isBare ? "lambda" : "lambda ")
                $0.write(arguments)
                $0.put(": ")
                $0.write(body, .test)
            }
        case .ifExp(let test, let body, let orelse):
            parenthesized(level > .test) {
                $0.write(body, .or)
                $0.put(" if ")
                $0.write(test, .or)
                $0.put(" else ")
                $0.write(orelse, .test)
            }
        case .dict(let keys, let values):
            put("{")
            for (i, (key, value)) in zip(keys, values).enumerated() {
                if i > 0 { put(", ") }
                if let key {
                    write(key, .test)
                    put(": ")
                    write(value, .test)
                } else {
                    put("**")
                    write(value, .bitOr)
                }
            }
            put("}")
        case .set(let elements):
            put("{")
            list(elements)
            put("}")
        case .listComp(let element, let generators): comprehension("[", element, nil, generators, "]")
        case .setComp(let element, let generators): comprehension("{", element, nil, generators, "}")
        case .dictComp(let key, let value, let generators): comprehension("{", key, value, generators, "}")
        case .generatorExp(let element, let generators): comprehension("(", element, nil, generators, ")")
        case .await(let value):
            parenthesized(level > .await) {
                $0.put("await ")
                $0.write(value, .atom)
            }
        case .yield(let value):
            put("(yield")
            if let value {
                put(" ")
                write(value, .test)
            }
            put(")")
        case .yieldFrom(let value):
            put("(yield from ")
            write(value, .test)
            put(")")
        case .compare(let left, let operators, let comparators):
            parenthesized(level > .comparison) {
                $0.write(left, .bitOr)
                for (op, right) in zip(operators, comparators) {
                    $0.put(Self.describe(op))
                    $0.write(right, .bitOr)
                }
            }
        case .call(let function, let arguments, let keywords): call(function, arguments, keywords)
        case .formattedValue, .joinedStr: formattedString(expression)
        case .constant(let value): constant(value)
        case .attribute(let value, let name, _):
            write(value, .atom)
            if case .constant(.int) = value.kind { put(" .") } else if case .constant(.bigInt) = value.kind { put(" .") } else { put(".") }
            put(name)
        case .subscript(let value, let index, _):
            write(value, .atom)
            put("[")
            write(index, .tuple)
            put("]")
        case .starred(let value, _):
            put("*")
            write(value, .bitOr)
        case .name(let name, _): put(name)
        case .list(let elements, _):
            put("[")
            list(elements)
            put("]")
        case .tuple(let elements, _):
            if elements.isEmpty { return put("()") }
            parenthesized(level > .tuple) {
                $0.list(elements)
                if elements.count == 1 { $0.put(",") }
            }
        case .slice(let lower, let upper, let step):
            if let lower { write(lower, .test) }
            put(":")
            if let upper { write(upper, .test) }
            if let step {
                put(":")
                write(step, .test)
            }
        }
    }

    private static func describe(_ op: BinaryOperator) -> (String, Level, Bool) {
        switch op {
        case .add: return (" + ", .arithmetic, false)
        case .subtract: return (" - ", .arithmetic, false)
        case .multiply: return (" * ", .term, false)
        case .matrixMultiply: return (" @ ", .term, false)
        case .divide: return (" / ", .term, false)
        case .modulo: return (" % ", .term, false)
        case .floorDivide: return (" // ", .term, false)
        case .leftShift: return (" << ", .shift, false)
        case .rightShift: return (" >> ", .shift, false)
        case .bitOr: return (" | ", .bitOr, false)
        case .bitXor: return (" ^ ", .bitXor, false)
        case .bitAnd: return (" & ", .bitAnd, false)
        case .power: return (" ** ", .power, true)
        }
    }

    private static func describe(_ op: ComparisonOperator) -> String {
        switch op {
        case .equal: return " == "
        case .notEqual: return " != "
        case .less: return " < "
        case .lessOrEqual: return " <= "
        case .greater: return " > "
        case .greaterOrEqual: return " >= "
        case .is: return " is "
        case .isNot: return " is not "
        case .in: return " in "
        case .notIn: return " not in "
        }
    }

    private mutating func comprehension(_ open: String, _ element: Expression, _ value: Expression?, _ generators: [Comprehension], _ close: String) {
        put(open)
        write(element, .test)
        if let value {
            put(": ")
            write(value, .test)
        }
        for generator in generators {
            put(generator.isAsync ? " async for " : " for ")
            write(generator.target, .tuple)
            put(" in ")
            write(generator.iter, .or)
            for test in generator.ifs {
                put(" if ")
                write(test, .or)
            }
        }
        put(close)
    }

    private mutating func call(_ function: Expression, _ arguments: [Expression], _ keywords: [Keyword]) {
        write(function, .atom)
        if arguments.count == 1, keywords.isEmpty, case .generatorExp = arguments[0].kind { return write(arguments[0], .atom) }
        put("(")
        list(arguments)
        for (i, keyword) in keywords.enumerated() {
            if i > 0 || !arguments.isEmpty { put(", ") }
            if let name = keyword.name { put(name + "=") } else { put("**") }
            write(keyword.value, .test)
        }
        put(")")
    }

    private mutating func constant(_ value: Constant) {
        switch value {
        case .ellipsis: put("...")
        case .float, .complex:
            // An infinity is written as a number that is too large.
            put(Self.replaceInfinity(value.pythonRepr))
        case .string(_, let kindU):
            if kindU { put("u") }
            put(value.pythonRepr)
        default: put(value.pythonRepr)
        }
    }

    private static func replaceInfinity(_ text: String) -> String {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        let word = Array("inf".utf8)
        while let byte = rest.first {
            if rest.starts(with: word) {
                result.append(contentsOf: "1e309".utf8)
                rest = rest.dropFirst(3)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func formattedString(_ expression: Expression) {
        var body = Unparser()
        body.recursion = recursion
        body.piece(expression)
        put("f")
        put(Constant.string(PythonText(utf8: body.out), kindU: false).pythonRepr)
    }

    /// A part of a formatted string, in its source form but for the quotes.
    private mutating func piece(_ expression: Expression) {
        switch expression.kind {
        case .constant(.string(let text, _)):
            for byte in text.utf8 {
                out.append(byte)
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { out.append(byte) }
            }
        case .joinedStr(let values): for value in values { piece(value) }
        case .formattedValue(let value, let conversion, let spec):
            var inner = Unparser()
            inner.recursion = recursion
            inner.write(value, .or)
            put(inner.out.first == UInt8(ascii: "{") ? "{ " : "{")
            out.append(contentsOf: inner.out)
            switch conversion {
            case 115: put("!s")
            case 114: put("!r")
            case 97: put("!a")
            default: break
            }
            if let spec {
                put(":")
                piece(spec)
            }
            put("}")
        default: write(expression, .test)
        }
    }

    private mutating func write(_ arguments: Arguments) {
        var isFirst = true
        func separator(_ unparser: inout Unparser) {
            if !isFirst { unparser.put(", ") }
            isFirst = false
        }
        let positional = arguments.posonlyargs + arguments.args
        let firstDefault = positional.count - arguments.defaults.count
        for (i, argument) in positional.enumerated() {
            separator(&self)
            write(argument)
            if i >= firstDefault {
                put("=")
                write(arguments.defaults[i - firstDefault], .test)
            }
            if i + 1 == arguments.posonlyargs.count { put(", /") }
        }
        if arguments.vararg != nil || !arguments.kwonlyargs.isEmpty {
            separator(&self)
            put("*")
            if let argument = arguments.vararg { write(argument) }
        }
        for (argument, value) in zip(arguments.kwonlyargs, arguments.kwDefaults) {
            separator(&self)
            write(argument)
            if let value {
                put("=")
                write(value, .test)
            }
        }
        if let argument = arguments.kwarg {
            separator(&self)
            put("**")
            write(argument)
        }
    }

    private mutating func write(_ argument: Argument) {
        put(argument.name)
        if let annotation = argument.annotation {
            put(": ")
            write(annotation, .test)
        }
    }
}
