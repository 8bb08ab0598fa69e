#pragma once
// Not part of the module: shared by the files of this folder, which hold the functions with a variable number of
// arguments. Swift cannot define those, so they are the one part of the C API written in C: each boxes its arguments and
// calls a Swift function of SwiftEntryPoints.h. They are compiled where PYSWIFT_SWIFT_ENTRY_POINTS is 1, that is, once
// the CAPI module defines all of those.

#include "CPythonABI.h"
#include "SwiftEntryPoints.h"

/// Calls `call`, which names the box `arguments`, with what follows the parameter `last`.
#define PY_WITH_ARGUMENTS(last, call)   \
    do {                                \
        PyArgumentList arguments;       \
        va_start(arguments.list, last); \
        call;                           \
        va_end(arguments.list);         \
    } while (0)

/// The same for a list that the caller has.
#define PY_WITH_LIST(theList, call)        \
    do {                                   \
        PyArgumentList arguments;          \
        va_copy(arguments.list, theList);  \
        call;                              \
        va_end(arguments.list);            \
    } while (0)

/// See QuickParsing.c (`names` are those of keywords, or NULL): 1 when everything is stored, 0 when the general way must begin anew.
int _pyswift_quick_parse(PyObject *const *items, Py_ssize_t count, const char *format, char *const *names, va_list list);
int _pyswift_quick_parse_tuple(PyObject *tuple, const char *format, char *const *names, va_list list);

/// Returns 1 from a function if `quick`, which names the list `quickly`, stores everything.
#define PY_TRY_QUICKLY(last, quick) \
    do {                            \
        va_list quickly;            \
        va_start(quickly, last);    \
        int done = (quick);         \
        va_end(quickly);            \
        if (done) return 1;         \
    } while (0)
/// Whether there are keywords: a dict, or a tuple of names.
#define PY_NO_KEYWORDS(kwargs) ((kwargs) == NULL || ((kwargs)->ob_type == &PyDict_Type && ((PyDictObject *)(kwargs))->ma_used == 0))
#define PY_NO_NAMES(kwnames) ((kwnames) == NULL || ((PyVarObject *)(kwnames))->ob_size == 0)
