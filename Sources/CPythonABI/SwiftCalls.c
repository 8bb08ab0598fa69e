// See SwiftCalls.h.

#include "include/SwiftCalls.h"

#define SWIFT __attribute__((swiftcall))
#define CONTEXT __attribute__((swift_context)) void *context
#define ERROR __attribute__((swift_error_result)) void **error

typedef SWIFT PyValue Unary(PyValue, CONTEXT, ERROR);
typedef SWIFT PyValue Binary(PyValue, PyValue, CONTEXT, ERROR);
typedef SWIFT PyValue WithArguments(PyValue, PyValue *, ptrdiff_t, PyValue, CONTEXT, ERROR);

static const PyValue none = {0};

PyValue _pyswift_call_unary(uintptr_t code, uintptr_t context, PyValue self) {
    void *error = NULL;
    PyValue result = ((Unary *)code)(self, (void *)context, &error);
    return error ? none : result;
}

PyValue _pyswift_call_binary(uintptr_t code, uintptr_t context, PyValue self, PyValue x) {
    void *error = NULL;
    PyValue result = ((Binary *)code)(self, x, (void *)context, &error);
    return error ? none : result;
}

PyValue _pyswift_call_arguments(
    uintptr_t code, uintptr_t context, PyValue self, PyValue *base, ptrdiff_t count, PyValue keyword_names) {
    void *error = NULL;
    PyValue result = ((WithArguments *)code)(self, base, count, keyword_names, (void *)context, &error);
    return error ? none : result;
}

PyValue _pyswift_call_quick_next(PyValue (*function)(PyValue), PyValue iterator) { return function(iterator); }
int _pyswift_call_quick_pair(int (*function)(PyValue), PyValue iterator) { return function(iterator); }
