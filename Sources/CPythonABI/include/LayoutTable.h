#pragma once
// This build's own layouts, for the test that compares them with the recorded ones.

/// One struct (`field` NULL, `offset` 0) or one field of it, in bytes. `size` is 0 for a flexible tail.
typedef struct _PySwift_LayoutEntry {
    const char *structure;
    const char *field;
    long offset;
    long size;
} _PySwift_LayoutEntry;

/// All entries; the last has a NULL `structure`.
const _PySwift_LayoutEntry *_PySwift_layout_table(void);
