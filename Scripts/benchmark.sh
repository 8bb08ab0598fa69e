#!/usr/bin/env bash
# Runs the benchmark scripts inside one process under XCTest's `measure`, execution only and from source:
#   Scripts/benchmark.sh [NAME...]     those of Benchmarks/scripts; all without names. A release build of its own.
#   Scripts/benchmark.sh --short       those of Benchmarks/micro once, on the debug build of the tests: to see that the runner works
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

cd "$root"
if [ "${1:-}" = --short ]; then
    export PYSWIFT_BENCHMARKS_SHORT=1
    exec swift test --disable-swift-testing --filter BenchmarkTests
fi
PYSWIFT_BENCHMARKS=$(IFS=,; echo "$*")
export PYSWIFT_BENCHMARKS
[ -n "${PYSWIFT_BENCHMARKS:-}" ] || unset PYSWIFT_BENCHMARKS
exec swift test -c release -Xswiftc -enable-testing --scratch-path "$root/.build/benchmarks" --disable-swift-testing --filter BenchmarkTests
