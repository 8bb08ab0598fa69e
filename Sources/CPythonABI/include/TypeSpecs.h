#pragma once
// Descriptions of types to be made at run time.

#include "ObjectHeader.h"

typedef struct PyType_Slot {
    int slot;
    void *pfunc;
} PyType_Slot;

typedef struct PyType_Spec {
    const char *name;
    int basicsize;
    int itemsize;
    unsigned int flags;
    PyType_Slot *slots;
} PyType_Spec;

typedef struct PyStructSequence_Field {
    const char *name;
    const char *doc;
} PyStructSequence_Field;

typedef struct PyStructSequence_Desc {
    const char *name;
    const char *doc;
    PyStructSequence_Field *fields;
    int n_in_sequence;
} PyStructSequence_Desc;

enum { _PySwift_slot_count = 82 };

/// The offset in PyHeapTypeObject of each slot id; 0 for ids that are none.
extern const short _PySwift_slot_offsets[_PySwift_slot_count];

static inline Py_ssize_t _PySwift_slot_offset(int slot) {
    return slot > 0 && slot < _PySwift_slot_count ? _PySwift_slot_offsets[slot] : 0;
}
