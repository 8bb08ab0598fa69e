/* The system's zlib, below the modules zlib and binascii. */
#include <zlib.h>

/* Macros that Swift does not see. */
static inline int pyswift_deflateInit2(z_streamp stream, int level, int method, int window_bits, int memory_level, int strategy) {
    return deflateInit2(stream, level, method, window_bits, memory_level, strategy);
}
static inline int pyswift_inflateInit2(z_streamp stream, int window_bits) { return inflateInit2(stream, window_bits); }
