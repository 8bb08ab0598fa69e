#pragma once
// str, bytes and bytearray.

#include "ObjectHeader.h"

typedef uint32_t Py_UCS4;
typedef uint16_t Py_UCS2;
typedef uint8_t Py_UCS1;
typedef wchar_t Py_UNICODE;

// PyASCIIObject.state, drawn from bit 0:
//
//     | interned 2 | kind 3 | compact 1 | ascii 1 | ready 1 | unused 24 |
//
// `kind` is the width of a character in bytes: 1, 2 or 4 (0: a legacy string that is not ready).
#define PyUnicode_STATE_INTERNED_MASK 0x03u
#define PyUnicode_STATE_KIND_SHIFT 2
#define PyUnicode_STATE_KIND_MASK 0x1cu
#define PyUnicode_STATE_COMPACT 0x20u
#define PyUnicode_STATE_ASCII 0x40u
#define PyUnicode_STATE_READY 0x80u

#define SSTATE_NOT_INTERNED 0
#define SSTATE_INTERNED_MORTAL 1
#define SSTATE_INTERNED_IMMORTAL 2

#define PyUnicode_WCHAR_KIND 0
#define PyUnicode_1BYTE_KIND 1
#define PyUnicode_2BYTE_KIND 2
#define PyUnicode_4BYTE_KIND 4

/// A str. Compact ASCII strings are this head alone; their characters follow at +48.
typedef struct PyASCIIObject {
    PyObject ob_base;
    Py_ssize_t length;
    Py_hash_t hash;
    uint32_t state;
    wchar_t *wstr;
} PyASCIIObject;

/// The head of a compact string that is not ASCII; its characters follow at +72.
typedef struct PyCompactUnicodeObject {
    PyASCIIObject _base;
    Py_ssize_t utf8_length;
    char *utf8;
    Py_ssize_t wstr_length;
} PyCompactUnicodeObject;

typedef union PyUnicodeData {
    void *any;
    Py_UCS1 *latin1;
    Py_UCS2 *ucs2;
    Py_UCS4 *ucs4;
} PyUnicodeData;

/// An instance of a subclass of str: the characters are elsewhere, since the subclass's fields begin at +80.
typedef struct PyUnicodeObject {
    PyCompactUnicodeObject _base;
    PyUnicodeData data;
} PyUnicodeObject;

/// Characters follow at +32, then a zero byte.
typedef struct PyBytesObject {
    PyVarObject ob_base;
    Py_hash_t ob_shash;
    char ob_sval[1];
} PyBytesObject;

/// `ob_start` moves within the allocation `ob_bytes` when a prefix is deleted.
typedef struct PyByteArrayObject {
    PyVarObject ob_base;
    Py_ssize_t ob_alloc;
    char *ob_bytes;
    char *ob_start;
    Py_ssize_t ob_exports;
} PyByteArrayObject;

/// A str under construction, on the stack of its user, who calls `_PyUnicodeWriter_*`.
typedef struct _PyUnicodeWriter {
    PyObject *buffer;
    void *data;
    int kind;
    Py_UCS4 maxchar;
    Py_ssize_t size;
    Py_ssize_t pos;
    Py_ssize_t min_length;
    Py_UCS4 min_char;
    unsigned char overallocate;
    unsigned char readonly;
} _PyUnicodeWriter;

/// A static name, interned at first use.
typedef struct _Py_Identifier {
    const char *string;
    Py_ssize_t index;
} _Py_Identifier;
