#pragma once
// Weak references and proxies: a doubly linked list that begins in the referent.

#include "ObjectHeader.h"

struct PyWeakReference {
    PyObject ob_base;
    PyObject *wr_object;
    PyObject *wr_callback;
    Py_hash_t hash;
    PyWeakReference *wr_prev;
    PyWeakReference *wr_next;
    vectorcallfunc vectorcall;
};
