#!/bin/sh
# Plays whole runs on simulated sites, all of the exhaustive set: every procedure, site shape, version border and system with
# every fault at every step, and with the program killed at every record of the journal; then 20,000 random runs with many
# faults on up to 1 + 15 nodes (--random N: another number). Prints the counts and the runs per second; ends with 5 where a
# rule was broken, a run got stuck, or a mail was lost, with 2 where there is nothing to play.
# Usage: tests/explore.sh [--json FILE] [options of the explorer: --quick --seconds N --part PART --only TEXT --faults LIST ...]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=${RUW_BUILD_DIR:-$root/build-explore}
echo "Building the explorer in $build ..." >&2
cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON > /dev/null
cmake --build "$build" --target explore --parallel > /dev/null
exec "$build/tests/explore/explore" --progress --random 20000 "$@"
