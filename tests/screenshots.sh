#!/usr/bin/env bash
# Draws every page of the wizard in both languages and palettes, and every page of the sample runbook and of the sample
# evidence report, as PNG files into DIR. Needs no display. usage: tests/screenshots.sh DIR
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 DIR" >&2; exit 2; }
target=$(realpath -m -- "$1")
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/app/setup.sh"
ensure_packages "${packages[@]}"
build=$project/build-tests
configure_and_build "$project" "$build" -DBUILD_TESTING=ON -- screenshots
echo "Drawing into $target ..."
QT_QPA_PLATFORM=offscreen TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANGUAGE='' "$build/tests/gui/screenshots" "$target"
echo "$(find "$target" -name '*.png' | wc -l) pictures are in $target"
