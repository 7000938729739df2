# What lab.sh and its keeper share: processes known by pid and start time, and the sweep that leaves nothing behind.
# A lab is a folder /run/ruw-lab/NAME. Sourced.

# start_time PID: when it started, in ticks after boot; with the pid it names one process for ever.
start_time() {
    local stat
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    stat=${stat##*) }
    set -- $stat
    echo "${20}"
}
# record_pid FILE PID
record_pid() { echo "$2 $(start_time "$2")" >"$1.new" && mv "$1.new" "$1"; }
recorded_pid() { cut -d' ' -f1 "$1"; }
is_running() {
    local pid started
    [ -e "$1" ] && read -r pid started <"$1" && [ "$(start_time "$pid")" = "$started" ]
}

# node_pid DIR NODE: the host's pid of the node's systemd; fails while it is off.
node_pid() { is_running "$1/$2/pid" && recorded_pid "$1/$2/pid"; }

# The kernel's layout of cgroups: v2 alone, or v1 for systemd's own tree and v2 beside it.
cgroup_layout() { [ "$(stat -f -c %T /sys/fs/cgroup)" = cgroup2fs ] && echo pure || echo hybrid; }
# mount_cgroups DIR: own mounts, so that where and how this machine mounts them does not matter.
mount_cgroups() {
    mkdir -p "$1/cgroup2" "$1/cgroup1"
    mount -t cgroup2 cgroup2 "$1/cgroup2"
    [ "$(cgroup_layout)" = pure ] || mount -t cgroup -o none,name=systemd cgroup "$1/cgroup1"
}
# remove_cgroups TREE: with all below it, once nothing runs there.
remove_cgroups() {
    local waited=0
    [ -d "$1" ] || return 0
    until find "$1" -depth -type d -exec rmdir {} + 2>/dev/null; do
        [ -d "$1" ] || return 0
        [ $((waited += 1)) -lt 100 ] || return 1
        sleep 0.05
    done
}

# 20 and more systemds need more inotify instances than a kernel grants. The first lab raises it, the last puts it back.
# Both under one lock: on the folder /run, so that no lock file stays behind.
inotify=/proc/sys/fs/inotify/max_user_instances
# claim DIR: makes the lab's folder; fails where there is one.
claim() {
    local labs=${1%/*}
    (
        flock 9
        mkdir -p "$labs" && mkdir "$1" 2>/dev/null || exit 1
        [ -e "$labs/.inotify" ] || cat "$inotify" >"$labs/.inotify"
        [ "$(cat "$inotify")" -ge 8192 ] || echo 8192 >"$inotify"
    ) 9</run
}
# release DIR
release() {
    local labs=${1%/*}
    (
        flock 9
        rm -rf --one-file-system "$1"
        [ -z "$(find "$labs" -mindepth 1 -maxdepth 1 -type d -print -quit 2>/dev/null)" ] || exit 0
        [ ! -e "$labs/.inotify" ] || cat "$labs/.inotify" >"$inotify"
        rm -f "$labs/.inotify"
        rmdir "$labs" 2>/dev/null || true
    ) 9</run
}

# sweep DIR: removes what a lab leaves when its processes end, or when up stopped half-way.
sweep() {
    local dir=$1 waited=0
    if is_running "$dir/keeper.pid"; then
        kill -KILL "$(recorded_pid "$dir/keeper.pid")" 2>/dev/null || true
    fi
    # The first process of a process namespace goes last: then every node is gone, and with them mounts and networks.
    while is_running "$dir/keeper.pid" && [ $((waited += 1)) -lt 400 ]; do sleep 0.05; done
    unshare --mount --propagation private bash -c '
        . "$1/lab-common.sh"
        mkdir -p "$2" && mount -t tmpfs tmpfs "$2" && mount_cgroups "$2" || exit 1
        remove_cgroups "$2/cgroup2/ruw-lab-$3" && remove_cgroups "$2/cgroup1/ruw-lab-$3"
    ' sweep "$here" "$dir" "${dir##*/}" || echo "lab: a cgroup of $dir could not be removed" >&2
    release "$dir"
}
