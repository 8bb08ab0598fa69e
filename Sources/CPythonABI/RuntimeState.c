#define _GNU_SOURCE
#include "RuntimeState.h"
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

// Under AddressSanitizer every block comes from malloc, since a block on a free list is not freed in its eyes.
#if __has_feature(address_sanitizer)
PySwiftHeap _pyswift_heap = {.largest_small = 0};

/// What is in use at the end is no leak: Scripts/leaks.sh looks for those. Exhausted memory is a MemoryError, a signal a report, and
/// addresses of locals tell how much stack is left. Here rather than in the environment, which scripts change for processes that they start.
const char *__asan_default_options(void);
__attribute__((visibility("default"), used)) const char *__asan_default_options(void) {
    return "detect_leaks=0:allocator_may_return_null=1:detect_stack_use_after_return=0:handle_abort=1";
}
#else
PySwiftHeap _pyswift_heap = {.largest_small = 512, .largest_listed = 512};

/// PYTHONMALLOC=malloc (or malloc_debug) sends every block to malloc. Before any other code, since a block must be freed as it was
/// allocated.
__attribute__((constructor)) static void _pyswift_choose_allocator(void) {
    const char *name = getenv("PYTHONMALLOC");
    if (name && strncmp(name, "malloc", 6) == 0) _pyswift_heap.largest_small = _pyswift_heap.largest_listed = 0;
}
#endif
PySwiftCollector _pyswift_collector = {
    .generations = {{.threshold = 700}, {.threshold = 10}, {.threshold = 10}},
    .enabled = 1,
};
PySwiftLoopState _pyswift_loop = {.recursion_remaining = 1000, .recursion_limit = 1000};

/// The main thread's stack ends with the name of the program, behind which nothing but a word of zeros fits on the page. The C
/// library would read the process map instead.
static int main_stack(void **lowest, size_t *size) {
    if (gettid() != getpid()) return 0;
    struct rlimit limit;
    const char *last = (const char *)getauxval(AT_EXECFN);
    if (!last || getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return 0;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t top = ((uintptr_t)last + strlen(last) + 1 + sizeof(void *) + page - 1) & ~(page - 1);
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    if (top <= here || limit.rlim_cur > top || top - here >= limit.rlim_cur) return 0;
    *lowest = (void *)((top - limit.rlim_cur + page - 1) & ~(page - 1));
    *size = top - (uintptr_t)*lowest;
    return 1;
}
int _pyswift_thread_stack(void **lowest, size_t *size) {
    if (main_stack(lowest, size)) return 1;
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
    int found = pthread_attr_getstack(&attributes, lowest, size) == 0;
    pthread_attr_destroy(&attributes);
    return found;
}

int _pyswift_argument_count = 0;
char **_pyswift_arguments = NULL;
/// The loader hands constructors what `main` gets.
__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
    _pyswift_argument_count = count;
    _pyswift_arguments = arguments;
}

#ifdef __linux__
// The two functions that `CommandLine` of Swift's library calls. The library's own are in a file with a constructor that finds the command
// line by reading the process map; with these here, the linker leaves that file out.
static int overridden_count;
static char **overridden_arguments;

char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
    *count = overridden_arguments ? overridden_count : _pyswift_argument_count;
    return overridden_arguments ? overridden_arguments : _pyswift_arguments;
}
void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count) {
    overridden_arguments = arguments;
    overridden_count = count;
}
#endif
size_t _pyswift_malloc_in_use(void) {
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}
