// The descriptions of all built-in types, in one list.

import CPythonABI

enum BuiltinTypes {
    static func describe() {
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
