#!/usr/bin/env bash
# Sets up, builds and opens the wizard with the sample site at hand. Without a display it writes the sample site's runbook
# in both languages and says where.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/app/setup.sh"
ensure_packages "${packages[@]}"
build=$project/build
configure_and_build "$project" "$build" -DBUILD_TESTING=OFF -- replica-upgrade-wizard

# A copy, so that trying things out changes nothing in the project.
sample=$build/sample
mkdir -p "$sample"
cp -r "$project/resources/sample/." "$sample/"
wizard=$build/replica-upgrade-wizard
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    echo "Opening the wizard with the sample site $sample/site.json ..."
    exec "$wizard" --site "$sample/site.json"
fi
echo "No display was found: the sample site's runbook is written instead."
for language in ja en; do
    for ending in pdf html xlsx; do
        "$wizard" runbook --site "$sample/site.json" --procedure block-sync-ports --lang "$language" \
            -o "$build/sample-runbook-$language.$ending"
    done
done
