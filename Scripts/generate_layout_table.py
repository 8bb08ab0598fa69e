#!/usr/bin/env python3
"""Writes Sources/CPythonABI/LayoutTable.c from the structs and fields recorded in Tests/Unit/Layout/*.tsv.

Run it after adding a recorded struct or field; the unit test then compares what the compiler says with the record.
"""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
RECORDS = ["Tests/Unit/Layout/offsets.tsv", "Tests/Unit/Layout/offsets_internal.tsv"]

# What a record calls the struct, and what it is called here.
RENAMED = {"struct _frame": "PyFrameObject", "struct _dictkeysobject": "PyDictKeysObject", "struct wrapperbase": "wrapperbase"}

# Our own states are smaller: nothing looks behind the fields that are recorded.
TRUNCATED = {"PyInterpreterState", "_PyRuntimeState"}
ABSENT_FIELDS = {("_PyRuntimeState", "_main_interpreter")}

HEAD = """// Made by Scripts/generate_layout_table.py; do not edit.

#include "CPythonABI.h"

#define STRUCT(recorded, type) {#recorded, NULL, 0, sizeof(type)},
#define FIELD(recorded, type, field) {#recorded, #field, offsetof(type, field), sizeof(((type *)0)->field)},
#define TAIL(recorded, type, field) {#recorded, #field, offsetof(type, field), 0},

static const _PySwift_LayoutEntry table[] = {
"""

FOOT = """    {NULL, NULL, 0, 0},
};

const _PySwift_LayoutEntry *_PySwift_layout_table(void) {
    return table;
}
"""


def entries():
    seen = set()
    for record in RECORDS:
        for line in (ROOT / record).read_text().splitlines():
            columns = line.split("\t")
            if columns[0] == "STRUCT":
                recorded = columns[1]
                if recorded not in TRUNCATED and (recorded, None) not in seen:
                    seen.add((recorded, None))
                    yield f"STRUCT({recorded}, {RENAMED.get(recorded, recorded)})"
                continue
            recorded, field, offset, size = columns
            if "bit" in offset or (recorded, field) in ABSENT_FIELDS or (recorded, field) in seen:
                continue
            seen.add((recorded, field))
            kind = "TAIL" if size == "flexible" or (recorded, field) == ("_PyRuntimeState", "global_objects") else "FIELD"
            yield f"{kind}({recorded}, {RENAMED.get(recorded, recorded)}, {field})"


def main():
    body = "".join(f"    {entry}\n" for entry in entries())
    (ROOT / "Sources/CPythonABI/LayoutTable.c").write_text(HEAD + body + FOOT)


if __name__ == "__main__":
    main()
