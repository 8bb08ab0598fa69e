#!/usr/bin/env bash
# What calls of functions written in C cost, and those of the C API, on CPython and on the release build (or the binary given).
#
#   Scripts/benchmark_extensions.sh [BINARY]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
binary=${1:-$root/.build/release/pyswift}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PYTHONPATH=$work
for what in calls api; do
    gcc -O2 -w -I/usr/include/python3.11 -shared -fPIC -o "$work/$what.so" "$root/Benchmarks/extensions/$what.c"
    /usr/bin/python3.11 "$root/Benchmarks/extensions/${what}_benchmark.py" >"$work/reference"
    "$binary" "$root/Benchmarks/extensions/${what}_benchmark.py" >"$work/measured"
    paste "$work/reference" "$work/measured" | awk '
        BEGIN { printf "%-24s %10s %10s %8s\n", "", "CPython", "pyswift", "ratio" }
        { half = NF / 2; name = ""; for (i = 1; i <= half - 2; i++) name = name $i " "; printf "%-24s %10s %10s %8.2f\n", name, $(half - 1), $(NF - 1), $(NF - 1) / $(half - 1) }'
done
