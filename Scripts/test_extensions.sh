#!/usr/bin/env bash
# Builds the C modules of Tests/Extensions and runs the script of each, comparing with what was recorded from CPython.
#
#   Scripts/test_extensions.sh [-b BINARY] [--record] [--sanitize] [NAME ...]
#
# BINARY is the debug build by default. `--record` writes the records anew with CPython. `--sanitize` compiles the modules for
# AddressSanitizer; BINARY should then be a build of Scripts/sanitize.sh.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
binary=$root/.build/debug/pyswift
reference=/usr/bin/python3.11
record=no
options=()
names=()
while [ $# -gt 0 ]; do
    case $1 in
    -b) binary=$(realpath "$2"); shift ;;
    --record) record=yes ;;
    --sanitize) options+=(-fsanitize=address -fno-omit-frame-pointer) ;;
    *) names+=("$1") ;;
    esac
    shift
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/Scripts/lib/build_extensions.sh" "$work" "${options[@]}" || exit 2
export PYTHONPATH=$work PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 LANG=C.UTF-8
unset PYTHONUNBUFFERED
cd "$root/Tests/Extensions" || exit 2
failed=0
# What differs between runs and places: addresses and folders.
plain() { sed -E "s#$root/Tests/Extensions/##g; s/ at 0x[0-9a-f]{6,16}/ at 0x.../g"; }
for script in test_*.py; do
    name=${script#test_}
    name=${name%.py}
    if [ ${#names[@]} -gt 0 ] && [[ " ${names[*]} " != *" $name "* ]]; then continue; fi
    if [ $record = yes ]; then
        run=("$reference" -X utf8)
    else
        run=(timeout 120 "$binary" -X utf8)
    fi
    "${run[@]}" "$script" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    if [ -s "$work/err" ] || [ $status -ne 0 ]; then
        { printf '\n--- stderr ---\n'; cat "$work/err"; printf '\n--- exit ---\n%d\n' $status; } >>"$work/out"
    fi
    plain <"$work/out" >"$work/plain"
    if [ $record = yes ]; then
        cp "$work/plain" "test_$name.txt"
        echo "recorded $name, $(wc -l <"$work/plain") lines, exit $status"
    elif diff -a "test_$name.txt" "$work/plain" >"$work/diff"; then
        echo "ok $name"
    else
        echo "FAILED $name"
        head -60 "$work/diff"
        failed=1
    fi
done
exit $failed
