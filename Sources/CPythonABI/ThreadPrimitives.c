#include "CPythonABI.h"

PySwiftGIL _pyswift_gil = {.mutex = PTHREAD_MUTEX_INITIALIZER};

void _pyswift_gil_initialize(void) {
    pthread_condattr_t attributes;
    pthread_mutex_init(&_pyswift_gil.mutex, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&_pyswift_gil.released, &attributes);
    pthread_cond_init(&_pyswift_gil.taken, &attributes);
    pthread_condattr_destroy(&attributes);
}
