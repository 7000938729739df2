#!/usr/bin/env bash
# DIR: prints the site file of a lab. Called by keeper.sh.
set -euo pipefail
dir=$1
. "$dir/settings"
old=/usr/local/mfilter${source%%.*} new=/usr/local/mfilter${target%%.*}
version="cat $old/VERSION" new_dir=
# After an upgrade of the major version the old folder is still there.
if [ "$new" != "$old" ]; then
    version="cat $new/VERSION 2>/dev/null || cat $old/VERSION"
    new_dir="\"targetInstallDir\": \"$new\", "
fi
user=root more=
if [ -n "$sudo" ]; then user=labadmin more=', "sudo": true'; fi
if [ -n "$jump" ]; then
    jump=10.77.0.253
    [ "$ipv6" != only ] || jump="[fd77::fd]"
    more+=", \"jump\": \"labadmin@$jump:22\""
fi
cat <<END
{
  "format": 1, "kind": "site",
  "name": "Lab ${dir##*/}", "sourceVersion": "$source", "targetVersion": "$target",
  "nodes": [
END
for ((n = 1; n <= nodes; ++n)); do
    role=slave comma=,
    [ "$n" -gt 1 ] || role=master
    [ "$n" -lt "$nodes" ] || comma=
    address=10.77.0.$n six=$(printf 'fd77::%x' "$n")
    [ "$ipv6" != only ] || address=$six
    sync="\"$address\""
    [ "$ipv6" != beside ] || sync+=", \"$six\""
    # As it stands in a URL.
    place=$address
    [ "$ipv6" != only ] || place="[$address]"
    cat <<END
    { "name": "mf$n", "role": "$role", "address": "$address", "syncAddresses": [$sync], "os": "linux",
      "access": "ssh", "ssh": { "port": 22, "user": "$user", "auth": "key", "keyFile": "id_ed25519"$more },
      "installDir": "$old", $new_dir"queueDir": "/var/lib/mfilter/queue", "archiveDir": "/var/lib/mfilter/archive",
      "versionCommand": "$version",
      "service": { "start": "systemctl start mfilter", "stop": "systemctl stop mfilter",
                   "status": "systemctl is-active mfilter", "bootOff": "systemctl disable mfilter",
                   "bootOn": "systemctl enable mfilter", "bootStatus": "systemctl is-enabled mfilter" },
      "installer": "/root/installer.bin", "installCommand": "/root/installer.bin --silent", "installMinutes": 1,
      "settingsSync": { "disable": "settings-sync disable", "enable": "settings-sync enable",
                        "status": "settings-sync status" },
      "takesMail": true, "smtpPort": 25, "adminUrl": "http://$place:15080/" }$comma
END
done
printf '  ]\n}\n'
