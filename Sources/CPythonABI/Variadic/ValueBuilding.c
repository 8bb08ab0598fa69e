// Py_BuildValue and PyTuple_Pack.

#include "VariadicSupport.h"

#if PYSWIFT_SWIFT_ENTRY_POINTS

PyObject *Py_BuildValue(const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_build_value(format, 0, &arguments));
    return result;
}

PyObject *_Py_BuildValue_SizeT(const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_build_value(format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

PyObject *Py_VaBuildValue(const char *format, va_list list) {
    PyObject *result;
    PY_WITH_LIST(list, result = _PySwift_build_value(format, 0, &arguments));
    return result;
}

PyObject *_Py_VaBuildValue_SizeT(const char *format, va_list list) {
    PyObject *result;
    PY_WITH_LIST(list, result = _PySwift_build_value(format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

PyObject **_Py_VaBuildStack(
    PyObject **smallStack, Py_ssize_t smallStackLength, const char *format, va_list list, Py_ssize_t *nargs) {
    PyObject **result;
    PY_WITH_LIST(list, result = _PySwift_build_stack(smallStack, smallStackLength, format, 0, &arguments, nargs));
    return result;
}

PyObject **_Py_VaBuildStack_SizeT(
    PyObject **smallStack, Py_ssize_t smallStackLength, const char *format, va_list list, Py_ssize_t *nargs) {
    PyObject **result;
    PY_WITH_LIST(list,
        result = _PySwift_build_stack(smallStack, smallStackLength, format, PY_FORMAT_SSIZE_T, &arguments, nargs));
    return result;
}

PyObject *PyTuple_Pack(Py_ssize_t count, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(count, result = _PySwift_tuple_pack(count, &arguments));
    return result;
}

#endif
