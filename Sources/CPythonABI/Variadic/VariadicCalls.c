// Calls whose arguments follow in the C call.

#include "VariadicSupport.h"

#if PYSWIFT_SWIFT_ENTRY_POINTS

PyObject *PyObject_CallFunction(PyObject *callable, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_call_function(callable, format, 0, &arguments));
    return result;
}

PyObject *_PyObject_CallFunction_SizeT(PyObject *callable, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_call_function(callable, format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

PyObject *PyObject_CallMethod(PyObject *object, const char *name, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_call_method(object, name, format, 0, &arguments));
    return result;
}

PyObject *_PyObject_CallMethod_SizeT(PyObject *object, const char *name, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_call_method(object, name, format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

PyObject *PyEval_CallFunction(PyObject *callable, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_call_function(callable, format, 0, &arguments));
    return result;
}

PyObject *PyEval_CallMethod(PyObject *object, const char *name, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_call_method(object, name, format, 0, &arguments));
    return result;
}

PyObject *_PyObject_CallMethod(PyObject *object, PyObject *name, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format,
        result = _PySwift_call_method_by_object(object, name, format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

PyObject *_PyObject_CallMethodId(PyObject *object, _Py_Identifier *name, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_call_method_by_identifier(object, name, format, 0, &arguments));
    return result;
}

PyObject *_PyObject_CallMethodId_SizeT(PyObject *object, _Py_Identifier *name, const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format,
        result = _PySwift_call_method_by_identifier(object, name, format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

PyObject *PyObject_CallFunctionObjArgs(PyObject *callable, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(callable, result = _PySwift_call_function_objects(callable, &arguments));
    return result;
}

PyObject *PyObject_CallMethodObjArgs(PyObject *object, PyObject *name, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(name, result = _PySwift_call_method_objects(object, name, &arguments));
    return result;
}

PyObject *_PyObject_CallMethodIdObjArgs(PyObject *object, _Py_Identifier *name, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(name, result = _PySwift_call_method_objects_by_identifier(object, name, &arguments));
    return result;
}

#endif
