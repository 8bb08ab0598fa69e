#!/usr/bin/env bash
# Every test: set up, build, unit tests, golden scripts, milestones. Last line: "N passed, N failed, N skipped".
# The golden scripts and milestones run on the release build, the unit tests are a debug build.
# Arguments go to `swift test`, as in: Scripts/test.sh --filter TidyTests
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

"$root/Scripts/setup.sh"
if [ -z "${PYSWIFT:-}" ] && release_is_stale; then
    build_release || { echo "the release build failed"; echo "0 passed, 1 failed"; exit 1; }
fi
export PYSWIFT=$pyswift

cd "$root"
log=$root/.build/test.log
mkdir -p "$root/.build"
status=0
# Swift Testing announces each case of a parameterised test; what is worth reading is what comes after.
swift test --disable-xctest "$@" 2>&1 | tee "$log" | { grep --line-buffered -vE 'Test case passing|Test .* started\.$' || true; } || status=$?
"$reference" "$root/Scripts/lib/test_summary.py" "$log" "$status"
