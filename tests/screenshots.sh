#!/usr/bin/env bash
# Draws every page of the wizard in both languages and palettes, in the smallest window and on a screen of 1920x1080 at 100,
# 150 and 200 % (with trouble, going back and the end of the work), and every page of the sample runbook and of the sample
# evidence report, as PNG files into DIR.
# Needs no display. usage: tests/screenshots.sh DIR
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 DIR" >&2; exit 2; }
target=$(realpath -m -- "$1")
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/app/setup.sh"
ensure_packages "${packages[@]}" xvfb xauth
build=$project/build-tests
configure_and_build "$project" "$build" -DBUILD_TESTING=ON -- screenshots
echo "Drawing into $target ..."
draw() { # draw SCALE KIND: on a screen of its own
    TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANGUAGE='' QT_SCALE_FACTOR=$1 XDG_RUNTIME_DIR=$runtime \
        xvfb-run -a -s "-screen 0 1920x1080x24" "$build/tests/gui/screenshots" "$target" "$2"
}
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
draw 1 smallest
for scale in 1 1.5 2; do draw "$scale" screen; done
echo "$(find "$target" -name '*.png' | wc -l) pictures are in $target"
