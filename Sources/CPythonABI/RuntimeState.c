#define _GNU_SOURCE
#include "RuntimeState.h"

PySwiftHeap _pyswift_heap = {.largest_small = 512};
PySwiftCollector _pyswift_collector = {
    .generations = {{.threshold = 700}, {.threshold = 10}, {.threshold = 10}},
    .enabled = 1,
};
PySwiftLoopState _pyswift_loop = {.recursion_remaining = 1000, .recursion_limit = 1000};

int _pyswift_thread_attributes(pthread_attr_t *attributes) { return pthread_getattr_np(pthread_self(), attributes); }
