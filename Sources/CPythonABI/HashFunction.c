// PyHash_GetFuncDef: which function hashes strings and bytes.

#include "CPythonABI.h"

#if PYSWIFT_SWIFT_ENTRY_POINTS

Py_hash_t _Py_HashBytes(const void *bytes, Py_ssize_t count);

__attribute__((visibility("default"))) PyHash_FuncDef *PyHash_GetFuncDef(void) {
    static PyHash_FuncDef function = {_Py_HashBytes, "siphash13", 64, 128};
    return &function;
}

#endif
