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
        ObjectType.describe(TypeBuilder(PyBaseObject_TypePointer()))
        TypeType.describe(TypeBuilder(PyType_TypePointer()))
        DescriptorTypes.describe()
        NativeFunctionAttributes.describe()
        MethodObject.describe(TypeBuilder(PyMethod_TypePointer()))
        InstanceMethodObject.describe(TypeBuilder(PyInstanceMethod_TypePointer()))
        PropertyObject.describe(TypeBuilder(PyProperty_TypePointer()))
        WrappedCallable.describe()
        MappingProxyObject.describe(TypeBuilder(PyDictProxy_TypePointer()))
        SimpleNamespace.describe(TypeBuilder(_PyNamespace_TypePointer()))
        ModuleType.describe(TypeBuilder(PyModule_TypePointer()))
        GenericAliasObject.describe(TypeBuilder(Py_GenericAliasTypePointer()))
        GenericAliasObject.GenericAliasIterator.describe(TypeBuilder(_PySwift_GenericAliasIter_TypePointer()))
        UnionObject.describe(TypeBuilder(_PyUnion_TypePointer()))
        ReferenceType.describe(TypeBuilder(_PyWeakref_RefTypePointer()))
        ProxyType.describe()
        IntObject.describe(TypeBuilder(PyLong_TypePointer()))
        BoolObject.describe(TypeBuilder(PyBool_TypePointer()))
        FloatObject.describe(TypeBuilder(PyFloat_TypePointer()))
        ComplexObject.describe(TypeBuilder(PyComplex_TypePointer()))
        Singletons.describe()
        CellObject.describe(TypeBuilder(PyCell_TypePointer()))
        SuperObject.describe(TypeBuilder(PySuper_TypePointer()))
        StandardPrinter.describe(TypeBuilder(PyStdPrinter_TypePointer()))
        SequenceIterator.describe(TypeBuilder(PySeqIter_TypePointer()))
        ListObject.describe(TypeBuilder(PyList_TypePointer()))
        TupleObject.describe(TypeBuilder(PyTuple_TypePointer()))
        DictObject.describe(TypeBuilder(PyDict_TypePointer()))
        SetObject.describeSet(TypeBuilder(PySet_TypePointer()))
        SetObject.describeFrozen(TypeBuilder(PyFrozenSet_TypePointer()))
        RangeObject.describe(TypeBuilder(PyRange_TypePointer()))
        SliceObject.describe(TypeBuilder(PySlice_TypePointer()))
        RangeIterator.describe(TypeBuilder(PyRangeIter_TypePointer()))
        RangeIterator.describeLong(TypeBuilder(PyLongRangeIter_TypePointer()))
        ListIterator.describe(TypeBuilder(PyListIter_TypePointer()))
        ListIterator.describeReverse(TypeBuilder(PyListRevIter_TypePointer()))
        TupleIterator.describe(TypeBuilder(PyTupleIter_TypePointer()))
        SetIterator.describe(TypeBuilder(PySetIter_TypePointer()))
        CallableIterator.describe(TypeBuilder(PyCallIter_TypePointer()))
        DictIterator.describe(TypeBuilder(PyDictIterKey_TypePointer()), .key, reverse: false)
        DictIterator.describe(TypeBuilder(PyDictIterValue_TypePointer()), .value, reverse: false)
        DictIterator.describe(TypeBuilder(PyDictIterItem_TypePointer()), .item, reverse: false)
        DictIterator.describe(TypeBuilder(PyDictRevIterKey_TypePointer()), .key, reverse: true)
        DictIterator.describe(TypeBuilder(PyDictRevIterValue_TypePointer()), .value, reverse: true)
        DictIterator.describe(TypeBuilder(PyDictRevIterItem_TypePointer()), .item, reverse: true)
        DictView.describeKeys(TypeBuilder(PyDictKeys_TypePointer()))
        DictView.describeItems(TypeBuilder(PyDictItems_TypePointer()))
        DictView.describeValues(TypeBuilder(PyDictValues_TypePointer()))
        OrderedDict.describe(TypeBuilder(PyODict_TypePointer()))
        OrderedDict.describeKeys(TypeBuilder(PyODictKeys_TypePointer()))
        OrderedDict.describeValues(TypeBuilder(PyODictValues_TypePointer()))
        OrderedDict.describeItems(TypeBuilder(PyODictItems_TypePointer()))
        OrderedDictIterator.describe(TypeBuilder(PyODictIter_TypePointer()))
        EnumerateObject.describe(TypeBuilder(PyEnum_TypePointer()))
        ZipObject.describe(TypeBuilder(PyZip_TypePointer()))
        MapObject.describe(TypeBuilder(PyMap_TypePointer()))
        FilterObject.describe(TypeBuilder(PyFilter_TypePointer()))
        ExceptionType.describeAll()
        TracebackType.describe(TypeBuilder(PyTraceBack_TypePointer()))
        ReversedObject.describe(TypeBuilder(PyReversed_TypePointer()))
        StrType.describe(TypeBuilder(PyUnicode_TypePointer()))
        StrIterator.describe(TypeBuilder(PyUnicodeIter_TypePointer()))
        StrIterator.describe(TypeBuilder(_PyUnicodeASCIIIter_TypePointer()))
        BytesType.describe(TypeBuilder(PyBytes_TypePointer()))
        ByteIterator.describe(TypeBuilder(PyBytesIter_TypePointer()))
        ByteArrayType.describe(TypeBuilder(PyByteArray_TypePointer()))
        ByteIterator.describe(TypeBuilder(PyByteArrayIter_TypePointer()))
        FormatterIterators.describeParser(TypeBuilder(_PySwift_FormatterIter_TypePointer()))
        FormatterIterators.describeName(TypeBuilder(_PySwift_FieldNameIter_TypePointer()))
        MemoryViewType.describe(TypeBuilder(PyMemoryView_TypePointer()))
        PickleBufferObject.describe(TypeBuilder(PyPickleBuffer_TypePointer()))
        MemoryViewObject.describeManaged(TypeBuilder(_PyManagedBuffer_TypePointer()))
        ContextObject.describe(TypeBuilder(PyContext_TypePointer()))
        ContextVariable.describe(TypeBuilder(PyContextVar_TypePointer()))
        ContextToken.describe(TypeBuilder(PyContextToken_TypePointer()))
        ContextToken.describeMissing(TypeBuilder(_PyContextTokenMissing_TypePointer()))
        ContextIterator.describe()
        MemoryViewIterator.describe(TypeBuilder(_PyMemoryIter_TypePointer()))
    }
}
