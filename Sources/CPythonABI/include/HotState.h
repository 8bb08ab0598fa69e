// Tables that look-ups on the way of every operation read: C data, since a Swift global is behind an initialisation check that is a
// call on this platform.
#pragma once
#include "BasicTypes.h"

/// Results of attribute look-ups in types, by version tag and name.
typedef struct {
    uint32_t version;
    PyValue name;
    /// Borrowed from the type's dict; 0 for "not found".
    PyValue value;
} PySwiftMethodCacheEntry;
extern PY_GLOBAL PySwiftMethodCacheEntry _pyswift_method_cache[4096];
static inline PySwiftMethodCacheEntry *_Nullable _pyswift_method_cache_entry(size_t index) { return &_pyswift_method_cache[index]; }

/// Where an attribute instruction finds a name in objects of a type (or, for attributes of classes, in the class itself), by version
/// tag and name: what sites that see many types share.
typedef struct {
    uint32_t version;
    uint16_t kind;
    /// Number of an inline attribute, or offset of a slot.
    uint16_t place;
    PyValue name;
    /// What the class has, borrowed: the version keeps it valid.
    PyValue value;
} PySwiftAttributeEntry;
extern PY_GLOBAL PySwiftAttributeEntry _pyswift_attribute_cache[1024];
static inline PySwiftAttributeEntry *_Nonnull _pyswift_attribute_entry(size_t index) { return &_pyswift_attribute_cache[index & 1023]; }

/// What `super(this, object).name` finds, unbound and borrowed, by the version tags of the object's class and of `this`.
typedef struct {
    uint32_t version;
    uint32_t this_version;
    PyValue name;
    PyValue value;
} PySwiftSuperEntry;
extern PY_GLOBAL PySwiftSuperEntry _pyswift_super_cache[256];
static inline PySwiftSuperEntry *_Nonnull _pyswift_super_entry(size_t index) { return &_pyswift_super_cache[index & 255]; }

/// What unwinding finds for an instruction that raises, by the address of its last word: the handler, and the temporaries that are live
/// there but not in the handler.
typedef struct {
    uint64_t *_Nullable instruction;
    /// Registers of temporaries: the ones from `kept` + 1 to `live` go.
    uint32_t *_Nullable registers;
    /// The handler's word, -1: there is none.
    int32_t target;
    uint32_t handler_register;
    uint32_t live, kept;
} PySwiftUnwindEntry;
extern PY_GLOBAL PySwiftUnwindEntry _pyswift_unwind_cache[128];
static inline PySwiftUnwindEntry *_Nonnull _pyswift_unwind_entry(size_t index) { return &_pyswift_unwind_cache[index & 127]; }

/// The strs of one character below 256; 0 before they are made.
extern PY_GLOBAL PyValue _pyswift_latin1[256];
static inline PyValue *_Nonnull _pyswift_latin1_slot(size_t code) { return &_pyswift_latin1[code & 255]; }

/// The table of a dict that never had an entry.
extern PY_GLOBAL uint64_t _pyswift_empty_keys[6];
static inline void *_Nonnull _pyswift_empty_keys_address(void) { return _pyswift_empty_keys; }

/// The first level of the map of the allocator's pages.
extern PY_GLOBAL uint64_t *_Nullable _pyswift_page_table[1 << 15];
static inline uint64_t *_Nullable *_Nonnull _pyswift_page_bits(size_t index) { return &_pyswift_page_table[index]; }

/// Where an iterator's `quickPair` leaves the two items.
typedef struct { PyValue first, second; } PySwiftPair;
extern PY_GLOBAL PySwiftPair _pyswift_pair;
static inline PySwiftPair *_Nonnull _pyswift_pair_address(void) { return &_pyswift_pair; }

/// Tuples of 0...7 items that functions of METH_VARARGS get, while no call has them.
extern PY_GLOBAL void *_Nullable _pyswift_argument_tuples[8];
static inline void *_Nullable *_Nonnull _pyswift_argument_tuple(size_t count) { return &_pyswift_argument_tuples[count & 7]; }

/// Numbers that C borrowed from where their objects cannot be kept: the last 4096 stay alive.
extern PY_GLOBAL void *_Nullable _pyswift_lent_numbers[4096];
static inline void *_Nullable *_Nonnull _pyswift_lent_slot(size_t index) { return &_pyswift_lent_numbers[index & 4095]; }

/// Interned names that the loop's slow paths look up.
typedef struct {
    PyValue initialize, call, getattr, getattribute, getitem, iter, next, enter, exit;
} PySwiftNames;
extern PY_GLOBAL PySwiftNames _pyswift_names;

/// Executes the instruction `word`, which stands at `instruction`, in a frame, and all that follow.
typedef void (*PySwiftHandler)(PyValue *_Nonnull frame, uint64_t *_Nonnull instruction, uint64_t word);
/// Handlers by opcode.
extern PY_GLOBAL PySwiftHandler _Nonnull _pyswift_handlers[256];
static inline PySwiftHandler _Nonnull _pyswift_handler(uint64_t word) { return _pyswift_handlers[(uint8_t)word]; }
/// The handler of the most frequent instruction at the head of a loop, which jumps back do themselves if the table has it.
extern PY_GLOBAL PySwiftHandler _Nullable _pyswift_range_handler;
static inline int _pyswift_is_range_handler(PySwiftHandler _Nonnull handler) { return handler == _pyswift_range_handler; }
static inline void _pyswift_set_range_handler(PySwiftHandler _Nonnull handler) { _pyswift_range_handler = handler; }
/// What the table holds while nobody traces.
extern PY_GLOBAL PySwiftHandler _Nonnull _pyswift_plain_handlers[256];
static inline PySwiftHandler _Nonnull _pyswift_plain_handler(uint64_t word) { return _pyswift_plain_handlers[(uint8_t)word]; }
static inline PySwiftHandler _Nonnull *_Nonnull _pyswift_handler_table(void) { return _pyswift_handlers; }
/// Puts a handler in place of all others, or puts the plain ones back.
void _pyswift_trace_handlers(int on, PySwiftHandler _Nonnull handler);
static inline void _pyswift_set_handler(uint8_t opcode, PySwiftHandler _Nonnull handler) { _pyswift_handlers[opcode] = handler; }
