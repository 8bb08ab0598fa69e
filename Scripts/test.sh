#!/usr/bin/env bash
# Every test: set up, build, unit tests, golden scripts, milestones. Last line: "N passed, N failed".
# The golden scripts and milestones run on the release build, the unit tests on a debug build.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

"$root/Scripts/setup.sh"
if [ -z "${PYSWIFT:-}" ] && release_is_stale; then
    build_release
fi
export PYSWIFT=$pyswift

cd "$root"
log=$root/.build/test.log
mkdir -p "$root/.build"
status=0
# SwiftPM runs XCTest first, which has no tests here; its empty summary would read as "no tests ran".
swift test --disable-xctest "$@" 2>&1 | tee "$log" || status=$?

# Swift Testing closes each test, or each case of a parameterised one, with a line of its own.
passed=$(grep -cE '^(✔|.\[[0-9;]*m✔).* (Test|test case|Test case).* passed after ' "$log" || true)
failed=$(grep -cE '^(✘|.\[[0-9;]*m✘).* (Test|test case|Test case).* failed after ' "$log" || true)
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then
    failed=1
fi
echo "$passed passed, $failed failed"
exit "$status"
