// The descriptions of all built-in types, in one list.

import CPythonABI

enum BuiltinTypes {
    /// What the very first objects need, before any type is described.
    static func installDeallocators() {
        PyUnicode_TypePointer().pointee.tp_dealloc = StrObject.deallocate
        PyLong_TypePointer().pointee.tp_dealloc = IntObject.deallocate
        PyFloat_TypePointer().pointee.tp_dealloc = FloatObject.deallocate
        PyTuple_TypePointer().pointee.tp_dealloc = TupleObject.deallocate
        PyTuple_TypePointer().pointee.tp_traverse = TupleObject.traverse
        PyList_TypePointer().pointee.tp_dealloc = ListObject.deallocate
        PyList_TypePointer().pointee.tp_traverse = ListObject.traverse
        PyDict_TypePointer().pointee.tp_dealloc = DictObject.deallocate
        PyDict_TypePointer().pointee.tp_traverse = DictObject.traverse
        PyCFunction_TypePointer().pointee.tp_dealloc = NativeFunctionObject.deallocate
        PyCFunction_TypePointer().pointee.tp_traverse = NativeFunctionObject.traverse
    }

    static func describe() {
        InterpreterTypes.describe()
        DescriptorTypes.describe()
        IntObject.describe(TypeBuilder(PyLong_TypePointer()))
        BoolObject.describe(TypeBuilder(PyBool_TypePointer()))
        FloatObject.describe(TypeBuilder(PyFloat_TypePointer()))
        ComplexObject.describe(TypeBuilder(PyComplex_TypePointer()))
        Singletons.describe()
        CellObject.describe(TypeBuilder(PyCell_TypePointer()))
        SuperObject.describe(TypeBuilder(PySuper_TypePointer()))
        SequenceIterator.describe(TypeBuilder(PySeqIter_TypePointer()))
    }
}
