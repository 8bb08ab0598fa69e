#!/usr/bin/env bash
# Runs the benchmark scripts inside one process under XCTest's `measure`, execution only and from source:
#   Scripts/benchmark.sh [TEST...]     tests of Tests/Benchmarks, as testLoopSum; all without. A release build of its own.
#   Scripts/benchmark.sh --short       the small one of both groups, on the debug build of the tests: to see that the runner works
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

cd "$root"
if [ "${1:-}" = --short ]; then
    exec swift test --disable-swift-testing --filter 'BenchmarkTests\..*/testMicro'
fi
filter=$(IFS='|'; echo "$*")
exec swift test -c release -Xswiftc -enable-testing --scratch-path "$root/.build/benchmarks" --disable-swift-testing \
    --filter "BenchmarkTests\..*/(${filter:-.*})"
