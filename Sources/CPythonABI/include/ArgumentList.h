#pragma once
// The arguments behind `...`, boxed so that Swift can be handed them and take them one by one.
//
// Swift can neither define a C-variadic function nor receive a `va_list` in a function exported to C. So the C functions
// of `Variadic/` put the list in a box on their stack and call a Swift function (SwiftEntryPoints.h), which reads the
// format and takes what it asks for with the accessors here. Arguments narrower than `int` arrive as `int`, `float` as
// `double`: the promotions of C.

#include "ObjectHeader.h"

typedef struct PyArgumentList {
    va_list list;
} PyArgumentList;

static inline int _PySwift_take_int(PyArgumentList *arguments) {
    return va_arg(arguments->list, int);
}

static inline unsigned int _PySwift_take_unsigned_int(PyArgumentList *arguments) {
    return va_arg(arguments->list, unsigned int);
}

/// `long`, `long long`, `Py_ssize_t` and `Py_hash_t` alike.
static inline long _PySwift_take_long(PyArgumentList *arguments) {
    return va_arg(arguments->list, long);
}

/// `unsigned long`, `unsigned long long` and `size_t` alike.
static inline unsigned long _PySwift_take_unsigned_long(PyArgumentList *arguments) {
    return va_arg(arguments->list, unsigned long);
}

static inline double _PySwift_take_double(PyArgumentList *arguments) {
    return va_arg(arguments->list, double);
}

/// Any data pointer, such as the place to store a parsed argument in.
static inline void *_PySwift_take_pointer(PyArgumentList *arguments) {
    return va_arg(arguments->list, void *);
}

static inline PyObject *_PySwift_take_object(PyArgumentList *arguments) {
    return va_arg(arguments->list, PyObject *);
}

static inline const char *_PySwift_take_string(PyArgumentList *arguments) {
    return va_arg(arguments->list, const char *);
}

static inline const wchar_t *_PySwift_take_wide_string(PyArgumentList *arguments) {
    return va_arg(arguments->list, const wchar_t *);
}

/// The converter of format `O&` when parsing.
typedef int (*PyArgumentConverter)(PyObject *, void *);

static inline PyArgumentConverter _PySwift_take_converter(PyArgumentList *arguments) {
    return va_arg(arguments->list, PyArgumentConverter);
}

/// The converter of format `O&` when building.
typedef PyObject *(*PyValueBuilder)(void *);

static inline PyValueBuilder _PySwift_take_value_builder(PyArgumentList *arguments) {
    return va_arg(arguments->list, PyValueBuilder);
}

/// How many objects come before the NULL that ends the list. Takes none of them.
static inline Py_ssize_t _PySwift_count_objects(PyArgumentList *arguments) {
    va_list copy;
    va_copy(copy, arguments->list);
    Py_ssize_t count = 0;
    while (va_arg(copy, PyObject *) != NULL) {
        count += 1;
    }
    va_end(copy);
    return count;
}

/// Takes `count` objects, borrowed, into `objects`.
static inline void _PySwift_take_objects(PyArgumentList *arguments, PyObject **objects, Py_ssize_t count) {
    for (Py_ssize_t index = 0; index < count; index += 1) {
        objects[index] = va_arg(arguments->list, PyObject *);
    }
}

/// Copies a list, to read ahead in; end the copy with `_PySwift_end_copy`.
static inline void _PySwift_copy_arguments(PyArgumentList *copy, PyArgumentList *arguments) {
    va_copy(copy->list, arguments->list);
}

static inline void _PySwift_end_copy(PyArgumentList *copy) {
    va_end(copy->list);
}

/// What Argument Clinic generates for a function with keywords. `kwtuple` and the numbers are filled in at first use.
typedef struct _PyArg_Parser {
    const char *format;
    const char *const *keywords;
    const char *fname;
    const char *custom_msg;
    int pos;
    int min;
    int max;
    PyObject *kwtuple;
    struct _PyArg_Parser *next;
} _PyArg_Parser;
