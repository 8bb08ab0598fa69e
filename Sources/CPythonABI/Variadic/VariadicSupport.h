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
