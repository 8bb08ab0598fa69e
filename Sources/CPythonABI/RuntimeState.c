#define _GNU_SOURCE
#include "RuntimeState.h"
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

// Under AddressSanitizer every block comes from malloc, since a block on a free list is not freed in its eyes.
#if __has_feature(address_sanitizer)
PySwiftHeap _pyswift_heap = {.largest_small = 0};
#else
PySwiftHeap _pyswift_heap = {.largest_small = 512};

/// PYTHONMALLOC=malloc (or malloc_debug) sends every block to malloc. Before any other code, since a block must be freed as it was
/// allocated.
__attribute__((constructor)) static void _pyswift_choose_allocator(void) {
    const char *name = getenv("PYTHONMALLOC");
    if (name && strncmp(name, "malloc", 6) == 0) _pyswift_heap.largest_small = 0;
}
#endif
PySwiftCollector _pyswift_collector = {
    .generations = {{.threshold = 700}, {.threshold = 10}, {.threshold = 10}},
    .enabled = 1,
};
PySwiftLoopState _pyswift_loop = {.recursion_remaining = 1000, .recursion_limit = 1000};

int _pyswift_thread_attributes(pthread_attr_t *attributes) { return pthread_getattr_np(pthread_self(), attributes); }
size_t _pyswift_malloc_in_use(void) {
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}
