#!/usr/bin/env bash
# Sets up, builds and runs all tests. Ends with ctest's summary; its exit status is the tests'.
#   RUW_SANITIZE=asan|tsan   build with AddressSanitizer + UBSan, or with ThreadSanitizer, in a build folder of its own
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/app/setup.sh"
ensure_packages "${packages[@]}" "${test_packages[@]}"
build=$project/build-tests
# -O1 and assertions: quick to build, quick enough to run, and a broken assumption stops the test.
options=(-DBUILD_TESTING=ON -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1)
case ${RUW_SANITIZE:-} in
    asan) build=$project/build-asan; options+=(-DRUW_ASAN=ON) ;;
    tsan) build=$project/build-tsan; options+=(-DRUW_TSAN=ON) ;;
esac
[ -z "${CI:-}" ] || options+=(-DRUW_WERROR=ON)
configure_and_build "$project" "$build" "${options[@]}"
exec ctest --test-dir "$build" --output-on-failure -j "$(nproc)" "$@"
