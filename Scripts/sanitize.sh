#!/usr/bin/env bash
# Builds pyswift with AddressSanitizer and runs golden scripts, milestones and extension modules on it:
#   Scripts/sanitize.sh [FEATURE[/NAME]...]     those golden scripts; all, the milestones and the extensions without arguments
# Objects come from malloc there, and each block is checked to be freed with the size that it was allocated with. A report of the
# sanitizer fails the run whatever the script printed; what a script prints is compared as well.
# NO_BUILD=1 takes the binary as it is. Reports are in .build/sanitize/reports, one a process.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

scratch=$root/.build/sanitize
binary=${PYSWIFT_SANITIZED:-$scratch/release/pyswift}
reports=$scratch/reports
if [ -z "${NO_BUILD:-}" ]; then
    (cd "$root" && PYSWIFT_PLAIN_LINK=1 nice swift build -c release --product pyswift --sanitize=address --scratch-path "$scratch" -Xswiftc -DMEMORY_CHECKS) >&2 \
        || die "the build failed"
fi
[ -x "$binary" ] || die "no executable at $binary"

rm -rf "$reports"
mkdir -p "$reports"
# (What else the sanitizer is told stands in the binary: CPythonABI/RuntimeState.c.)
export ASAN_OPTIONS="log_path=$reports/report"
export SWIFT_BACKTRACE=enable=no
status=0
# (Without a limit of memory, which shadow memory does not bear, one script would allocate until it is killed. Another counts the
# blocks of the small-object allocator, which has none here.)
"$reference" "$root/Scripts/lib/golden.py" run -b "$binary" --timeout 120 -v \
    --skip regressions/sizes_near_the_limit --skip sys_module/hooks "$@" || status=1
if [ $# = 0 ]; then
    install_packages || die "the packages could not be installed"
    "$reference" "$root/Scripts/lib/golden.py" run -b "$binary" --timeout 300 -v --root "$root/Tests/Milestones" || status=1
    "$root/Scripts/test_extensions.sh" -b "$binary" || status=1
fi
# Refused requests for absurd amounts are noted as well; they are no errors.
found=0
for report in "$reports"/*; do
    grep -qE 'ERROR|MEMORY CHECK' "$report" 2>/dev/null || continue
    found=$((found + 1))
    grep -m 1 -E 'ERROR|MEMORY CHECK' "$report"
    grep -m 12 -E '^ +#' "$report"
done
echo "reports of the sanitizer: $found"
[ "$found" = 0 ] || status=1
exit $status
