#!/usr/bin/env bash
# DIR NODE BASE: lays the stand-in, as its source version, onto a node that is not running yet. Called by keeper.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$1 node=$2 base=$3
. "$dir/settings"
number=${node#mf}
# peer NUMBER: as REPLICA_SERVER_* names it.
peer() {
    if [ -n "$ipv6" ]; then printf '[fd77::%x]:14083' "$1"; else printf '10.77.0.%d:14083' "$1"; fi
}

install=/usr/local/mfilter${source%%.*}
product=$base/upper$install
mkdir -p "$product"/{bin,conf,var} "$base/data"/{queue,archive,log}
cp "$dir/mfilter-standin" "$product/bin/"
echo "m-FILTER stand-in Ver.$source" >"$product/VERSION"
echo 7 >"$product/var/settings-revision"
role=slave
[ "$number" -ne 1 ] || { role=master; echo 8 >"$product/var/settings-revision"; }
# Every pair of nodes talks at this interval: large sites do it more seldom, or they would keep the machine busy.
interval=$((nodes * 250))
[ "$nodes" -gt 4 ] || interval=500
master=10.77.0.1
[ -z "$ipv6" ] || master=fd77::1
cat >"$product/conf/standin.conf" <<END
[General]
node=$node
role=$role
master=$master
data=/var/lib/mfilter
alarm=/lab/alarm.log
smtpPort=25
adminPort=15080
interval=$interval
END
{
    echo "# replica settings (written by the lab)"
    key=0
    for ((other = 1; other <= nodes; ++other)); do
        [ "$other" -ne "$number" ] || continue
        echo "REPLICA_SERVER_$((key += 1)) = $(peer "$other")"
    done
    echo "DATA_REPORT_SYNC_SERVER_PORT = 14042"
    echo "DATA_SAVE_SYNC_SERVER_PORT = 14043"
    echo "DATA_EWEB_SYNC_SERVER_PORT = 14044"
    echo "# sync mail data(report/save/reserve)"
    echo "ENABLE_REP_DATA = $data_sync"
} >"$product/conf/mf_replica.def"
cat >"$base/system/mfilter.service" <<END
[Unit]
Description=Stand-in for the mail filter (a lab's, not the product)
StartLimitIntervalSec=0
After=network.target
[Service]
Type=notify
ExecStart=$install/bin/mfilter-standin serve $install
[Install]
WantedBy=multi-user.target
END
ln -s /etc/systemd/system/mfilter.service "$base/system/multi-user.target.wants/mfilter.service" # as systemctl makes it

mkdir -p "$base/upper/usr/local/bin"
cat >"$base/upper/usr/local/bin/settings-sync" <<'END'
#!/bin/sh
# enable, disable or status, of the installation in use.
set -- "$1" $(sed -n 's/^ExecStart=\(.*\) serve \(.*\)/\1 \2/p' /etc/systemd/system/mfilter.service)
exec "$2" settings-sync "$1" "$3"
END
chmod 755 "$base/upper/usr/local/bin/settings-sync"

cp "$here/installer.sh" "$base/home/installer.bin"
chmod 755 "$base/home/installer.bin"
echo "$target" >"$base/home/installer.version"
echo normal >"$base/home/installer.behaviour"
