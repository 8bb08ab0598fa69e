// The rows of the dunder table for numbers.

import CPythonABI

enum DunderNumbers {
    typealias MakeGroup = (
        [StaticString], @escaping (RecordPointer) -> Bool, @escaping (RecordPointer, RecordPointer) -> Void, @escaping (RecordPointer) -> Void
    ) -> Int
    typealias MakeWrapper = (
        StaticString, Int, DunderArity, StaticString, StaticString, @escaping (RecordPointer, Value, Arguments) throws(Raised) -> Ref
    ) -> Void
    typealias MakeUnary = (
        StaticString, StaticString, @escaping (RecordPointer) -> UnarySlot?, @escaping (RecordPointer, UnarySlot?) -> Void, @escaping UnarySlot
    ) -> Void

    static func add(group: MakeGroup, wrap: MakeWrapper, unary: MakeUnary) {
        func binary(
            _ operation: BinaryOperation, _ name: StaticString, _ reflected: StaticString, _ inPlace: StaticString,
            _ docs: (StaticString, StaticString, StaticString), adapter: @escaping BinarySlot, inPlaceAdapter: @escaping BinarySlot
        ) {
            let number = operation.rawValue
            let index = group(
                [name, reflected], { $0.pointee.binary[number] != nil },
                {
                    $0.pointee.binary[number] = $1.pointee.binary[number]
                    $0.pointee.setPython(operation, $1.pointee.isPython(operation))
                },
                {
                    $0.pointee.binary[number] = adapter
                    $0.pointee.setPython(operation, true)
                })
            // pow takes a modulus: see below.
            if operation != .power {
                wrap(name, index, .exactly(1), "($self, value, /)", docs.0) { (record, self, arguments) throws(Raised) -> Ref in
                    try record.pointee.binary[number]!(self, arguments[0])
                }
                wrap(reflected, index, .exactly(1), "($self, value, /)", docs.1) { (record, self, arguments) throws(Raised) -> Ref in
                    try record.pointee.binary[number]!(arguments[0], self)
                }
            } else {
                wrap(name, index, .between(1, 2), "($self, value, mod=None, /)", docs.0) { (record, self, arguments) throws(Raised) -> Ref in
                    if arguments.count == 2 && !arguments[1].isNone, let power = record.pointee.ternaryPower {
                        return try power(self, arguments[0], arguments[1])
                    }
                    return try record.pointee.binary[number]!(self, arguments[0])
                }
                wrap(reflected, index, .between(1, 2), "($self, value, mod=None, /)", docs.1) { (record, self, arguments) throws(Raised) -> Ref in
                    if arguments.count == 2 && !arguments[1].isNone, let power = record.pointee.ternaryPower {
                        return try power(arguments[0], self, arguments[1])
                    }
                    return try record.pointee.binary[number]!(arguments[0], self)
                }
            }
            let inPlaceIndex = group(
                [inPlace], { $0.pointee.inPlace[number] != nil }, { $0.pointee.inPlace[number] = $1.pointee.inPlace[number] },
                { $0.pointee.inPlace[number] = inPlaceAdapter })
            wrap(inPlace, inPlaceIndex, .exactly(1), "($self, value, /)", docs.2) { (record, self, arguments) throws(Raised) -> Ref in
                try record.pointee.inPlace[number]!(self, arguments[0])
            }
        }
        binary(
            .add, "__add__", "__radd__", "__iadd__", ("Return self+value.", "Return value+self.", "Return self+=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.add, Names.add, Names.radd, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.iadd, b) })
        binary(
            .subtract, "__sub__", "__rsub__", "__isub__", ("Return self-value.", "Return value-self.", "Return self-=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.subtract, Names.sub, Names.rsub, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.isub, b) })
        binary(
            .multiply, "__mul__", "__rmul__", "__imul__", ("Return self*value.", "Return value*self.", "Return self*=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.multiply, Names.mul, Names.rmul, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.imul, b) })
        binary(
            .trueDivide, "__truediv__", "__rtruediv__", "__itruediv__", ("Return self/value.", "Return value/self.", "Return self/=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.trueDivide, Names.truediv, Names.rtruediv, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.itruediv, b) })
        binary(
            .floorDivide, "__floordiv__", "__rfloordiv__", "__ifloordiv__", ("Return self//value.", "Return value//self.", "Return self//=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.floorDivide, Names.floordiv, Names.rfloordiv, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.ifloordiv, b) })
        binary(
            .modulo, "__mod__", "__rmod__", "__imod__", ("Return self%value.", "Return value%self.", "Return self%=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.modulo, Names.mod, Names.rmod, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.imod, b) })
        binary(
            .power, "__pow__", "__rpow__", "__ipow__", ("Return pow(self, value, mod).", "Return pow(value, self, mod).", "Return self**=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.power, Names.pow, Names.rpow, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.ipow, b) })
        binary(
            .matrixMultiply, "__matmul__", "__rmatmul__", "__imatmul__", ("Return self@value.", "Return value@self.", "Return self@=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.matrixMultiply, Names.matmul, Names.rmatmul, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.imatmul, b) })
        binary(
            .leftShift, "__lshift__", "__rlshift__", "__ilshift__", ("Return self<<value.", "Return value<<self.", "Return self<<=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.leftShift, Names.lshift, Names.rlshift, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.ilshift, b) })
        binary(
            .rightShift, "__rshift__", "__rrshift__", "__irshift__", ("Return self>>value.", "Return value>>self.", "Return self>>=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.rightShift, Names.rshift, Names.rrshift, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.irshift, b) })
        binary(
            .and, "__and__", "__rand__", "__iand__", ("Return self&value.", "Return value&self.", "Return self&=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.and, Names.and, Names.rand, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.iand, b) })
        binary(
            .or, "__or__", "__ror__", "__ior__", ("Return self|value.", "Return value|self.", "Return self|=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.or, Names.or, Names.ror, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.ior, b) })
        binary(
            .xor, "__xor__", "__rxor__", "__ixor__", ("Return self^value.", "Return value^self.", "Return self^=value."),
            adapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.binary(.xor, Names.xor, Names.rxor, a, b) },
            inPlaceAdapter: { (a, b) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.ixor, b) })
        let divmod = group(
            ["__divmod__", "__rdivmod__"], { $0.pointee.divmod != nil }, { $0.pointee.divmod = $1.pointee.divmod },
            { $0.pointee.divmod = DunderAdapters.divmod })
        wrap("__divmod__", divmod, .exactly(1), "($self, value, /)", "Return divmod(self, value).") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.divmod!(self, arguments[0])
        }
        wrap("__rdivmod__", divmod, .exactly(1), "($self, value, /)", "Return divmod(value, self).") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.divmod!(arguments[0], self)
        }
        _ = group(
            ["__pow__"], { $0.pointee.ternaryPower != nil }, { $0.pointee.ternaryPower = $1.pointee.ternaryPower },
            { $0.pointee.ternaryPower = DunderAdapters.ternaryPower })
        unary("__neg__", "-self", { $0.pointee.negative }, { $0.pointee.negative = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.neg) })
        unary("__pos__", "+self", { $0.pointee.positive }, { $0.pointee.positive = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.pos) })
        unary("__abs__", "abs(self)", { $0.pointee.absolute }, { $0.pointee.absolute = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.abs) })
        unary("__invert__", "~self", { $0.pointee.invert }, { $0.pointee.invert = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.invert) })
        unary("__int__", "int(self)", { $0.pointee.int }, { $0.pointee.int = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.int) })
        unary("__float__", "float(self)", { $0.pointee.float }, { $0.pointee.float = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.float) })
        unary(
            "__index__", "Return self converted to an integer, if self is suitable for use as an index into a list.", { $0.pointee.index },
            { $0.pointee.index = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.index) })
        let bool = group(["__bool__"], { $0.pointee.bool != nil }, { $0.pointee.bool = $1.pointee.bool }, { $0.pointee.bool = DunderAdapters.bool })
        wrap("__bool__", bool, .exactly(0), "($self, /)", "True if self else False") { (record, self, _) throws(Raised) -> Ref in
            .bool(try record.pointee.bool!(self))
        }
    }
}

extension TypeRecord {
    /// Whether a binary operator is one that the class defines in Python.
    func isPython(_ operation: BinaryOperation) -> Bool { pythonSlots & (1 << UInt64(operation.rawValue)) != 0 }
    mutating func setPython(_ operation: BinaryOperation, _ python: Bool) {
        if python { pythonSlots |= 1 << UInt64(operation.rawValue) } else { pythonSlots &= ~(1 << UInt64(operation.rawValue)) }
    }
}

extension Names {
    nonisolated(unsafe) static let add = make("__add__")
    nonisolated(unsafe) static let radd = make("__radd__")
    nonisolated(unsafe) static let iadd = make("__iadd__")
    nonisolated(unsafe) static let sub = make("__sub__")
    nonisolated(unsafe) static let rsub = make("__rsub__")
    nonisolated(unsafe) static let isub = make("__isub__")
    nonisolated(unsafe) static let mul = make("__mul__")
    nonisolated(unsafe) static let rmul = make("__rmul__")
    nonisolated(unsafe) static let imul = make("__imul__")
    nonisolated(unsafe) static let truediv = make("__truediv__")
    nonisolated(unsafe) static let rtruediv = make("__rtruediv__")
    nonisolated(unsafe) static let itruediv = make("__itruediv__")
    nonisolated(unsafe) static let floordiv = make("__floordiv__")
    nonisolated(unsafe) static let rfloordiv = make("__rfloordiv__")
    nonisolated(unsafe) static let ifloordiv = make("__ifloordiv__")
    nonisolated(unsafe) static let mod = make("__mod__")
    nonisolated(unsafe) static let rmod = make("__rmod__")
    nonisolated(unsafe) static let imod = make("__imod__")
    nonisolated(unsafe) static let pow = make("__pow__")
    nonisolated(unsafe) static let rpow = make("__rpow__")
    nonisolated(unsafe) static let ipow = make("__ipow__")
    nonisolated(unsafe) static let matmul = make("__matmul__")
    nonisolated(unsafe) static let rmatmul = make("__rmatmul__")
    nonisolated(unsafe) static let imatmul = make("__imatmul__")
    nonisolated(unsafe) static let lshift = make("__lshift__")
    nonisolated(unsafe) static let rlshift = make("__rlshift__")
    nonisolated(unsafe) static let ilshift = make("__ilshift__")
    nonisolated(unsafe) static let rshift = make("__rshift__")
    nonisolated(unsafe) static let rrshift = make("__rrshift__")
    nonisolated(unsafe) static let irshift = make("__irshift__")
    nonisolated(unsafe) static let and = make("__and__")
    nonisolated(unsafe) static let rand = make("__rand__")
    nonisolated(unsafe) static let iand = make("__iand__")
    nonisolated(unsafe) static let or = make("__or__")
    nonisolated(unsafe) static let ror = make("__ror__")
    nonisolated(unsafe) static let ior = make("__ior__")
    nonisolated(unsafe) static let xor = make("__xor__")
    nonisolated(unsafe) static let rxor = make("__rxor__")
    nonisolated(unsafe) static let ixor = make("__ixor__")
    nonisolated(unsafe) static let neg = make("__neg__")
    nonisolated(unsafe) static let pos = make("__pos__")
    nonisolated(unsafe) static let abs = make("__abs__")
    nonisolated(unsafe) static let invert = make("__invert__")
    nonisolated(unsafe) static let divmod = make("__divmod__")
    nonisolated(unsafe) static let rdivmod = make("__rdivmod__")
    nonisolated(unsafe) static let lt = make("__lt__")
    nonisolated(unsafe) static let le = make("__le__")
    nonisolated(unsafe) static let ne = make("__ne__")
    nonisolated(unsafe) static let gt = make("__gt__")
    nonisolated(unsafe) static let ge = make("__ge__")
    nonisolated(unsafe) static let setitem = make("__setitem__")
    nonisolated(unsafe) static let delitem = make("__delitem__")
    nonisolated(unsafe) static let await = make("__await__")
    nonisolated(unsafe) static let aiter = make("__aiter__")
    nonisolated(unsafe) static let anext = make("__anext__")
}
