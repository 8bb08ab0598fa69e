#pragma once
// int, float and complex.

#include "ObjectHeader.h"

typedef uint32_t digit;
typedef int32_t sdigit;
typedef uint64_t twodigits;
typedef int64_t stwodigits;

#define PyLong_SHIFT 30
#define PyLong_BASE (1 << 30)
#define PyLong_MASK 0x3fffffff

/// An int: |ob_size| digits of 30 bits, least significant first; the sign of `ob_size` is the number's. bool too.
typedef struct PyLongObject {
    PyVarObject ob_base;
    digit ob_digit[1];
} PyLongObject;

typedef struct PyFloatObject {
    PyObject ob_base;
    double ob_fval;
} PyFloatObject;

typedef struct Py_complex {
    double real;
    double imag;
} Py_complex;

typedef struct PyComplexObject {
    PyObject ob_base;
    Py_complex cval;
} PyComplexObject;
