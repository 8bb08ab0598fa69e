#pragma once
// Calls of Swift functions through their code pointers, in Swift's calling convention.
//
// Calling a stored function value in Swift retains and releases its context, even if there is none; through these it costs a call. The
// functions throw; what they raise is in the thread state, and the result is then null. (Functions of their own, so that what is
// called through a pointer in the interpreter's handlers is another handler and nothing else.)

#include "BasicTypes.h"
#include <stddef.h>

/// f(self)
PyValue _pyswift_call_unary(uintptr_t code, uintptr_t context, PyValue self);
/// f(self, x)
PyValue _pyswift_call_binary(uintptr_t code, uintptr_t context, PyValue self, PyValue x);
/// f(self, arguments)
PyValue _pyswift_call_arguments(
    uintptr_t code, uintptr_t context, PyValue self, PyValue *_Nullable base, ptrdiff_t count, PyValue keyword_names);

/// `quickNext` and `quickPair` of an iterator.
PyValue _pyswift_call_quick_next(PyValue (*_Nonnull function)(PyValue), PyValue iterator);
int _pyswift_call_quick_pair(int (*_Nonnull function)(PyValue), PyValue iterator);
