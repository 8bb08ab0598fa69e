// What threads share without holding the GIL: the GIL itself, the eval breaker's bits, and the kernel's wait on a word. Swift has
// no atomic access to fields of C structs, so the accesses are here; what they are for is said where they are used.
#pragma once
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "RuntimeState.h"

typedef struct {
    /// 1 while a thread holds the GIL.
    int locked;
    /// Threads that wait for it.
    int waiters;
    /// How often it went from one thread to another: a waiter that sees no change for an interval asks for it.
    unsigned long switches;
    /// Guards the conditions: `released` wakes waiters, `taken` wakes a thread that gave way on request.
    pthread_mutex_t mutex;
    pthread_cond_t released;
    pthread_cond_t taken;
} PySwiftGIL;
extern PySwiftGIL _pyswift_gil PYSWIFT_UNSAFE;

static inline int _pyswift_gil_try(void) {
    int expected = 0;
    return __atomic_compare_exchange_n(&_pyswift_gil.locked, &expected, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED);
}
static inline void _pyswift_gil_open(void) { __atomic_store_n(&_pyswift_gil.locked, 0, __ATOMIC_SEQ_CST); }
static inline int _pyswift_gil_waiters(void) { return __atomic_load_n(&_pyswift_gil.waiters, __ATOMIC_SEQ_CST); }
static inline void _pyswift_gil_count_waiter(int change) { __atomic_fetch_add(&_pyswift_gil.waiters, change, __ATOMIC_SEQ_CST); }
/// (Re)makes mutex and conditions, which wait by the monotonic clock.
void _pyswift_gil_initialize(void);

static inline void _pyswift_breaker_set(int bits) { __atomic_fetch_or(&_pyswift_loop.eval_breaker, bits, __ATOMIC_SEQ_CST); }
static inline void _pyswift_breaker_clear(int bits) { __atomic_fetch_and(&_pyswift_loop.eval_breaker, ~bits, __ATOMIC_SEQ_CST); }
static inline int _pyswift_load(const int *word) { return __atomic_load_n(word, __ATOMIC_SEQ_CST); }
static inline void _pyswift_store(int *word, int value) { __atomic_store_n(word, value, __ATOMIC_SEQ_CST); }
static inline int _pyswift_exchange(int *word, int value) { return __atomic_exchange_n(word, value, __ATOMIC_SEQ_CST); }

/// Sleeps while `*word` is `expected`, till the moment of the monotonic clock if there is one. 0, or the error number: EAGAIN (it was
/// not), EINTR, ETIMEDOUT.
static inline int _pyswift_wait_on_word(int *word, int expected, const struct timespec *until) {
    return syscall(SYS_futex, word, FUTEX_WAIT_BITSET_PRIVATE, expected, until, NULL, FUTEX_BITSET_MATCH_ANY) == 0 ? 0 : errno;
}
static inline void _pyswift_wake_word(int *word) { syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0); }

static inline int _pyswift_pidfd_send_signal(int descriptor, int number, int flags) {
    return (int)syscall(SYS_pidfd_send_signal, descriptor, number, NULL, flags);
}
static inline pid_t _pyswift_native_thread_id(void) { return (pid_t)syscall(SYS_gettid); }
static inline unsigned long _pyswift_thread_identifier(void) { return (unsigned long)pthread_self(); }
