#!/usr/bin/env bash
# Sets up, builds and opens the wizard at its start page, where a rehearsal on the sample site is the first choice. Without a
# display it rehearses in the terminal, writes the sample site's runbook in both languages and says where.
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
    echo "Opening the wizard: press Enter for a rehearsal, which needs no server. The sample site's file: $sample/site.json"
    exec "$wizard"
fi
echo "No display was found: the upgrade of the sample site is rehearsed here, and its runbook is written."
"$wizard" rehearse --procedure block-sync-ports --faults installer-starts-service@run-installer-mf2,node-reboots@stop-service-mf3
for language in ja en; do
    for ending in pdf html xlsx; do
        "$wizard" runbook --site "$sample/site.json" --procedure block-sync-ports --lang "$language" \
            -o "$build/sample-runbook-$language.$ending"
    done
done
