// State of the runtime that hot code reads. It is C data because a C global is a plain address for Swift, where a Swift global
// is reached through an initialisation check.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <pthread.h>

#define PYSWIFT_UNSAFE __attribute__((swift_attr("nonisolated(unsafe)")))

/// Free lists of the small-object allocator, by size class of 16 bytes.
typedef struct {
    void *free_lists[34];
    /// Largest size served from the lists; 0 sends every block to malloc (for memory checkers).
    size_t largest_small;
    /// Blocks cut from pages, by size class: those in use and those on the free lists.
    size_t blocks[34];
    /// Largest size that has a list, also while allocations are traced, when `largest_small` sends all to the allocator's slow paths.
    size_t largest_listed;
    /// Not zero while allocations are traced.
    int traced;
} PySwiftHeap;
extern PySwiftHeap _pyswift_heap PYSWIFT_UNSAFE;

static inline void **_pyswift_free_list(size_t index) { return &_pyswift_heap.free_lists[index]; }
static inline size_t *_pyswift_block_count(size_t index) { return &_pyswift_heap.blocks[index]; }

/// The generations of the cycle collector: a ring of `PyGC_Head`, the number of objects counted, the threshold.
typedef struct {
    uintptr_t next;
    uintptr_t previous;
    long count;
    long threshold;
} PySwiftGeneration;

typedef struct {
    PySwiftGeneration generations[3];
    int enabled;
    int collecting;
    /// `gc.set_debug` bits.
    int debug;
} PySwiftCollector;
extern PySwiftCollector _pyswift_collector PYSWIFT_UNSAFE;
static inline PySwiftGeneration *_pyswift_generation(size_t index) { return &_pyswift_collector.generations[index]; }

/// Words that the interpreter loop tests or bumps.
typedef struct {
    /// Not zero when the loop must leave its fast path at the next back edge or call: signals, GIL requests, limits.
    volatile int eval_breaker;
    /// Last value given to a dict's `ma_version_tag`.
    uint64_t dict_version;
    /// Last value given to a key table's version (0 = none yet).
    uint32_t keys_version;
    /// Last type version tag.
    uint32_t type_version;
    /// Frames that may still be entered before RecursionError.
    long recursion_remaining;
    long recursion_limit;
    /// Lowest address to which native code may grow the stack.
    uintptr_t native_stack_limit;
    /// Register 0 of the frame that runs, or 0; what native code knows of where it is called from.
    void *current_frame;
    /// End of the current chunk of the value stack.
    void *stack_limit;
    /// Where the driver of builds without jumps between handlers goes on; no instruction: the loop is left.
    void *next_frame;
    uint64_t *next_instruction;
    /// Misses of attribute caches: every so often one learns anew.
    uint32_t cache_misses;
    /// How deep deallocations nest at the moment, and the objects put off when too deep.
    long deallocation_depth;
    void *deferred_deallocations;
} PySwiftLoopState;
extern PySwiftLoopState _pyswift_loop PYSWIFT_UNSAFE;

/// Addresses that machine code refers to.
static inline void *_pyswift_eval_breaker_address(void) { return (void *)&_pyswift_loop.eval_breaker; }
static inline void *_pyswift_loop_address(void) { return &_pyswift_loop; }
static inline void *_pyswift_dict_version_address(void) { return &_pyswift_loop.dict_version; }

/// An address near the top of the native stack.
static inline void *_pyswift_stack_address(void) { return __builtin_frame_address(0); }

/// Whether the current chunk of the value stack reaches to `end`.
static inline int _pyswift_stack_reaches(const void *end) { return (uintptr_t)end <= (uintptr_t)_pyswift_loop.stack_limit; }

/// Whether native code may go a level deeper.
static inline int _pyswift_has_native_room(void) { return (uintptr_t)__builtin_frame_address(0) >= _pyswift_loop.native_stack_limit; }

/// Where the native stack of the calling thread may grow to, and its size from there to its top; 0 if that is not known.
int _pyswift_thread_stack(void **lowest, size_t *size);

/// The command line, as `main` gets it.
extern int _pyswift_argument_count PYSWIFT_UNSAFE;
extern char **_pyswift_arguments PYSWIFT_UNSAFE;

/// The same pointer, of which the optimiser knows nothing: it then keeps the value itself in a register, rather than a base that
/// it once was computed from as well.
static inline uint64_t *_pyswift_opaque(uint64_t *pointer) {
    __asm__("" : "+r"(pointer));
    return pointer;
}

/// Says that the memory at an address will be read soon.
static inline void _pyswift_prefetch(const void *address) { __builtin_prefetch(address); }

/// Nothing, but something: what stands before it is not the last thing a function does.
static inline void _pyswift_not_last(void) { __asm__ volatile("" ::: "memory"); }

/// Bytes that malloc has handed out.
size_t _pyswift_malloc_in_use(void);
