#pragma once
// Allocators, hashing, C-level caches: the small structs that extensions hand in or read.

#include "ObjectHeader.h"

typedef enum PyMemAllocatorDomain {
    PYMEM_DOMAIN_RAW,
    PYMEM_DOMAIN_MEM,
    PYMEM_DOMAIN_OBJ,
} PyMemAllocatorDomain;

typedef struct PyMemAllocatorEx {
    void *ctx;
    void *(*malloc)(void *ctx, size_t size);
    void *(*calloc)(void *ctx, size_t count, size_t size);
    void *(*realloc)(void *ctx, void *pointer, size_t size);
    void (*free)(void *ctx, void *pointer);
} PyMemAllocatorEx;

typedef struct PyObjectArenaAllocator {
    void *ctx;
    void *(*alloc)(void *ctx, size_t size);
    void (*free)(void *ctx, void *pointer, size_t size);
} PyObjectArenaAllocator;

typedef struct PyHash_FuncDef {
    Py_hash_t (*const hash)(const void *, Py_ssize_t);
    const char *name;
    const int hash_bits;
    const int seed_bits;
} PyHash_FuncDef;

/// The key of the string hash; pyexpat and _elementtree read it.
typedef union _Py_HashSecret_t {
    unsigned char uc[24];
    struct {
        uint64_t k0;
        uint64_t k1;
    } siphash;
    struct {
        uint64_t padding[2];
        Py_hash_t hashsalt;
    } expat;
} _Py_HashSecret_t;

typedef struct Py_tss_t {
    int _is_initialized;
    unsigned int _key;
} Py_tss_t;
