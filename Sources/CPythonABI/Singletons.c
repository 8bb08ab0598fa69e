// The objects that exist once, the small ints among them, and the current thread state.

#include "CPythonABI.h"

#define PY_HEAD(type) {.ob_refcnt = PY_STATIC_REFCOUNT, .ob_type = &type}
#define PY_INT(type, sign, magnitude) {.ob_base = {.ob_base = PY_HEAD(type), .ob_size = sign}, .ob_digit = {magnitude}}

// Side by side in a section of their own, so that one comparison tells whether a pointer is one of them.
#define PY_CONSTANT __attribute__((section("pyswift_constants"), used))
PY_CONSTANT PyObject _Py_NoneStruct = PY_HEAD(_PyNone_Type);
PY_CONSTANT PyObject _Py_NotImplementedStruct = PY_HEAD(_PyNotImplemented_Type);
PY_CONSTANT PyObject _Py_EllipsisObject = PY_HEAD(PyEllipsis_Type);
PY_CONSTANT PyLongObject _Py_TrueStruct = PY_INT(PyBool_Type, 1, 1);
PY_CONSTANT PyLongObject _Py_FalseStruct = PY_INT(PyBool_Type, 0, 0);

static PyObject setDummy = PY_HEAD(PyBaseObject_Type);
PyObject *_PySet_Dummy = &setDummy;

char _PyByteArray_empty_string[1];

#define N(value) PY_INT(PyLong_Type, 1, value)
#define N4(value) N(value), N(value + 1), N(value + 2), N(value + 3)
#define N16(value) N4(value), N4(value + 4), N4(value + 8), N4(value + 12)
#define N64(value) N16(value), N16(value + 16), N16(value + 32), N16(value + 48)

_PyRuntimeState _PyRuntime = {
    .global_objects.small_ints =
        {
            PY_INT(PyLong_Type, -1, 5),
            PY_INT(PyLong_Type, -1, 4),
            PY_INT(PyLong_Type, -1, 3),
            PY_INT(PyLong_Type, -1, 2),
            PY_INT(PyLong_Type, -1, 1),
            PY_INT(PyLong_Type, 0, 0),
            N64(1),
            N64(65),
            N64(129),
            N64(193),
        },
};

__thread PyThreadState *_PySwift_current_thread_state;
__thread PyThreadState *_PySwift_own_thread_state;
