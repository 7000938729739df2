#!/usr/bin/env bash
# A site of real hosts on one machine: each node has its own network, process tree, root file system, systemd and sshd, and
# runs a stand-in for the product (tests/lab/standin/README.md). Nothing of this machine's network or settings is used or
# changed but one limit of the kernel's (inotify instances), which is put back.
#
#   lab.sh up [--nodes N] [--data-sync ON|OFF] [--source V] [--target V] [--ipv6|--ipv6-only] [--sudo] [--jump] [--delay MS]
#             [--owner PID]
#             brings a site up and prints the path of its site file. Beside that file: id_ed25519, known_hosts, shared/alarm.log
#             --ipv6: IPv6 beside IPv4; --ipv6-only: nothing else. --sudo: root may not log in, an ordinary user works by sudo.
#             --jump: the operator reaches no node by SSH but through a host of its own, `jump`
#   lab.sh down [--all]          removes it without a trace
#   lab.sh enter NODE [COMMAND]  a shell (or a command) on a node; NODE `operator`: this machine's files, the lab's network
#   lab.sh delay PORT MS         round-trip time at a port of the switch: `operator` (to every node) or a node
#   lab.sh cable NODE up|down    plugs a node's network cable in or out
#   lab.sh wall up|down          a firewall between the nodes that lets no IP packet through, from node to node
#   lab.sh freeze|thaw NODE      the node hangs: no process of it runs, its kernel still answers
#   lab.sh reboot|crash|start NODE   reboot as `systemctl reboot` does; crash cuts the power; start switches it on again
#   lab.sh list                  the labs that are up
#   lab.sh check                 whether a lab can be made here; says why not
#
# Several labs can be up at a time: --name NAME (or RUW_LAB_NAME) tells them apart, `lab` is the default. The programs that
# it needs are built where RUW_LAB_BIN does not name their folder. Root is needed.
# Exit status: 0 done, 1 failed, 2 wrong usage, 77 not possible here (not root, no namespaces).
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
here=$project/tests/lab
labs=/run/ruw-lab
. "$here/lab-common.sh"

usage() { sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
fail() { echo "lab: $*" >&2; exit 1; }
impossible() { echo "lab: $*" >&2; exit 77; }

name=${RUW_LAB_NAME:-lab}
nodes=3 data_sync=ON source=5.20R01 target=5.60R01 ipv6= sudo= jump= delay= owner= all=
arguments=()
while [ $# -gt 0 ]; do
    case $1 in
        --name) name=${2:?}; shift ;;
        --nodes) nodes=${2:?}; shift ;;
        --data-sync) data_sync=${2:?}; shift ;;
        --source) source=${2:?}; shift ;;
        --target) target=${2:?}; shift ;;
        --delay) delay=${2:?}; shift ;;
        --owner) owner=${2:?}; shift ;;
        --ipv6) ipv6=beside ;;
        --ipv6-only) ipv6=only ;;
        --sudo) sudo=yes ;;
        --jump) jump=yes ;;
        --all) all=yes ;;
        -h | --help) usage ;;
        # What follows `enter NODE` is the command's own.
        enter) arguments=("$@"); break ;;
        *) arguments+=("$1") ;;
    esac
    shift
done
set -- "${arguments[@]}"
verb=${1:-}
[ -n "$verb" ] || usage
[[ $name =~ ^[A-Za-z0-9_-]{1,40}$ ]] || fail "a lab's name is made of letters, digits, - and _: $name"
dir=$labs/$name

# whole NUMBER LEAST MOST
whole() { [[ $1 =~ ^[0-9]{1,5}$ ]] && [ "$1" -ge "$2" ] && [ "$1" -le "$3" ]; }

need_up() { [ -e "$dir/ready" ] || fail "no lab of the name $name is up"; }
# need_node NODE: gives the host's pid of the node's systemd in $pid.
need_node() {
    need_up
    [[ ${1:-} =~ ^(mf[0-9]+|jump)$ ]] && [ -e "$dir/$1" ] || fail "no such node: ${1:-(none named)}"
    pid=$(node_pid "$dir" "$1") || fail "$1 is not running"
}

check_machine() {
    [ "$(id -u)" -eq 0 ] || impossible "root is needed: the lab makes namespaces, mounts and cgroups"
    local tool
    for tool in ip unshare nsenter mount pivot_root flock ssh-keygen /usr/sbin/sshd /lib/systemd/systemd nft ${sudo:+sudo}; do
        command -v "$tool" >/dev/null || impossible "$tool is missing (app/setup.sh lists the packages)"
    done
    [ -c /dev/net/tun ] || [ -z "$delay" ] || impossible "/dev/net/tun is missing: a delay can't be made"
    unshare --mount --pid --net --uts --ipc --cgroup --fork --propagation private bash -c '
        . "$1/lab-common.sh"
        mount -t tmpfs tmpfs /mnt && mkdir /mnt/{upper,work,merged} &&
            mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/merged &&
            mount -t proc proc /mnt/merged/proc && mount -t sysfs -o ro sysfs /mnt/merged/sys && mount_cgroups /mnt &&
            ip link add name br0 type bridge && ip link add name a type veth peer name b
    ' check "$here" 2>/dev/null || impossible "namespaces, mounts or virtual networks are not allowed here"
}

# Where mfilter-standin and delaybridge are; built where nobody has.
find_programs() {
    bin=${RUW_LAB_BIN:-}
    if [ -z "$bin" ]; then
        . "$project/app/setup.sh"
        ensure_packages "${packages[@]}" "${test_packages[@]}" >&2
        configure_and_build "$project" "$project/build-tests" -DBUILD_TESTING=ON -DCMAKE_BUILD_TYPE=None \
            -DCMAKE_CXX_FLAGS=-O1 -- mfilter-standin delaybridge >&2
        bin=$project/build-tests/tests/lab
    fi
    [ -x "$bin/mfilter-standin" ] && [ -x "$bin/delaybridge" ] ||
        fail "mfilter-standin and delaybridge are not in $bin"
}

up() {
    whole "$nodes" 1 16 || fail "--nodes takes 1 to 16"
    [ "$data_sync" = ON ] || [ "$data_sync" = OFF ] || fail "--data-sync takes ON or OFF"
    [ -z "$delay" ] || whole "$delay" 0 10000 || fail "--delay takes milliseconds, 0 to 10000"
    local version
    for version in "$source" "$target"; do
        [[ $version =~ ^[0-9]+\.[0-9]{2}R[0-9]{2}$ ]] || fail "no version: $version (5.20R01 is one)"
    done
    check_machine
    find_programs
    claim "$dir" || fail "a lab of the name $name is there already (lab.sh down --name $name)"
    mkdir "$dir/shared"
    cp "$bin/mfilter-standin" "$bin/delaybridge" "$dir/"
    printf '%s\n' "nodes=$nodes" "data_sync=$data_sync" "source=$source" "target=$target" "ipv6=$ipv6" \
        "sudo=$sudo" "jump=$jump" >"$dir/settings"
    setsid bash "$here/keeper.sh" outer "$dir" "$owner" </dev/null >"$dir/log" 2>&1 &
    local keeper=$! waited=0
    until [ -e "$dir/ready" ]; do
        if ! kill -0 "$keeper" 2>/dev/null || [ $((waited += 1)) -gt 2400 ]; then
            # The keeper's folder may be gone with it: its last words are kept.
            [ ! -e "$dir/log" ] || tail -n 20 "$dir/log" >&2
            [ ! -e "$labs/$name.failed" ] || { tail -n 20 "$labs/$name.failed" >&2; rm -f "$labs/$name.failed"; }
            take_down
            fail "the lab did not come up"
        fi
        sleep 0.05
    done
    # In a shell of its own: whatever fails there, the lab goes with it.
    if [ -n "$delay" ] && ! (set_delay operator "$delay"); then
        take_down
        fail "the delay could not be made"
    fi
    echo "$dir/site.json"
}

# Ends one lab, whatever state it is in. Processes are known by pid and start time, so no other is ever hit.
take_down() {
    local waited=0
    if is_running "$dir/outer.pid"; then
        kill -TERM "$(recorded_pid "$dir/outer.pid")" 2>/dev/null || true
        while is_running "$dir/outer.pid" && [ $((waited += 1)) -lt 400 ]; do sleep 0.05; done
    fi
    sweep "$dir"
}

down() {
    [ "$(id -u)" -eq 0 ] || impossible "root is needed"
    local each
    if [ -n "$all" ]; then
        for each in "$labs"/*/; do
            [ -d "$each" ] || continue
            dir=${each%/}
            take_down
        done
    elif [ -d "$dir" ]; then
        take_down
    else
        echo "lab: no lab of the name $name" >&2
    fi
}

enter() {
    local node=${1:-}
    shift || true
    [ $# -gt 0 ] || set -- bash
    if [ "$node" = operator ]; then
        need_up
        exec nsenter --net="/proc/$(recorded_pid "$dir/operator.pid")/ns/net" -- "$@"
    fi
    need_node "$node"
    exec nsenter -t "$pid" -a -- env -i HOME=/root "PATH=$PATH" "TERM=${TERM:-dumb}" LANG=C.UTF-8 "$@"
}

# in_switch COMMAND...: among the lab's own processes, in the network of its switch.
in_switch() { nsenter -t "$(recorded_pid "$dir/keeper.pid")" -m -p -n -- "$@"; }

set_delay() {
    local port=$1 ms=$2
    [[ $port =~ ^(operator|mf[0-9]+)$ ]] && [ -e "$dir/$port" ] || fail "no such port: $port"
    whole "$ms" 0 10000 || fail "a delay is 0 to 10000 milliseconds"
    in_switch bash "$here/delay.sh" "$dir" "$port" "$ms"
}

freezer() { echo "/proc/$(recorded_pid "$dir/keeper.pid")/root$dir/cgroup2/ruw-lab-$name/$1/cgroup.freeze"; }

case $verb in
    up) up ;;
    check) check_machine ;;
    down) down ;;
    enter) shift; enter "$@" ;;
    list) for each in "$labs"/*/ready; do [ ! -e "$each" ] || echo "${each%/ready}/site.json"; done ;;
    delay) [ $# -eq 3 ] || usage; need_up; set_delay "$2" "$3" ;;
    cable)
        [ $# -eq 3 ] && [[ $3 =~ ^(up|down)$ ]] || usage
        need_up
        [[ $2 =~ ^(operator|mf[0-9]+)$ ]] && [ -e "$dir/$2" ] || fail "no such port: $2"
        in_switch ip link set "p-$2" "$3"
        ;;
    wall)
        [ $# -eq 2 ] && [[ $2 =~ ^(up|down)$ ]] || usage
        need_up
        in_switch nft -f - <<END
table bridge wall
delete table bridge wall
$([ "$2" = down ] || echo 'table bridge wall {
    chain forward {
        type filter hook forward priority 0
        iifname "p-mf*" oifname "p-mf*" ether type { ip, ip6 } drop
    }
}')
END
        ;;
    freeze) need_node "${2:-}"; echo 1 >"$(freezer "$2")" ;;
    thaw) need_node "${2:-}"; echo 0 >"$(freezer "$2")" ;;
    # The signals that systemd(1) names; never by entering the node, which would wait for itself.
    reboot) need_node "${2:-}"; rm -f "$dir/shared/up/$2"; kill -RTMIN+5 "$pid" ;;
    crash) need_node "${2:-}"; rm -f "$dir/shared/up/$2"; kill -KILL "$pid" ;;
    start)
        need_up
        [[ ${2:-} =~ ^mf[0-9]+$ ]] && [ -e "$dir/$2" ] || fail "no such node: ${2:-(none named)}"
        ! node_pid "$dir" "$2" >/dev/null || fail "$2 is running"
        : >"$dir/$2/start"
        ;;
    *) usage ;;
esac
