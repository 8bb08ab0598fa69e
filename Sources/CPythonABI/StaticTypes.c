// The type objects and exceptions of the lists, with what is constant about them. The rest is filled in at start.

#include "CPythonABI.h"

#define PY_TYPE_HEAD                                                                        \
    .ob_base = {.ob_base = {.ob_refcnt = PY_STATIC_REFCOUNT, .ob_type = &PyType_Type}, .ob_size = 0}

#define PY_DEFINE_TYPE(symbol, name, base, basicsize, itemsize, dictoffset, weaklistoffset, vectorcalloffset, flags) \
    PyTypeObject symbol = {                                                                                          \
        PY_TYPE_HEAD,                                                                                                \
        .tp_name = name,                                                                                             \
        .tp_basicsize = basicsize,                                                                                   \
        .tp_itemsize = itemsize,                                                                                     \
        .tp_vectorcall_offset = vectorcalloffset,                                                                    \
        .tp_flags = flags,                                                                                           \
        .tp_weaklistoffset = weaklistoffset,                                                                         \
        .tp_base = base,                                                                                             \
        .tp_dictoffset = dictoffset,                                                                                 \
    };
PY_STATIC_TYPES(PY_DEFINE_TYPE)

#define PY_TYPE_ADDRESS(symbol, ...) &symbol,
PyTypeObject *const _PySwift_static_types[] = {PY_STATIC_TYPES(PY_TYPE_ADDRESS) NULL};

#define PY_EXCEPTION_FLAGS \
    (Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASE_EXC_SUBCLASS)

#define PY_DEFINE_EXCEPTION(name, base, instance)                   \
    PyTypeObject _PyExc_##name = {                                  \
        PY_TYPE_HEAD,                                               \
        .tp_name = #name,                                           \
        .tp_basicsize = sizeof(instance),                           \
        .tp_flags = PY_EXCEPTION_FLAGS,                             \
        .tp_base = &base,                                           \
        .tp_dictoffset = offsetof(PyBaseExceptionObject, dict),     \
    };                                                              \
    PyObject *PyExc_##name = &_PyExc_##name.ob_base.ob_base;
PY_STATIC_EXCEPTIONS(PY_DEFINE_EXCEPTION)

PyObject *PyExc_EnvironmentError = &_PyExc_OSError.ob_base.ob_base;
PyObject *PyExc_IOError = &_PyExc_OSError.ob_base.ob_base;

#define PY_EXCEPTION_ADDRESS(name, base, instance) &_PyExc_##name,
PyTypeObject *const _PySwift_static_exceptions[] = {PY_STATIC_EXCEPTIONS(PY_EXCEPTION_ADDRESS) NULL};
