#pragma once
// Functions, methods, and what a built-in function is described by.

#include "ObjectHeader.h"

struct PyMethodDef {
    const char *ml_name;
    PyCFunction ml_meth;
    int ml_flags;
    const char *ml_doc;
};

/// A built-in function. Extensions call `m_ml->ml_meth(m_self, ...)` without asking.
typedef struct PyCFunctionObject {
    PyObject ob_base;
    PyMethodDef *m_ml;
    PyObject *m_self;
    PyObject *m_module;
    PyObject *m_weakreflist;
    vectorcallfunc vectorcall;
} PyCFunctionObject;

/// A built-in method that is given its defining class (METH_METHOD).
typedef struct PyCMethodObject {
    PyCFunctionObject func;
    PyTypeObject *mm_class;
} PyCMethodObject;

/// A bound method.
typedef struct PyMethodObject {
    PyObject ob_base;
    PyObject *im_func;
    PyObject *im_self;
    PyObject *im_weakreflist;
    vectorcallfunc vectorcall;
} PyMethodObject;

typedef struct PyInstanceMethodObject {
    PyObject ob_base;
    PyObject *func;
} PyInstanceMethodObject;

/// A function defined in Python.
typedef struct PyFunctionObject {
    PyObject ob_base;
    PyObject *func_globals;
    PyObject *func_builtins;
    PyObject *func_name;
    PyObject *func_qualname;
    PyObject *func_code;
    PyObject *func_defaults;
    PyObject *func_kwdefaults;
    PyObject *func_closure;
    PyObject *func_doc;
    PyObject *func_dict;
    PyObject *func_weakreflist;
    PyObject *func_module;
    PyObject *func_annotations;
    vectorcallfunc vectorcall;
    uint32_t func_version;
} PyFunctionObject;

typedef struct PyCellObject {
    PyObject ob_base;
    PyObject *ob_ref;
} PyCellObject;
