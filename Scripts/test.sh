#!/usr/bin/env bash
# Every test: set up, build, unit tests, golden scripts, milestones. Last line: "N passed, N failed, N skipped".
# The golden scripts and milestones run on the release build, the unit tests are a debug build.
# Arguments go to `swift test`, as in: Scripts/test.sh --filter TidyTests
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

"$root/Scripts/setup.sh"
install_packages || { echo "the packages could not be installed"; echo "0 passed, 1 failed"; exit 1; }
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

# What else runs on the release build. Each check counts as one test; its output is in .build/checks/<name>.log and shown if it failed.
checks=$root/.build/checks
rm -rf "$checks"
mkdir -p "$checks"
check() {
    local name=$1 started=$SECONDS result=passed
    shift
    "$@" >"$checks/$name.log" 2>&1 || result=failed
    [ $result = passed ] || tail -40 "$checks/$name.log"
    echo "check $name: $result after $((SECONDS - started)) s: $(tail -1 "$checks/$name.log")" | tee -a "$checks/results"
}
if [ $# = 0 ]; then
    check extensions "$root/Scripts/test_extensions.sh" -b "$pyswift"
    check packages "$root/Scripts/packages.sh" -b "$pyswift" -v
    check hot-code "$reference" "$root/Scripts/lib/hot_code.py" "$pyswift"
    check leaks "$root/Scripts/leaks.sh" -b "$pyswift"
    # Everything in machine code that can be, from the third round on.
    check machine-code env PYSWIFT_NATIVE=3 "$root/Scripts/golden.sh" -b "$pyswift" --timeout 60
    check machine-code-programs env PYSWIFT_NATIVE=3 "$reference" "$root/Scripts/lib/fuzz_programs.py" --binary "$pyswift" --found "$checks" --seed 701 --count 400 --no-reduce
    check random-programs "$reference" "$root/Scripts/lib/fuzz_programs.py" --binary "$pyswift" --found "$checks" --kind broad --seed 1 --count 300 --no-reduce
    check mutated-sources "$reference" "$root/Scripts/lib/fuzz_syntax.py" --binary "$pyswift" --found "$checks" --seed 3 --count 2000
    check conformance "$root/Conformance/run.sh" --short -j 2
    check benchmarks "$root/Scripts/benchmark.sh" --short
    check sanitizer "$root/Scripts/sanitize.sh" basics classes exceptions generators coroutines del_method gc weakref slots str list dict regressions
fi
"$reference" "$root/Scripts/lib/test_summary.py" "$log" "$status" "$checks/results"
