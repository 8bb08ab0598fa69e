#!/usr/bin/env bash
# Builds the C modules of Tests/Extensions with gcc against CPython's headers into a folder, and beside them files that are no modules.
#
#   Scripts/lib/build_extensions.sh FOLDER [COMPILER OPTION ...]
set -euo pipefail
sources=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../Tests/Extensions" && pwd)
folder=$1
shift
mkdir -p "$folder"
for source in "$sources"/*.c; do
    name=$(basename "$source" .c)
    gcc -O1 -g -w -I/usr/include/python3.11 -shared -fPIC "$@" -o "$folder/$name.so" "$source"
done
# One library, loaded under the name of each of its entry points.
for entry in $(nm -D --defined-only "$folder/bad_c.so" | sed -n 's/.* PyInit_//p'); do cp "$folder/bad_c.so" "$folder/$entry.so"; done
cp "$folder/bad_c.so" "$folder/été.so"
mkdir -p "$folder/package"
echo "from . import good_multi" >"$folder/package/__init__.py"
cp "$folder/bad_c.so" "$folder/package/good_multi.cpython-311-x86_64-linux-gnu.so"
cp "$folder/bad_c.so" "$folder/package/good_single.abi3.so"
# What no loader can take.
cp "$folder/bad_c.so" "$folder/no_entry.so"
head -c 2000 "$folder/bad_c.so" >"$folder/truncated.so"
head -c 20 "$folder/bad_c.so" >"$folder/cut_short.so"
: >"$folder/empty.so"
echo "this is text" >"$folder/only_text.so"
# The header's machine is AArch64.
cp "$folder/bad_c.so" "$folder/other_machine.so"
printf '\xb7' | dd of="$folder/other_machine.so" bs=1 seek=18 conv=notrunc status=none
printf '#include <Python.h>\nextern int nobody_has_this(void);\nPyMODINIT_FUNC PyInit_missing_symbol(void) { nobody_has_this(); return NULL; }\n' |
    gcc -x c -w -I/usr/include/python3.11 -shared -fPIC -o "$folder/missing_symbol.so" -
