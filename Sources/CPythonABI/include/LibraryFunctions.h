#pragma once
// Functions of the C library that Swift's Glibc module does not show.

#include <stddef.h>
#include <wchar.h>

void *memmem(const void *text, size_t textLength, const void *needle, size_t needleLength);
size_t malloc_usable_size(void *block);

static inline void *_pyswift_memmem(const void *text, size_t textLength, const void *needle, size_t needleLength) {
    return memmem(text, textLength, needle, needleLength);
}
/// Index of a character of four bytes, or -1.
static inline ptrdiff_t _pyswift_find_wide(const void *text, size_t count, unsigned character) {
    const wchar_t *found = wmemchr((const wchar_t *)text, (wchar_t)character, count);
    return found ? found - (const wchar_t *)text : -1;
}
/// Bytes that a block from malloc has room for.
static inline size_t _pyswift_block_size(void *block) { return malloc_usable_size(block); }
