#pragma once
// Generators, coroutines and asynchronous generators share one layout. The frame is the object's tail.

#include "ObjectHeader.h"

/// The exception being handled at one level of generators; Cython's generators embed one and link it in.
typedef struct _PyErr_StackItem {
    PyObject *exc_value;
    struct _PyErr_StackItem *previous_item;
} _PyErr_StackItem;

/// A generator.
typedef struct PyGenObject {
    PyObject ob_base;
    PyCodeObject *gi_code;
    PyObject *gi_weakreflist;
    PyObject *gi_name;
    PyObject *gi_qualname;
    _PyErr_StackItem gi_exc_state;
    PyObject *gi_origin_or_finalizer;
    char gi_hooks_inited;
    char gi_closed;
    char gi_running_async;
    int8_t gi_frame_state;
    PyObject *gi_iframe[1];
} PyGenObject;

/// A coroutine of `async def`.
typedef struct PyCoroObject {
    PyObject ob_base;
    PyCodeObject *cr_code;
    PyObject *cr_weakreflist;
    PyObject *cr_name;
    PyObject *cr_qualname;
    _PyErr_StackItem cr_exc_state;
    PyObject *cr_origin_or_finalizer;
    char cr_hooks_inited;
    char cr_closed;
    char cr_running_async;
    int8_t cr_frame_state;
    PyObject *cr_iframe[1];
} PyCoroObject;

/// An asynchronous generator.
typedef struct PyAsyncGenObject {
    PyObject ob_base;
    PyCodeObject *ag_code;
    PyObject *ag_weakreflist;
    PyObject *ag_name;
    PyObject *ag_qualname;
    _PyErr_StackItem ag_exc_state;
    PyObject *ag_origin_or_finalizer;
    char ag_hooks_inited;
    char ag_closed;
    char ag_running_async;
    int8_t ag_frame_state;
    PyObject *ag_iframe[1];
} PyAsyncGenObject;
