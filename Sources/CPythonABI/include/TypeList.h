#pragma once
// Every built-in type of the interpreter itself (the types of `itertools`, `_io` and the like belong to their modules),
// each once: declarations, definitions, accessors and the table of static types all derive from this list.
//
//     X(symbol, tp_name, base, tp_basicsize, tp_itemsize, tp_dictoffset, tp_weaklistoffset, tp_vectorcall_offset, flags)
//
// A base comes before the types derived from it. Symbols with the prefix `_PySwift_` have no name in CPython's binary;
// the others are CPython's. Flags are those a ready type shows, less READY and VALID_VERSION_TAG.

#define PY_STATIC_TYPES(X) \
    X(PyBaseObject_Type, "object", NULL, 16, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE) \
    X(PyType_Type, "type", &PyBaseObject_Type, 904, 40, 264, 368, 400, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_TYPE_SUBCLASS) \
    X(_PyAnextAwaitable_Type, "anext_awaitable", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyAsyncGenASend_Type, "async_generator_asend", &PyBaseObject_Type, 40, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyAsyncGenAThrow_Type, "async_generator_athrow", &PyBaseObject_Type, 40, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyAsyncGenWrappedValue_Type, "async_generator_wrapped_value", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyAsyncGen_Type, "async_generator", &PyBaseObject_Type, 152, 8, 0, 24, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyLong_Type, "int", &PyBaseObject_Type, 24, 4, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | PYSWIFT_TPFLAGS_IMMEDIATE | Py_TPFLAGS_BASETYPE | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_LONG_SUBCLASS) \
    X(PyBool_Type, "bool", &PyLong_Type, 32, 4, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | PYSWIFT_TPFLAGS_IMMEDIATE | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_LONG_SUBCLASS) \
    X(PyByteArrayIter_Type, "bytearray_iterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyByteArray_Type, "bytearray", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | _Py_TPFLAGS_MATCH_SELF) \
    X(_PyBytesIOBuffer_Type, "_io._BytesIOBuffer", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyBytesIter_Type, "bytes_iterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyBytes_Type, "bytes", &PyBaseObject_Type, 33, 1, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_BYTES_SUBCLASS) \
    X(PyCFunction_Type, "builtin_function_or_method", &PyBaseObject_Type, 56, 0, 0, 40, 48, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_HAVE_GC) \
    X(PyCMethod_Type, "builtin_method", &PyCFunction_Type, 64, 0, 0, 40, 48, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_HAVE_GC) \
    X(PyCallIter_Type, "callable_iterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyCapsule_Type, "PyCapsule", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(PyCell_Type, "cell", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyClassMethodDescr_Type, "classmethod_descriptor", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyClassMethod_Type, "classmethod", &PyBaseObject_Type, 32, 0, 24, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyCode_Type, "code", &PyBaseObject_Type, 184, 2, 0, 144, 0, \
      Py_TPFLAGS_IMMUTABLETYPE) \
    X(PyComplex_Type, "complex", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE) \
    X(_PyContextTokenMissing_Type, "Token.MISSING", &PyBaseObject_Type, 16, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(PyContextToken_Type, "_contextvars.Token", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyContextVar_Type, "_contextvars.ContextVar", &PyBaseObject_Type, 64, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyContext_Type, "_contextvars.Context", &PyBaseObject_Type, 48, 0, 0, 32, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(_PyCoroWrapper_Type, "coroutine_wrapper", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyCoro_Type, "coroutine", &PyBaseObject_Type, 152, 8, 0, 24, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictItems_Type, "dict_items", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictIterItem_Type, "dict_itemiterator", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictIterKey_Type, "dict_keyiterator", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictIterValue_Type, "dict_valueiterator", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictKeys_Type, "dict_keys", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictProxy_Type, "mappingproxy", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_MAPPING | Py_TPFLAGS_HAVE_GC) \
    X(PyDictRevIterItem_Type, "dict_reverseitemiterator", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictRevIterKey_Type, "dict_reversekeyiterator", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictRevIterValue_Type, "dict_reversevalueiterator", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDictValues_Type, "dict_values", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyDict_Type, "dict", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_MAPPING | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_DICT_SUBCLASS) \
    X(PyEllipsis_Type, "ellipsis", &PyBaseObject_Type, 16, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | PYSWIFT_TPFLAGS_IMMEDIATE) \
    X(PyEnum_Type, "enumerate", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyFilter_Type, "filter", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyFloat_Type, "float", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | PYSWIFT_TPFLAGS_IMMEDIATE | Py_TPFLAGS_BASETYPE | _Py_TPFLAGS_MATCH_SELF) \
    X(PyFrame_Type, "frame", &PyBaseObject_Type, 120, 8, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyFrozenSet_Type, "frozenset", &PyBaseObject_Type, 200, 0, 0, 192, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | _Py_TPFLAGS_MATCH_SELF) \
    X(PyFunction_Type, "function", &PyBaseObject_Type, 136, 0, 88, 96, 120, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_METHOD_DESCRIPTOR) \
    X(PyGen_Type, "generator", &PyBaseObject_Type, 152, 8, 0, 24, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyGetSetDescr_Type, "getset_descriptor", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyHamtItems_Type, "items", &PyBaseObject_Type, 168, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyHamtKeys_Type, "keys", &PyBaseObject_Type, 168, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyHamtValues_Type, "values", &PyBaseObject_Type, 168, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyHamt_ArrayNode_Type, "hamt_array_node", &PyBaseObject_Type, 280, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyHamt_BitmapNode_Type, "hamt_bitmap_node", &PyBaseObject_Type, 32, 8, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyHamt_CollisionNode_Type, "hamt_collision_node", &PyBaseObject_Type, 32, 8, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyHamt_Type, "hamt", &PyBaseObject_Type, 40, 0, 0, 24, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyInstanceMethod_Type, "instancemethod", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(_PyInterpreterID_Type, "InterpreterID", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE) \
    X(PyListIter_Type, "list_iterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyListRevIter_Type, "list_reverseiterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyList_Type, "list", &PyBaseObject_Type, 40, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_LIST_SUBCLASS) \
    X(PyLongRangeIter_Type, "longrange_iterator", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(_PyManagedBuffer_Type, "managedbuffer", &PyBaseObject_Type, 112, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyMap_Type, "map", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyMemberDescr_Type, "member_descriptor", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyMemoryIter_Type, "memory_iterator", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyMemoryView_Type, "memoryview", &PyBaseObject_Type, 144, 8, 0, 136, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_HAVE_GC) \
    X(PyMethodDescr_Type, "method_descriptor", &PyBaseObject_Type, 56, 0, 0, 0, 48, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_METHOD_DESCRIPTOR) \
    X(_PyMethodWrapper_Type, "method-wrapper", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyMethod_Type, "method", &PyBaseObject_Type, 48, 0, 0, 32, 40, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_HAVE_GC) \
    X(PyModuleDef_Type, "moduledef", &PyBaseObject_Type, 104, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(PyModule_Type, "module", &PyBaseObject_Type, 56, 0, 16, 40, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(_PyNamespace_Type, "types.SimpleNamespace", &PyBaseObject_Type, 24, 0, 16, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(_PyNone_Type, "NoneType", &PyBaseObject_Type, 16, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | PYSWIFT_TPFLAGS_IMMEDIATE) \
    X(_PyNotImplemented_Type, "NotImplementedType", &PyBaseObject_Type, 16, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | PYSWIFT_TPFLAGS_IMMEDIATE) \
    X(PyODictItems_Type, "odict_items", &PyDictItems_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyODictIter_Type, "odict_iterator", &PyBaseObject_Type, 64, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyODictKeys_Type, "odict_keys", &PyDictKeys_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyODictValues_Type, "odict_values", &PyDictValues_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyODict_Type, "collections.OrderedDict", &PyDict_Type, 112, 0, 96, 104, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_MAPPING | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_DICT_SUBCLASS) \
    X(PyPickleBuffer_Type, "pickle.PickleBuffer", &PyBaseObject_Type, 104, 0, 0, 96, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyProperty_Type, "property", &PyBaseObject_Type, 64, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyRangeIter_Type, "range_iterator", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(PyRange_Type, "range", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_SEQUENCE) \
    X(PyReversed_Type, "reversed", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PySTEntry_Type, "symtable entry", &PyBaseObject_Type, 120, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(PySeqIter_Type, "iterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PySetIter_Type, "set_iterator", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PySet_Type, "set", &PyBaseObject_Type, 200, 0, 0, 192, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | _Py_TPFLAGS_MATCH_SELF) \
    X(PySlice_Type, "slice", &PyBaseObject_Type, 40, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyStaticMethod_Type, "staticmethod", &PyBaseObject_Type, 32, 0, 24, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyStdPrinter_Type, "stderrprinter", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(PySuper_Type, "super", &PyBaseObject_Type, 40, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(_PySwift_EncodingMap_Type, "EncodingMap", &PyBaseObject_Type, 64, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(_PySwift_FieldNameIter_Type, "fieldnameiterator", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(_PySwift_FormatterIter_Type, "formatteriterator", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION) \
    X(_PySwift_GenericAliasIter_Type, "generic_alias_iterator", &PyBaseObject_Type, 24, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PySwift_LineIterator_Type, "line_iterator", &PyBaseObject_Type, 64, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_BASETYPE) \
    X(_PySwift_PositionsIterator_Type, "positions_iterator", &PyBaseObject_Type, 80, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_BASETYPE) \
    X(PyTraceBack_Type, "traceback", &PyBaseObject_Type, 40, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HAVE_GC) \
    X(PyTupleIter_Type, "tuple_iterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyTuple_Type, "tuple", &PyBaseObject_Type, 24, 8, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_TUPLE_SUBCLASS) \
    X(_PyUnicodeASCIIIter_Type, "str_ascii_iterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyUnicodeIter_Type, "str_iterator", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(PyUnicode_Type, "str", &PyBaseObject_Type, 80, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_UNICODE_SUBCLASS) \
    X(_PyUnion_Type, "types.UnionType", &PyBaseObject_Type, 32, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyWeakref_CallableProxyType, "weakref.CallableProxyType", &PyBaseObject_Type, 64, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyWeakref_ProxyType, "weakref.ProxyType", &PyBaseObject_Type, 64, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC) \
    X(_PyWeakref_RefType, "weakref.ReferenceType", &PyBaseObject_Type, 64, 0, 0, 0, 56, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_HAVE_GC) \
    X(PyWrapperDescr_Type, "wrapper_descriptor", &PyBaseObject_Type, 56, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_METHOD_DESCRIPTOR) \
    X(PyZip_Type, "zip", &PyBaseObject_Type, 48, 0, 0, 0, 0, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC) \
    X(Py_GenericAliasType, "types.GenericAlias", &PyBaseObject_Type, 64, 0, 0, 40, 56, \
      Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_HAVE_GC)
