// Calls of the usual built-in classes with one argument, without the way through `__new__` and `__init__`.

import CPythonABI

enum BuiltinConstruction {
    /// Whether `make` can do the call.
    @inline(__always) static func applies(_ callable: Value, _ argument: Value) -> Bool {
        let type = callable.cast(to: PyTypeObject.self)
        if type == PyUnicode_TypePointer() || type == PyType_TypePointer() || type == PyTuple_TypePointer() || type == PyBool_TypePointer()
            || type == PyList_TypePointer()
        {
            return true
        }
        if type == PyLong_TypePointer() || type == PyFloat_TypePointer() { return argument.isSmallInt || argument.isImmediateFloat }
        return type == PyRange_TypePointer() && argument.isSmallInt
    }
    /// callable() of a built-in class, or null: another way.
    static func makeEmpty(_ callable: Value) throws(Raised) -> Ref {
        let type = callable.cast(to: PyTypeObject.self)
        if type == PyList_TypePointer() { return ListObject.make() }
        if type == PyDict_TypePointer() { return DictObject.make() }
        if type == PyTuple_TypePointer() { return TupleObject.empty }
        if type == PySet_TypePointer() { return SetObject.make() }
        if type == PyLong_TypePointer() { return Ref(owned: Value(smallInt: 0)) }
        if type == PyUnicode_TypePointer() { return StrObject.empty }
        if type == PySuper_TypePointer() { return try ZeroArgumentSuper.make() }
        return .null
    }
    /// callable(argument)
    static func make(_ callable: Value, _ argument: Value) throws(Raised) -> Ref {
        let type = callable.cast(to: PyTypeObject.self)
        if type == PyUnicode_TypePointer() { return try Repr.str(argument) }
        if type == PyType_TypePointer() { return Ref(argument.type.value) }
        if type == PyTuple_TypePointer() { return try Iteration.tuple(argument) }
        if type == PyList_TypePointer() {
            let list = ListObject.make()
            try ListObject.extend(list.value, argument)
            return list
        }
        if type == PyBool_TypePointer() { return .bool(try Truth.of(argument)) }
        if type == PyFloat_TypePointer() {
            return Ref(owned: argument.isImmediateFloat ? argument : Value(float: Double(argument.smallInt)))
        }
        if type == PyLong_TypePointer() {
            if argument.isSmallInt { return Ref(owned: argument) }
            let number = argument.immediateFloat
            // Cut towards zero; what is larger than an immediate takes the long way.
            if number > -281474976710656 && number < 281474976710656 { return Ref(owned: Value(smallInt: Int(number))) }
        }
        if type == PyRange_TypePointer() { return RangeObject.make(0, argument.smallInt) }
        return try Call.call(callable, argument)
    }
}
