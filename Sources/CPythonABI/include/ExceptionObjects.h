#pragma once
// Exceptions. Each begins with the fields of BaseException, by name rather than nested, as extensions have them.

#include "ObjectHeader.h"

#define PyException_HEAD       \
    PyObject ob_base;          \
    PyObject *dict;            \
    PyObject *args;            \
    PyObject *notes;           \
    PyObject *traceback;       \
    PyObject *context;         \
    PyObject *cause;           \
    char suppress_context;

typedef struct PyBaseExceptionObject {
    PyException_HEAD
} PyBaseExceptionObject;

typedef struct PyBaseExceptionGroupObject {
    PyException_HEAD
    PyObject *msg;
    PyObject *excs;
} PyBaseExceptionGroupObject;

typedef struct PySyntaxErrorObject {
    PyException_HEAD
    PyObject *msg;
    PyObject *filename;
    PyObject *lineno;
    PyObject *offset;
    PyObject *end_lineno;
    PyObject *end_offset;
    PyObject *text;
    PyObject *print_file_and_line;
} PySyntaxErrorObject;

typedef struct PyImportErrorObject {
    PyException_HEAD
    PyObject *msg;
    PyObject *name;
    PyObject *path;
} PyImportErrorObject;

typedef struct PyUnicodeErrorObject {
    PyException_HEAD
    PyObject *encoding;
    PyObject *object;
    Py_ssize_t start;
    Py_ssize_t end;
    PyObject *reason;
} PyUnicodeErrorObject;

typedef struct PySystemExitObject {
    PyException_HEAD
    PyObject *code;
} PySystemExitObject;

/// `written` is that of BlockingIOError; -1 when not given.
typedef struct PyOSErrorObject {
    PyException_HEAD
    PyObject *myerrno;
    PyObject *strerror;
    PyObject *filename;
    PyObject *filename2;
    Py_ssize_t written;
} PyOSErrorObject;

typedef struct PyStopIterationObject {
    PyException_HEAD
    PyObject *value;
} PyStopIterationObject;

typedef struct PyNameErrorObject {
    PyException_HEAD
    PyObject *name;
} PyNameErrorObject;

typedef struct PyAttributeErrorObject {
    PyException_HEAD
    PyObject *obj;
    PyObject *name;
} PyAttributeErrorObject;
