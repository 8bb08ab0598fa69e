#include "RuntimeState.h"

PySwiftHeap _pyswift_heap = {.largest_small = 512};
PySwiftCollector _pyswift_collector = {
    .generations = {{.threshold = 700}, {.threshold = 10}, {.threshold = 10}},
    .enabled = 1,
};
PySwiftLoopState _pyswift_loop = {.recursion_remaining = 1000, .recursion_limit = 1000};
