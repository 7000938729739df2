#!/usr/bin/env bash
# Times what people wait for: the start of the window, planning, the runbook as PDF, and surveys of 1 and 16 nodes that are
# 0, 50 and 200 ms away (on tests/lab.sh's lab: as root; otherwise it says that they are skipped). Prints the least, the
# median and the most of several runs, in ms. usage: tests/bench.sh [--json FILE]
set -euo pipefail
[ $# -eq 0 ] || { [ $# -eq 2 ] && [ "$1" = --json ]; } || { echo "usage: $0 [--json FILE]" >&2; exit 2; }
[ $# -eq 0 ] || set -- --json "$(realpath -m -- "$2")"
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/app/setup.sh"
ensure_packages "${packages[@]}" "${test_packages[@]}"
# As the program is shipped, and beside the tests' build.
build=$project/build-bench
configure_and_build "$project" "$build" -DBUILD_TESTING=ON -DCMAKE_BUILD_TYPE=Release -- bench
# The limit is for a machine on which nothing moves any more; the lab goes with the process that made it.
TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANGUAGE='' exec timeout -k 10 1200 "$build/tests/bench/bench" "$@"
