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
    sync="\"10.77.0.$n\""
    [ -z "$ipv6" ] || sync+=", \"$(printf 'fd77::%x' "$n")\""
    cat <<END
    { "name": "mf$n", "role": "$role", "address": "10.77.0.$n", "syncAddresses": [$sync], "os": "linux",
      "access": "ssh", "ssh": { "port": 22, "user": "root", "auth": "key", "keyFile": "id_ed25519" },
      "installDir": "$old", $new_dir"queueDir": "/var/lib/mfilter/queue", "archiveDir": "/var/lib/mfilter/archive",
      "versionCommand": "$version",
      "service": { "start": "systemctl start mfilter", "stop": "systemctl stop mfilter",
                   "status": "systemctl is-active mfilter", "bootOff": "systemctl disable mfilter",
                   "bootOn": "systemctl enable mfilter", "bootStatus": "systemctl is-enabled mfilter" },
      "installer": "/root/installer.bin", "installCommand": "/root/installer.bin --silent", "installMinutes": 1,
      "settingsSync": { "disable": "settings-sync disable", "enable": "settings-sync enable",
                        "status": "settings-sync status" },
      "takesMail": true, "smtpPort": 25, "adminUrl": "http://10.77.0.$n:15080/" }$comma
END
done
printf '  ]\n}\n'
