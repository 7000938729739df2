#!/usr/bin/env bash
# The stand-in's installer, /root/installer.bin on each node: takes the node to the version in installer.version beside it.
# Not the product's: how that one behaves is not known, so this one does whatever installer.behaviour says, a line each:
#   normal              stops the service if it runs, updates, leaves it stopped
#   starts-service      starts the service when it is done
#   rewrites-config [KEY=VALUE]   sets KEY; without: adds the keys of the new version that the config lacks
#   fails               ends with 1 before anything is changed
#   fails-half-way      ends with 1 when the service is stopped and the version is unreadable
#   lies                says that it is done, ends with 0, has changed nothing
#   reboots             reboots the node when it is done
#   asks-for-reboot     leaves /run/reboot-required
#   slow SECONDS        takes that long
#   flags N             the first N starts after it raise the restart flag on a slave (1 unless told)
# Without --silent it asks first. A changed major version goes to a folder of its own, as the product's does.
set -eu
here=$(dirname "$(readlink -f "$0")")
version=$(cat "$here/installer.version")
behaviour=$here/installer.behaviour
has() { grep -qE "^$1( |\$)" "$behaviour"; }
argument() { sed -n "s/^$1 \{1,\}//p" "$behaviour"; }

if [ "${1:-}" != --silent ]; then
    printf 'Install %s? [y/N] ' "$version"
    read -r answer
    [ "$answer" = y ] || exit 1
fi
echo "Installer of the stand-in (not the product), version $version"
! has slow || sleep "$(argument slow)"
if has fails; then echo "It failed."; exit 1; fi
if has lies; then echo "Version $version is installed."; exit 0; fi

old=$(sed -n 's/^ExecStart=\(.*\)\/bin\/mfilter-standin .*/\1/p' /etc/systemd/system/mfilter.service)
new=/usr/local/mfilter${version%%.*}
systemctl stop mfilter
if has fails-half-way; then
    echo "installation in progress" >"$old/VERSION"
    echo "It failed half-way."
    exit 1
fi
if [ "$new" != "$old" ]; then
    mkdir -p "$new"
    cp -a "$old/." "$new/"
    sed -i "s|$old|$new|g" /etc/systemd/system/mfilter.service
    systemctl daemon-reload
fi
config=$new/conf/mf_replica.def
# add_key KEY PORT SINCE: where the config lacks it and the new version knows it.
add_key() {
    [ "$(printf '%s\n' "$3" "$version" | sort | head -n 1)" = "$3" ] || return 0
    grep -q "^$1\b" "$config" || echo "$1 = $2" >>"$config"
}
if has rewrites-config; then
    if [ -z "$(argument rewrites-config)" ]; then
        add_key DATA_QUARANTINE_SYNC_SERVER_PORT 14045 5.00R01
        add_key DATA_POP_SYNC_SERVER_PORT 14046 5.31R01
        add_key DATA_SMTP_CLIENT_SYNC_SERVER_PORT 14047 5.50R01
    fi
    argument rewrites-config | while IFS='=' read -r key value; do
        sed -i "/^$key *=/d" "$config"
        echo "$key = $value" >>"$config"
    done
fi
flags=$(argument flags)
echo "${flags:-1}" >"$new/var/flags-to-raise"
echo "m-FILTER stand-in Ver.$version" >"$new/VERSION"
! has asks-for-reboot || : >/run/reboot-required
! has starts-service || systemctl start mfilter
echo "Version $version is installed."
! has reboots || systemctl --no-block reboot
