#!/usr/bin/env bash
# Compares the front end with CPython's over the whole standard library and its tests, and over broken pieces of them.
# Arguments: files, errors, --seed N, --count N (see lib/check_parser.py). Sources in encodings that need a codec of the runtime differ.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

cd "$root"
swift build -c release --product syntax-dump
"$reference" "$root/Scripts/lib/check_parser.py" "$root/.build/release/syntax-dump" "$@"
