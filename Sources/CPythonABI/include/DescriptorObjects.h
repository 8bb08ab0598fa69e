#pragma once
// Descriptors of built-in types, and the static tables they are made from.

#include "ObjectHeader.h"

struct PyMemberDef {
    const char *name;
    int type;
    Py_ssize_t offset;
    int flags;
    const char *doc;
};

struct PyGetSetDef {
    const char *name;
    getter get;
    setter set;
    const char *doc;
    void *closure;
};

/// A slot's Python name and its wrapper. Cython puts tables of its own in place of the runtime's.
struct wrapperbase {
    const char *name;
    int offset;
    void *function;
    wrapperfunc wrapper;
    const char *doc;
    int flags;
    PyObject *name_strobj;
};

typedef struct PyDescrObject {
    PyObject ob_base;
    PyTypeObject *d_type;
    PyObject *d_name;
    PyObject *d_qualname;
} PyDescrObject;

/// Extensions cache `d_method->ml_meth` and call it directly.
typedef struct PyMethodDescrObject {
    PyDescrObject d_common;
    PyMethodDef *d_method;
    vectorcallfunc vectorcall;
} PyMethodDescrObject;

typedef struct PyMemberDescrObject {
    PyDescrObject d_common;
    PyMemberDef *d_member;
} PyMemberDescrObject;

typedef struct PyGetSetDescrObject {
    PyDescrObject d_common;
    PyGetSetDef *d_getset;
} PyGetSetDescrObject;

typedef struct PyWrapperDescrObject {
    PyDescrObject d_common;
    wrapperbase *d_base;
    void *d_wrapped;
} PyWrapperDescrObject;
