#pragma once
// memoryview and the buffer it shares with its slices.

#include "ObjectHeader.h"

/// The one acquisition of an exporter's buffer that any number of memoryviews share.
typedef struct _PyManagedBufferObject {
    PyObject ob_base;
    int flags;
    Py_ssize_t exports;
    Py_buffer master;
} _PyManagedBufferObject;

/// `ob_array` holds shape, strides and suboffsets: 3 * ndim words.
typedef struct PyMemoryViewObject {
    PyVarObject ob_base;
    _PyManagedBufferObject *mbuf;
    Py_hash_t hash;
    int flags;
    Py_ssize_t exports;
    Py_buffer view;
    PyObject *weakreflist;
    Py_ssize_t ob_array[1];
} PyMemoryViewObject;
