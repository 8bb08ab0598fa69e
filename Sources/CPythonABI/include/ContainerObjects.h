#pragma once
// tuple, list, dict, set and slice.

#include "ObjectHeader.h"

/// Items follow the head at +24.
typedef struct PyTupleObject {
    PyVarObject ob_base;
    PyObject *ob_item[1];
} PyTupleObject;

typedef struct PyListObject {
    PyVarObject ob_base;
    PyObject **ob_item;
    Py_ssize_t allocated;
} PyListObject;

/// `ma_version_tag` changes with every change of the dict, to a number no other dict has had: extensions cache by it.
/// No extension looks behind `ma_keys` and `ma_values`.
typedef struct PyDictObject {
    PyObject ob_base;
    Py_ssize_t ma_used;
    uint64_t ma_version_tag;
    PyDictKeysObject *ma_keys;
    PyDictValues *ma_values;
} PyDictObject;

struct PyDictKeysObject {
    Py_ssize_t dk_refcnt;
    uint8_t dk_log2_size;
    uint8_t dk_log2_index_bytes;
    uint8_t dk_kind;
    uint32_t dk_version;
    Py_ssize_t dk_usable;
    Py_ssize_t dk_nentries;
    char dk_indices[];
};

typedef struct PyDictKeyEntry {
    Py_hash_t me_hash;
    PyObject *me_key;
    PyObject *me_value;
} PyDictKeyEntry;

struct PyDictValues {
    PyObject *values[1];
};

typedef struct setentry {
    PyObject *key;
    Py_hash_t hash;
} setentry;

#define PySet_MINSIZE 8

/// set and frozenset.
typedef struct PySetObject {
    PyObject ob_base;
    Py_ssize_t fill;
    Py_ssize_t used;
    Py_ssize_t mask;
    setentry *table;
    Py_hash_t hash;
    Py_ssize_t finger;
    setentry smalltable[8];
    PyObject *weakreflist;
} PySetObject;

typedef struct PySliceObject {
    PyObject ob_base;
    PyObject *start;
    PyObject *stop;
    PyObject *step;
} PySliceObject;
