// The sizes that extensions check when they are imported; a wrong one must not even compile.

#include "CPythonABI.h"

_Static_assert(sizeof(PyObject) == 16, "PyObject");
_Static_assert(sizeof(PyVarObject) == 24, "PyVarObject");
_Static_assert(sizeof(PyGC_Head) == 16, "PyGC_Head");
_Static_assert(sizeof(PyTypeObject) == 408, "PyTypeObject");
_Static_assert(sizeof(PyHeapTypeObject) == 904, "PyHeapTypeObject");
_Static_assert(sizeof(PyFunctionObject) == 136, "PyFunctionObject");
_Static_assert(offsetof(PyCodeObject, co_code_adaptive) == 184, "PyCodeObject");
_Static_assert(sizeof(PyFrameObject) == 56, "PyFrameObject");
_Static_assert(sizeof(PyCFunctionObject) == 56, "PyCFunctionObject");
_Static_assert(sizeof(PyCMethodObject) == 64, "PyCMethodObject");
_Static_assert(sizeof(PyDictObject) == 48, "PyDictObject");
_Static_assert(sizeof(PySetObject) == 200, "PySetObject");
_Static_assert(sizeof(PyUnicodeObject) == 80, "PyUnicodeObject");
_Static_assert(sizeof(PyMemoryViewObject) == 152, "PyMemoryViewObject");
_Static_assert(sizeof(PyModuleObject) == 56, "PyModuleObject");
_Static_assert(sizeof(PyModuleDef) == 104, "PyModuleDef");
_Static_assert(sizeof(PyThreadState) == 360, "PyThreadState");
_Static_assert(sizeof(PyConfig) == 424, "PyConfig");
_Static_assert(sizeof(PyValue) == 8, "PyValue");
_Static_assert(offsetof(_PyRuntimeState, gilstate.tstate_current) == 576, "_PyRuntime");
_Static_assert(offsetof(_PyRuntimeState, global_objects.small_ints) == 680, "_PyRuntime");
_Static_assert(sizeof(PyLongObject) == 32, "PyLongObject");
_Static_assert(sizeof(_PyAccu) == 16, "_PyAccu");
_Static_assert(sizeof(_PyBytesWriter) == 552, "_PyBytesWriter");
_Static_assert(offsetof(_PyBytesWriter, small_buffer) == 36, "_PyBytesWriter");
_Static_assert(sizeof(_Py_hashtable_t) == 80, "_Py_hashtable_t");
_Static_assert(offsetof(_Py_hashtable_entry_t, value) == 24, "_Py_hashtable_entry_t");
_Static_assert(sizeof(_PyArg_Parser) == 64, "_PyArg_Parser");
_Static_assert(sizeof(PyStatus) == 32, "PyStatus");
_Static_assert(sizeof(_frozen) == 32, "_frozen");
_Static_assert(sizeof(_inittab) == 16, "_inittab");
_Static_assert(sizeof(_Py_HashSecret_t) == 24, "_Py_HashSecret_t");
