// PyNumber_*: operators.

import CPythonABI
import Runtime

private func binary(_ operation: BinaryOperation, _ a: Object?, _ b: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard a != nil, b != nil else { throw Containers.nullError() }
        return try Numbers.binary(operation, value(a), value(b))
    }
}
/// Sums, differences and products of small ints, and of floats, at once.
@inline(__always) private func arithmetic(_ operation: BinaryOperation, _ a: Object?, _ b: Object?) -> Object? {
    guard let a, let b else { return binary(operation, a, b) }
    let (x, y) = (value(a), value(b))
    if x.isSmallInt && y.isSmallInt {
        let number: (partialValue: Int, overflow: Bool)
        switch operation {
        case .add: number = x.smallInt.addingReportingOverflow(y.smallInt)
        case .subtract: number = x.smallInt.subtractingReportingOverflow(y.smallInt)
        default: number = x.smallInt.multipliedReportingOverflow(by: y.smallInt)
        }
        if !number.overflow { return Border.toC(owned: IntObject.make(number.partialValue)) }
    } else if x.isImmediateFloat && y.isImmediateFloat {
        switch operation {
        case .add: return Border.box(Value(float: x.immediateFloat + y.immediateFloat))
        case .subtract: return Border.box(Value(float: x.immediateFloat - y.immediateFloat))
        default: return Border.box(Value(float: x.immediateFloat * y.immediateFloat))
        }
    }
    return binary(operation, a, b)
}
private func inPlace(_ operation: BinaryOperation, _ a: Object?, _ b: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard a != nil, b != nil else { throw Containers.nullError() }
        return try Numbers.inPlace(operation, value(a), value(b))
    }
}
@c public func PyNumber_Add(_ a: Object?, _ b: Object?) -> Object? { arithmetic(.add, a, b) }
@c public func PyNumber_Subtract(_ a: Object?, _ b: Object?) -> Object? { arithmetic(.subtract, a, b) }
@c public func PyNumber_Multiply(_ a: Object?, _ b: Object?) -> Object? { arithmetic(.multiply, a, b) }
@c public func PyNumber_TrueDivide(_ a: Object?, _ b: Object?) -> Object? { binary(.trueDivide, a, b) }
@c public func PyNumber_FloorDivide(_ a: Object?, _ b: Object?) -> Object? { binary(.floorDivide, a, b) }
@c public func PyNumber_Remainder(_ a: Object?, _ b: Object?) -> Object? { binary(.modulo, a, b) }
@c public func PyNumber_MatrixMultiply(_ a: Object?, _ b: Object?) -> Object? { binary(.matrixMultiply, a, b) }
@c public func PyNumber_Lshift(_ a: Object?, _ b: Object?) -> Object? { binary(.leftShift, a, b) }
@c public func PyNumber_Rshift(_ a: Object?, _ b: Object?) -> Object? { binary(.rightShift, a, b) }
@c public func PyNumber_And(_ a: Object?, _ b: Object?) -> Object? { binary(.and, a, b) }
@c public func PyNumber_Or(_ a: Object?, _ b: Object?) -> Object? { binary(.or, a, b) }
@c public func PyNumber_Xor(_ a: Object?, _ b: Object?) -> Object? { binary(.xor, a, b) }
@c public func PyNumber_InPlaceAdd(_ a: Object?, _ b: Object?) -> Object? { inPlace(.add, a, b) }
@c public func PyNumber_InPlaceSubtract(_ a: Object?, _ b: Object?) -> Object? { inPlace(.subtract, a, b) }
@c public func PyNumber_InPlaceMultiply(_ a: Object?, _ b: Object?) -> Object? { inPlace(.multiply, a, b) }
@c public func PyNumber_InPlaceTrueDivide(_ a: Object?, _ b: Object?) -> Object? { inPlace(.trueDivide, a, b) }
@c public func PyNumber_InPlaceFloorDivide(_ a: Object?, _ b: Object?) -> Object? { inPlace(.floorDivide, a, b) }
@c public func PyNumber_InPlaceRemainder(_ a: Object?, _ b: Object?) -> Object? { inPlace(.modulo, a, b) }
@c public func PyNumber_InPlaceMatrixMultiply(_ a: Object?, _ b: Object?) -> Object? { inPlace(.matrixMultiply, a, b) }
@c public func PyNumber_InPlaceLshift(_ a: Object?, _ b: Object?) -> Object? { inPlace(.leftShift, a, b) }
@c public func PyNumber_InPlaceRshift(_ a: Object?, _ b: Object?) -> Object? { inPlace(.rightShift, a, b) }
@c public func PyNumber_InPlaceAnd(_ a: Object?, _ b: Object?) -> Object? { inPlace(.and, a, b) }
@c public func PyNumber_InPlaceOr(_ a: Object?, _ b: Object?) -> Object? { inPlace(.or, a, b) }
@c public func PyNumber_InPlaceXor(_ a: Object?, _ b: Object?) -> Object? { inPlace(.xor, a, b) }
@c public func PyNumber_Divmod(_ a: Object?, _ b: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Numbers.divmod(value(a), value(b)) }
}
@c public func PyNumber_Power(_ a: Object?, _ b: Object?, _ c: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Numbers.power(value(a), value(b), value(c)) }
}
@c public func PyNumber_InPlacePower(_ a: Object?, _ b: Object?, _ c: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if c == nil || c == Py_NonePointer() { return try Numbers.inPlace(.power, value(a), value(b)) }
        return try Numbers.power(value(a), value(b), value(c))
    }
}
@c public func PyNumber_Negative(_ a: Object?) -> Object? { newReference { () throws(Raised) -> Ref in try Numbers.negative(value(a)) } }
@c public func PyNumber_Positive(_ a: Object?) -> Object? { newReference { () throws(Raised) -> Ref in try Numbers.positive(value(a)) } }
@c public func PyNumber_Invert(_ a: Object?) -> Object? { newReference { () throws(Raised) -> Ref in try Numbers.invert(value(a)) } }
@c public func PyNumber_Absolute(_ a: Object?) -> Object? { newReference { () throws(Raised) -> Ref in try Numbers.absolute(value(a)) } }

// MARK: Conversion

@c public func PyIndex_Check(_ a: Object?) -> Int32 { a != nil && Index.isIndex(value(a)) ? 1 : 0 }
@c public func PyNumber_Check(_ a: Object?) -> Int32 {
    guard a != nil else { return 0 }
    let record = value(a).record
    return record.pointee.index != nil || record.pointee.int != nil || record.pointee.float != nil || a!.isInstance(PyComplex_TypePointer()) ? 1 : 0
}
/// An exact int or an instance of a subclass, whatever `__index__` gives.
@c public func _PyNumber_Index(_ a: Object?) -> Object? {
    guard let a else {
        _ = Containers.nullError()
        return nil
    }
    if a.typeObject.hasFlag(Py_TPFLAGS_LONG_SUBCLASS) { return retained(a) }
    return newReference { () throws(Raised) -> Ref in try Index.object(Value(a)) }
}
@c public func PyNumber_Index(_ a: Object?) -> Object? {
    guard let a else {
        _ = Containers.nullError()
        return nil
    }
    if a.typeObject == PyLong_TypePointer() { return retained(a) }
    return newReference { () throws(Raised) -> Ref in
        let index = try Index.object(Value(a))
        return IntObject.exact(index.value)
    }
}
@c public func PyNumber_Long(_ a: Object?) -> Object? {
    guard let a else {
        _ = Containers.nullError()
        return nil
    }
    if a.typeObject == PyLong_TypePointer() { return retained(a) }
    return newReference { () throws(Raised) -> Ref in try Call.call(PyLong_TypePointer().value, value(a)) }
}
@c public func PyNumber_Float(_ a: Object?) -> Object? {
    guard let a else {
        _ = Containers.nullError()
        return nil
    }
    if a.typeObject == PyFloat_TypePointer() { return retained(a) }
    return newReference { () throws(Raised) -> Ref in try Call.call(PyFloat_TypePointer().value, value(a)) }
}
@c public func PyNumber_AsSsize_t(_ a: Object?, _ exception: Object?) -> Int {
    number { () throws(Raised) -> Int in
        guard a != nil else { throw Containers.nullError() }
        let index = try Index.object(value(a))
        var view = IntView(index.value)
        if let word = view.int { return word }
        _ = view
        view = IntView(index.value)
        guard let exception else { return view.isNegative ? Int.min : Int.max }
        let message = StrObject.make("cannot fit '\(value(a).type.name)' into an index-sized integer")
        PyErr_SetObject(exception, message.value.object)
        throw Raised()
    }
}
@c public func PyNumber_ToBase(_ a: Object?, _ base: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let index = try Index.object(value(a))
        switch base {
        case 2, 8, 16:
            let function = try Modules.builtin(base == 2 ? "bin" : base == 8 ? "oct" : "hex")
            return try Call.call(function.value, index.value)
        case 10: return try Repr.of(index.value)
        default: throw raise(.systemError, "PyNumber_ToBase: base must be 2, 8, 10 or 16")
        }
    }
}
