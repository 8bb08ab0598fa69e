#!/usr/bin/env bash
# Compares pyswift with CPython on programs: output, user CPU time, peak memory.
#   Scripts/cpython_compare.sh [--pypy] [-n N] [SCRIPT...]        (default: every script of Benchmarks/scripts)
# Builds nothing that is up to date. Writes Benchmarks/results/<date>-<commit>.json.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

if [ -z "${PYSWIFT:-}" ] && release_is_stale; then
    "$root/Scripts/setup.sh"
    build_release || die "the build failed"
fi
[ -x "$pyswift" ] || die "no executable at $pyswift"
measure=$root/.build/measure
if [ ! -x "$measure" ] || [ "$root/Scripts/lib/measure.c" -nt "$measure" ]; then
    mkdir -p "$root/.build"
    gcc -O1 -o "$measure" "$root/Scripts/lib/measure.c"
fi
exec "$reference" "$root/Scripts/lib/compare.py" --pyswift "$pyswift" --measure "$measure" "$@"
