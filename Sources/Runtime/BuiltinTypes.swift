// The descriptions of all built-in types, in one list.

import CPythonABI

enum BuiltinTypes {
    static func describe() {
        DescriptorTypes.describe()
        CellObject.describe(TypeBuilder(PyCell_TypePointer()))
        SuperObject.describe(TypeBuilder(PySuper_TypePointer()))
        SequenceIterator.describe(TypeBuilder(PySeqIter_TypePointer()))
    }
}
