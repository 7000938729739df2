#!/usr/bin/env bash
# Writes resources/guide/messages-{en,ja}.md anew: every error of the program, from its sources.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/app/setup.sh"
ensure_packages "${packages[@]}"
build=$project/build-tests
configure_and_build "$project" "$build" -DBUILD_TESTING=ON -- messages
"$build/tests/messages/messages" "$project"
