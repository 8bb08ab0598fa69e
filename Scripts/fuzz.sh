#!/usr/bin/env bash
# Looks for inputs that break pyswift; each part runs for SECONDS (600 by default):
#   Scripts/fuzz.sh front-end [SECONDS]    tokenizer, parser and compiler under libFuzzer with AddressSanitizer, from the golden scripts
#   Scripts/fuzz.sh syntax [SECONDS]       mutated sources: the same verdict and message from compile() as CPython
#   Scripts/fuzz.sh programs [SECONDS]     random well-formed programs: the same output as CPython
# What is found is left in .build/fuzz. A fixed one leaves a golden in Tests/Golden/regressions.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

part=${1:-}
seconds=${2:-600}
work=$root/.build/fuzz
mkdir -p "$work"
case $part in
front-end)
    scratch=${FUZZ_SCRATCH:-$work/build}
    if [ -z "${NO_BUILD:-}" ]; then
        (cd "$root" && PYSWIFT_FUZZ=1 nice swift build -c release --product front-end-fuzzer --sanitize=fuzzer --sanitize=address --scratch-path "$scratch") >&2 \
            || die "the build failed"
    fi
    corpus=$work/corpus
    mkdir -p "$corpus" "$work/found"
    for file in "$root"/Tests/Golden/*/*.py; do
        { printf '\000'; head -c 3000 "$file"; } >"$corpus/golden-$(basename "$(dirname "$file")")-$(basename "$file")"
    done
    export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no
    exec nice "$scratch/release/front-end-fuzzer" -max_total_time="$seconds" -max_len=4000 -timeout=10 -rss_limit_mb=3000 \
        -dict="$root/Tests/Fuzz/python.dict" -artifact_prefix="$work/found/" -print_final_stats=1 -verbosity=1 "$corpus"
    ;;
syntax) exec nice "$reference" "$root/Scripts/lib/fuzz_syntax.py" --binary "$pyswift" --seconds "$seconds" --found "$work" ;;
programs) exec nice "$reference" "$root/Scripts/lib/fuzz_programs.py" --binary "$pyswift" --seconds "$seconds" --found "$work" ;;
*) die "which part? front-end, syntax or programs" ;;
esac
