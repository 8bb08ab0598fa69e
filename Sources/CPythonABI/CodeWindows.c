// Keeps code that nobody runs out of memory.
//
// The system maps a file around a page that is touched: sixteen pages at a time, or as many as it read together, but never beyond the
// mapping. Functions of this program that starts and common programs run lie side by side (Scripts/function_order.sh), so little comes
// that is not wanted. Those of Swift's library cannot be ordered: they are one section, from which a start takes some 70 pages here and
// there. That section is cut into small mappings, by advice about core dumps that differs from one to the next and means nothing for code.

#ifdef __linux__
#define _GNU_SOURCE
#include <stdint.h>
#include <sys/mman.h>

// Functions at its beginning and end. Absent where the library is not linked in.
extern const char first_function[] __asm__("_swift_arrayDownCastIndirect") __attribute__((weak));
extern const char last_function[] __asm__("$ss21__SwiftNativeNSStringCfD") __attribute__((weak));

/// Eight pages: smaller ones cost more time than they are worth.
static const uintptr_t window = 1 << 15, largest_section = 1 << 23;

__attribute__((constructor)) static void cut_library(void) {
    uintptr_t start = (uintptr_t)first_function, end = (uintptr_t)last_function;
    if (!start || end <= start || end - start > largest_section) return;
    for (uintptr_t place = (start + 2 * window - 1) & ~(2 * window - 1); place + window < end; place += 2 * window)
        madvise((void *)place, window, MADV_DONTDUMP);
}
#endif
