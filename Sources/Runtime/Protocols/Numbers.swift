// Operators on any objects.

import CPythonABI

public enum Numbers {
    @inline(__always) static func isSame(_ a: @escaping BinarySlot, _ b: @escaping BinarySlot) -> Bool {
        unsafeBitCast(BinaryField(call: a), to: RawFunction.self) == unsafeBitCast(BinaryField(call: b), to: RawFunction.self)
    }

    /// a <operation> b
    @inline(never) public static func binary(_ operation: BinaryOperation, _ a: Value, _ b: Value) throws(Raised) -> Ref {
        let result = try binaryOrNotImplemented(operation, a, b)
        if !result.value.isNotImplemented { return result }
        throw unsupported(operation, a, b)
    }

    static func unsupported(_ operation: BinaryOperation, _ a: Value, _ b: Value, inPlace: Bool = false) -> Raised {
        let symbol = inPlace ? (operation == .power ? "**=" : operation.symbol + "=") : operation.symbol
        if operation == .rightShift && !inPlace && a.isObject && a.object.pointee.ob_type == PyCFunction_TypePointer()
            && NativeFunctionObject.isPrint(a)
        {
            return raise(
                .typeError,
                "unsupported operand type(s) for >>: '\(a.type.name)' and '\(b.type.name)'. Did you mean \"print(<message>, file=<output_stream>)\"?")
        }
        return raise(.typeError, "unsupported operand type(s) for \(symbol): '\(a.type.name)' and '\(b.type.name)'")
    }

    static func binaryOrNotImplemented(_ operation: BinaryOperation, _ a: Value, _ b: Value, inPlace: Bool = false) throws(Raised) -> Ref {
        let (left, right) = (a.type, b.type)
        let number = operation.rawValue
        let leftSlot = left.record.pointee.binary[number]
        var rightSlot = left == right ? nil : right.record.pointee.binary[number]
        if let leftSlot {
            if let candidate = rightSlot {
                if isSame(leftSlot, candidate) {
                    rightSlot = nil
                } else if right.isSubtype(of: left) {
                    let result = try candidate(a, b)
                    if !result.value.isNotImplemented { return result }
                    rightSlot = nil
                }
            }
            let result = try leftSlot(a, b)
            if !result.value.isNotImplemented { return result }
        }
        if let rightSlot {
            let result = try rightSlot(a, b)
            if !result.value.isNotImplemented { return result }
        }
        return try sequenceOperation(operation, a, b, inPlace: inPlace)
    }
    /// The end of the protocol: + and * of sequences, which are no number slots. NotImplemented if that is not what it is.
    static func sequenceOperation(_ operation: BinaryOperation, _ a: Value, _ b: Value, inPlace: Bool = false) throws(Raised) -> Ref {
        let (left, right) = (a.record, b.record)
        if operation == .add {
            if inPlace, let concat = left.pointee.inPlaceConcat, inherits(a, "__iadd__") { return try concat(a, b) }
            if let concat = left.pointee.concat, inherits(a, "__add__") { return try concat(a, b) }
        } else if operation == .multiply {
            if inPlace, let slot = left.pointee.inPlaceRepeat, inherits(a, "__imul__") { return try slot(a, try repetitions(b)) }
            if let slot = left.pointee.repeat, inherits(a, "__mul__") { return try slot(a, try repetitions(b)) }
            // As CPython: in place, a left operand with sequence slots of any kind hides the right one's.
            if inPlace && (a.type.isHeapType || left.pointee.hasAllSlotTables || left.pointee.sequenceLength != nil || left.pointee.item != nil || left.pointee.contains != nil) {
                return .notImplemented
            }
            if let slot = right.pointee.repeat, inherits(b, "__rmul__") { return try slot(b, try repetitions(a)) }
        }
        return .notImplemented
    }
    /// Whether the class of a sequence has the method of the built-in type: a class that defines it anew has no slot of a sequence for it.
    private static func inherits(_ value: Value, _ name: StaticString) -> Bool {
        guard value.isObject, value.type.record.pointee.madeInPython else { return true }
        let key = StrObject.intern(name)
        let method = value.type.lookup(key.value)
        return method.isObject && method.object.pointee.ob_type == PyWrapperDescr_TypePointer()
    }
    private static func repetitions(_ count: Value) throws(Raised) -> Int {
        guard Index.isIndex(count) else {
            throw raise(.typeError, "can't multiply sequence by non-int of type '\(count.type.name)'")
        }
        return try Index.of(count, .overflowError)
    }

    /// a <operation>= b: the in-place slot first.
    @inline(never) public static func inPlace(_ operation: BinaryOperation, _ a: Value, _ b: Value) throws(Raised) -> Ref {
        let record = a.record
        if let slot = record.pointee.inPlace[operation.rawValue] {
            let result = try slot(a, b)
            if !result.value.isNotImplemented { return result }
        }
        if operation == .add, let concat = record.pointee.inPlaceConcat, inherits(a, "__iadd__") {
            let result = try numberOnly(operation, a, b)
            return result.value.isNotImplemented ? try concat(a, b) : result
        }
        if operation == .multiply, let slot = record.pointee.inPlaceRepeat, inherits(a, "__imul__") {
            let result = try numberOnly(operation, a, b)
            return result.value.isNotImplemented ? try slot(a, try repetitions(b)) : result
        }
        let result = try binaryOrNotImplemented(operation, a, b, inPlace: true)
        if !result.value.isNotImplemented { return result }
        throw unsupported(operation, a, b, inPlace: true)
    }
    private static func numberOnly(_ operation: BinaryOperation, _ a: Value, _ b: Value) throws(Raised) -> Ref {
        let number = operation.rawValue
        if let slot = a.record.pointee.binary[number] {
            let result = try slot(a, b)
            if !result.value.isNotImplemented { return result }
        }
        if a.type != b.type, let slot = b.record.pointee.binary[number] { return try slot(a, b) }
        return .notImplemented
    }

    public static func negative(_ value: Value) throws(Raised) -> Ref {
        guard let slot = value.record.pointee.negative else { throw badUnary("unary -", value) }
        return try slot(value)
    }
    public static func positive(_ value: Value) throws(Raised) -> Ref {
        guard let slot = value.record.pointee.positive else { throw badUnary("unary +", value) }
        return try slot(value)
    }
    public static func invert(_ value: Value) throws(Raised) -> Ref {
        guard let slot = value.record.pointee.invert else { throw badUnary("unary ~", value) }
        return try slot(value)
    }
    public static func absolute(_ value: Value) throws(Raised) -> Ref {
        guard let slot = value.record.pointee.absolute else { throw badUnary("abs()", value) }
        return try slot(value)
    }
    private static func badUnary(_ what: String, _ value: Value) -> Raised {
        raise(.typeError, "bad operand type for \(what): '\(value.type.name)'")
    }
    /// divmod(a, b)
    public static func divmod(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        let (left, right) = (a.type, b.type)
        let leftSlot = left.record.pointee.divmod
        var rightSlot = left == right ? nil : right.record.pointee.divmod
        if let leftSlot {
            if let candidate = rightSlot, !isSame(leftSlot, candidate), right.isSubtype(of: left) {
                let result = try candidate(a, b)
                if !result.value.isNotImplemented { return result }
                rightSlot = nil
            }
            let result = try leftSlot(a, b)
            if !result.value.isNotImplemented { return result }
        }
        if let rightSlot {
            let result = try rightSlot(a, b)
            if !result.value.isNotImplemented { return result }
        }
        throw raise(.typeError, "unsupported operand type(s) for divmod(): '\(left.name)' and '\(right.name)'")
    }
    /// pow(a, b, modulus)
    public static func power(_ a: Value, _ b: Value, _ modulus: Value) throws(Raised) -> Ref {
        if modulus.isNull || modulus.isNone { return try binary(.power, a, b) }
        for operand in [a, b, modulus] {
            if let slot = operand.record.pointee.ternaryPower {
                let result = try slot(a, b, modulus)
                if !result.value.isNotImplemented { return result }
            }
        }
        throw raise(
            .typeError,
            "unsupported operand type(s) for ** or pow(): '\(a.type.name)', '\(b.type.name)', '\(modulus.type.name)'")
    }
}
