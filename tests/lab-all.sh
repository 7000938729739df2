#!/usr/bin/env bash
# Whole upgrades of real hosts (tests/lab.sh), all of them: every procedure that the site allows, across each version border,
# with data sync ON and OFF, every fault that a host can show, every kill and resume, and the window. The tests that
# tests/run.sh runs are a part of these. Root is needed; most of the time is waiting, so several sites are up at once.
#   RUW_LAB_SIDE_BY_SIDE=N   how many at once (6 unless told)
#   RUW_LAB_KEEP=DIR         keeps each run's journal and what was printed there
# Usage: tests/lab-all.sh [TEST[:ROW]...]   as tst_runlab names them (-functions, -datatags)
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/app/setup.sh"
ensure_packages "${packages[@]}" "${test_packages[@]}"
build=$project/build-tests
configure_and_build "$project" "$build" -DBUILD_TESTING=ON -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1 -- \
    tst_runlab tst_wizardlab
export RUW_LAB_ALL=1 QTEST_FUNCTION_TIMEOUT=7200000 QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 LANGUAGE=
status=0
"$build/tests/lab/tst_runlab" "$@" || status=$?
[ $# -gt 0 ] || "$build/tests/lab/tst_wizardlab" || status=$?
exit "$status"
