#pragma once
// Internal structs that CPython's own extension modules (`_json`, `_hashlib`, `_struct`, ...) keep in their memory and
// hand to private functions, so that the size and the fields they touch are fixed.

#include "ObjectHeader.h"

/// Text under construction from many pieces: `_PyAccu_*`. Empty when both are NULL.
typedef struct _PyAccu {
    PyObject *large;
    PyObject *small;
} _PyAccu;

/// A bytes object under construction: `_PyBytesWriter_*`. Short results never leave `small_buffer`.
typedef struct _PyBytesWriter {
    PyObject *buffer;
    Py_ssize_t allocated;
    Py_ssize_t min_size;
    int use_bytearray;
    int overallocate;
    int use_small_buffer;
    char small_buffer[512];
} _PyBytesWriter;

/// Nanoseconds.
typedef int64_t _PyTime_t;

typedef struct _Py_slist_item_t {
    struct _Py_slist_item_t *next;
} _Py_slist_item_t;

typedef struct _Py_slist_t {
    _Py_slist_item_t *head;
} _Py_slist_t;

typedef struct _Py_hashtable_entry_t {
    _Py_slist_item_t slist_item;
    Py_uhash_t key_hash;
    void *key;
    void *value;
} _Py_hashtable_entry_t;

typedef struct _Py_hashtable_t _Py_hashtable_t;

typedef Py_uhash_t (*_Py_hashtable_hash_func)(const void *key);
typedef int (*_Py_hashtable_compare_func)(const void *key1, const void *key2);
typedef void (*_Py_hashtable_destroy_func)(void *key);
typedef _Py_hashtable_entry_t *(*_Py_hashtable_get_entry_func)(_Py_hashtable_t *table, const void *key);
typedef int (*_Py_hashtable_foreach_func)(_Py_hashtable_t *table, const void *key, const void *value, void *user);

typedef struct _Py_hashtable_allocator_t {
    void *(*malloc)(size_t size);
    void (*free)(void *pointer);
} _Py_hashtable_allocator_t;

/// A hash table of C pointers. Users read `nentries` and call `get_entry_func`.
struct _Py_hashtable_t {
    size_t nentries;
    size_t nbuckets;
    _Py_slist_t *buckets;
    _Py_hashtable_get_entry_func get_entry_func;
    _Py_hashtable_hash_func hash_func;
    _Py_hashtable_compare_func compare_func;
    _Py_hashtable_destroy_func key_destroy_func;
    _Py_hashtable_destroy_func value_destroy_func;
    _Py_hashtable_allocator_t alloc;
};
