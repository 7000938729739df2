#!/usr/bin/env bash
# DIR PORT MS: holds every frame at a port of the switch for half of MS, each way. Runs in the switch's network (lab.sh delay).
# The kernel has no netem everywhere, so a process of ours sits between two TAP devices:
#   p-PORT -- bridge b-PORT -- tap -- delaybridge -- tap -- br0
set -euo pipefail
dir=$1 port=$2 ms=$3
control=$dir/$port/delay
if [ ! -p "$control" ]; then
    mkfifo "$control"
    a=a-$port b=t-$port
    "$dir/delaybridge" "$a" "$b" "$control" </dev/null >"$dir/$port/delaybridge.log" 2>&1 &
    until [ -e "/sys/class/net/$b" ] || ip link show "$b" >/dev/null 2>&1; do
        kill -0 $! 2>/dev/null || { cat "$dir/$port/delaybridge.log" >&2; exit 1; }
        sleep 0.02
    done
    ip link add "b-$port" type bridge forward_delay 0 mcast_snooping 0
    ip link set "b-$port" up
    ip link set "$a" txqueuelen 10000 master "b-$port" up
    ip link set "$b" txqueuelen 10000 master br0 up
    ip link set "p-$port" master "b-$port"
fi
echo "$ms" >"$control"
