// Text, exceptions and warnings made from a format. What raises returns NULL always.

#include "VariadicSupport.h"

#if PYSWIFT_SWIFT_ENTRY_POINTS

PyObject *PyUnicode_FromFormat(const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_unicode_from_format(format, &arguments));
    return result;
}

PyObject *PyUnicode_FromFormatV(const char *format, va_list list) {
    PyObject *result;
    PY_WITH_LIST(list, result = _PySwift_unicode_from_format(format, &arguments));
    return result;
}

PyObject *PyBytes_FromFormat(const char *format, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_bytes_from_format(format, &arguments));
    return result;
}

PyObject *PyBytes_FromFormatV(const char *format, va_list list) {
    PyObject *result;
    PY_WITH_LIST(list, result = _PySwift_bytes_from_format(format, &arguments));
    return result;
}

PyObject *PyErr_Format(PyObject *exception, const char *format, ...) {
    PY_WITH_ARGUMENTS(format, _PySwift_err_format(exception, format, &arguments));
    return NULL;
}

PyObject *PyErr_FormatV(PyObject *exception, const char *format, va_list list) {
    PY_WITH_LIST(list, _PySwift_err_format(exception, format, &arguments));
    return NULL;
}

PyObject *_PyErr_Format(PyThreadState *state, PyObject *exception, const char *format, ...) {
    (void)state;
    PY_WITH_ARGUMENTS(format, _PySwift_err_format(exception, format, &arguments));
    return NULL;
}

PyObject *_PyErr_FormatFromCause(PyObject *exception, const char *format, ...) {
    PY_WITH_ARGUMENTS(format, _PySwift_err_format_from_cause(exception, format, &arguments));
    return NULL;
}

PyObject *_PyErr_FormatFromCauseTstate(PyThreadState *state, PyObject *exception, const char *format, ...) {
    (void)state;
    PY_WITH_ARGUMENTS(format, _PySwift_err_format_from_cause(exception, format, &arguments));
    return NULL;
}

PyObject *_PyErr_TrySetFromCause(const char *prefixFormat, ...) {
    PyObject *result;
    PY_WITH_ARGUMENTS(prefixFormat, result = _PySwift_err_try_set_from_cause(prefixFormat, &arguments));
    return result;
}

int PyErr_WarnFormat(PyObject *category, Py_ssize_t stackLevel, const char *format, ...) {
    int result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_warn_format(category, stackLevel, format, &arguments));
    return result;
}

int PyErr_ResourceWarning(PyObject *source, Py_ssize_t stackLevel, const char *format, ...) {
    int result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_warn_resource(source, stackLevel, format, &arguments));
    return result;
}

int PyErr_WarnExplicitFormat(
    PyObject *category, const char *filename, int line, const char *module, PyObject *registry, const char *format, ...) {
    int result;
    PY_WITH_ARGUMENTS(format,
        result = _PySwift_warn_explicit_format(category, filename, line, module, registry, format, &arguments));
    return result;
}

int PySys_Audit(const char *event, const char *argumentFormat, ...) {
    int result;
    PY_WITH_ARGUMENTS(argumentFormat, result = _PySwift_sys_audit(event, argumentFormat, &arguments));
    return result;
}

#endif
