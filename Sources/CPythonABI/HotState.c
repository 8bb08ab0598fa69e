#include "CPythonABI.h"

PySwiftMethodCacheEntry _pyswift_method_cache[4096];
PySwiftNames _pyswift_names;
PySwiftHandler _pyswift_handlers[256];
PySwiftHandler _pyswift_range_handler;
PySwiftPair _pyswift_pair;
void *_pyswift_argument_tuples[8];
void *_pyswift_lent_numbers[4096];
PySwiftAttributeEntry _pyswift_attribute_cache[1024];
PySwiftHandler _pyswift_plain_handlers[256];

void _pyswift_trace_handlers(int on, PySwiftHandler handler) {
    for (int opcode = 0; opcode < 256; opcode++) {
        if (on) _pyswift_plain_handlers[opcode] = _pyswift_handlers[opcode];
        _pyswift_handlers[opcode] = on ? handler : _pyswift_plain_handlers[opcode];
    }
}
PySwiftSuperEntry _pyswift_super_cache[256];
PySwiftUnwindEntry _pyswift_unwind_cache[128];
PyValue _pyswift_latin1[256];
__attribute__((aligned(16))) uint64_t _pyswift_empty_keys[6];
uint64_t *_pyswift_page_table[1 << 15];
