#!/bin/bash
# Builds the C modules of Tests/Extensions with gcc against CPython's headers and runs the script beside each with both interpreters.
#
#   Scripts/test_extensions.sh [-b BINARY]     BINARY is the release build by default
set -u
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
binary=$pyswift
[ "${1:-}" = -b ] && binary=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for source in "$root"/Tests/Extensions/*.c; do
    name=$(basename "$source" .c)
    gcc -O1 -w -I/usr/include/python3.11 -shared -fPIC -o "$work/$name.so" "$source" || exit 2
    PYTHONPATH=$work "$reference" "$root/Tests/Extensions/$name.py" >"$work/$name.expected" 2>&1
    PYTHONPATH=$work timeout 60 "$binary" "$root/Tests/Extensions/$name.py" >"$work/$name.actual" 2>&1
    if diff "$work/$name.expected" "$work/$name.actual"; then echo "ok $name"; else echo "FAILED $name"; failed=1; fi
done
exit $failed
