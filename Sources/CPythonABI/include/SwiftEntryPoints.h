#pragma once
// What the C-variadic functions of `Variadic/` call. Swift implements these with `@c @implementation`.
//
// Ownership is that of the Python C API: objects passed are borrowed, objects returned are new, and NULL, 0 or -1 means
// that an exception is set. `arguments` is valid until the function returns.

#include "ArgumentList.h"
#include "StringObjects.h"

/// `#` in a format stands for a `Py_ssize_t` length; without this flag extensions that use it get SystemError, since
/// they store an `int`.
#define PY_FORMAT_SSIZE_T 1

// Parsing arguments. 1: parsed; 0: failed.
int _PySwift_arg_parse_object(PyObject *object, const char *format, int flags, PyArgumentList *arguments);
int _PySwift_arg_parse_tuple(PyObject *args, const char *format, int flags, PyArgumentList *arguments);
int _PySwift_arg_parse_stack(
    PyObject *const *args, Py_ssize_t nargs, const char *format, int flags, PyArgumentList *arguments);
int _PySwift_arg_parse_tuple_and_keywords(
    PyObject *args, PyObject *kwargs, const char *format, char **keywords, int flags, PyArgumentList *arguments);
int _PySwift_arg_parse_tuple_and_keywords_fast(
    PyObject *args, PyObject *kwargs, _PyArg_Parser *parser, int flags, PyArgumentList *arguments);
int _PySwift_arg_parse_stack_and_keywords_fast(
    PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames, _PyArg_Parser *parser, int flags,
    PyArgumentList *arguments);
int _PySwift_arg_unpack_tuple(
    PyObject *args, const char *name, Py_ssize_t min, Py_ssize_t max, PyArgumentList *arguments);
int _PySwift_arg_unpack_stack(
    PyObject *const *args, Py_ssize_t nargs, const char *name, Py_ssize_t min, Py_ssize_t max,
    PyArgumentList *arguments);

// Building values.
PyObject *_PySwift_build_value(const char *format, int flags, PyArgumentList *arguments);
PyObject **_PySwift_build_stack(
    PyObject **smallStack, Py_ssize_t smallStackLength, const char *format, int flags, PyArgumentList *arguments,
    Py_ssize_t *nargs);
PyObject *_PySwift_tuple_pack(Py_ssize_t count, PyArgumentList *arguments);

// Calling with arguments built from a format, or with objects up to a NULL.
PyObject *_PySwift_call_function(PyObject *callable, const char *format, int flags, PyArgumentList *arguments);
PyObject *_PySwift_call_method(
    PyObject *object, const char *name, const char *format, int flags, PyArgumentList *arguments);
PyObject *_PySwift_call_method_by_object(
    PyObject *object, PyObject *name, const char *format, int flags, PyArgumentList *arguments);
PyObject *_PySwift_call_method_by_identifier(
    PyObject *object, _Py_Identifier *name, const char *format, int flags, PyArgumentList *arguments);
PyObject *_PySwift_call_function_objects(PyObject *callable, PyArgumentList *arguments);
PyObject *_PySwift_call_method_objects(PyObject *object, PyObject *name, PyArgumentList *arguments);
PyObject *_PySwift_call_method_objects_by_identifier(
    PyObject *object, _Py_Identifier *name, PyArgumentList *arguments);

// Formatting with the codes of PyUnicode_FromFormat.
PyObject *_PySwift_unicode_from_format(const char *format, PyArgumentList *arguments);
PyObject *_PySwift_bytes_from_format(const char *format, PyArgumentList *arguments);
void _PySwift_err_format(PyObject *exception, const char *format, PyArgumentList *arguments);
void _PySwift_err_format_from_cause(PyObject *exception, const char *format, PyArgumentList *arguments);
PyObject *_PySwift_err_try_set_from_cause(const char *prefixFormat, PyArgumentList *arguments);
int _PySwift_warn_format(
    PyObject *category, Py_ssize_t stackLevel, const char *format, PyArgumentList *arguments);
int _PySwift_warn_resource(
    PyObject *source, Py_ssize_t stackLevel, const char *format, PyArgumentList *arguments);
int _PySwift_warn_explicit_format(
    PyObject *category, const char *filename, int line, const char *module, PyObject *registry, const char *format,
    PyArgumentList *arguments);
int _PySwift_sys_audit(const char *event, const char *argumentFormat, PyArgumentList *arguments);

/// Writes to `sys.stdout` (1) or `sys.stderr` (2), or the C stream if there is none, keeping the pending exception.
void _PySwift_sys_format(int stream, const char *format, PyArgumentList *arguments);

/// The same for text that C's `printf` has formatted; `truncated` if it did not fit.
void _PySwift_sys_write(int stream, const char *text, int truncated);

_Noreturn void _PySwift_fatal_error(const char *function, const char *message);
