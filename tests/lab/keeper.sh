#!/usr/bin/env bash
# Holds one lab: `outer DIR [OWNER]` waits for its end (or its owner's) and sweeps up; `inner DIR` is the first process of
# the lab's own process namespace, so that nothing of the lab outlives it, and boots the nodes. Started by lab.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lab-common.sh"
part=$1 dir=$2

kept= watch=
stop_all() {
    trap '' TERM INT HUP
    # unshare takes the namespace's first process with it, and that one all the others.
    [ -z "$kept" ] || kill -KILL "$kept" 2>/dev/null || true
    [ -z "$watch" ] || kill "$watch" 2>/dev/null || true
    wait || true
    [ -e "$dir/ready" ] || cp "$dir/log" "$dir.failed" 2>/dev/null || true
    sweep "$dir"
}

outer() {
    local owner=$1
    record_pid "$dir/outer.pid" $$
    trap 'exit 0' TERM INT HUP
    trap stop_all EXIT
    unshare --mount --net --pid --fork --kill-child --propagation private bash "$here/keeper.sh" inner "$dir" &
    kept=$!
    if [ -n "$owner" ]; then
        tail --pid="$owner" -f /dev/null &
        watch=$!
    fi
    wait -n || true
}

say() { echo "keeper: $*" >&2; }

# The switch: this namespace's own bridge; the operator is one of its ports. Networks are named in a private /run/netns.
make_switch() {
    mkdir -p /run/netns
    mount -t tmpfs tmpfs /run/netns
    ip link set lo up
    ip link add br0 type bridge forward_delay 0 mcast_snooping 0
    ip link set br0 up
    make_port operator 254
    nsenter --net=/run/netns/operator sleep infinity &
    local pid
    read -r pid < <(host_pid_of $!)
    record_pid "$dir/operator.pid" "$pid"
}

# make_port NAME NUMBER: a network with one cable to the switch.
make_port() {
    local address
    address=$(printf 'fd77::%x/64' "$2")
    mkdir -p "$dir/$1"
    ip netns add "$1"
    ip link add "p-$1" type veth peer name eth0 netns "$1"
    ip link set "p-$1" master br0 up
    ip -n "$1" link set lo up
    [ "$ipv6" = only ] || ip -n "$1" addr add "10.77.0.$2/24" dev eth0
    [ -z "$ipv6" ] || ip -n "$1" addr add "$address" dev eth0 nodad
    ip -n "$1" link set eth0 up
}

# hosts: the nodes, and the jump host where there is one.
hosts() {
    local n
    for ((n = 1; n <= nodes; ++n)); do echo "mf$n"; done
    [ -z "$jump" ] || echo jump
}
# number_of HOST: in its addresses.
number_of() { [ "$1" = jump ] && echo 253 || echo "${1#mf}"; }

# host_pid_of PID: /proc is still the machine's, and every process's NSpid line ends with its number here.
host_pid_of() {
    local status
    for status in /proc/[0-9]*/status; do
        [ "$(readlink "${status%status}ns/pid" 2>/dev/null)" = "$own_pids" ] || continue
        if [ "$(awk '$1 == "NSpid:" { print $NF }' "$status" 2>/dev/null)" = "$1" ]; then
            echo "${status//[^0-9]/}"
            return
        fi
    done
}

# add_admin BASE: an ordinary user of the node who logs in by the operator's key and may do everything by sudo.
add_admin() {
    local etc=$1/upper/etc home=$1/upper/home/labadmin id=29001
    cp -p /etc/{passwd,group,shadow} "$etc/"
    echo "labadmin:x:$id:$id::/home/labadmin:/bin/sh" >>"$etc/passwd"
    echo "labadmin:x:$id:" >>"$etc/group"
    echo "labadmin:*:19000:0:99999:7:::" >>"$etc/shadow"
    printf '%s\n' 'Defaults env_reset' 'root ALL=(ALL:ALL) ALL' 'labadmin ALL=(ALL:ALL) NOPASSWD: ALL' >"$etc/sudoers"
    chmod 440 "$etc/sudoers"
    mkdir -p "$home/.ssh"
    cp "$dir/id_ed25519.pub" "$home/.ssh/authorized_keys"
    chown -R $id:$id "$home"
}

# close_gate: the operator's own way to the nodes' SSH, so that only the one through the jump host is left.
close_gate() {
    nft -f - <<'END'
table bridge gate {
    chain forward {
        type filter hook forward priority 0
        iifname "p-operator" oifname "p-mf*" tcp dport 22 drop
    }
}
END
}

# fill_node NODE: what makes the node a machine of its own, laid over this machine's files.
fill_node() {
    local node=$1 base=$dir/nodes/$1 type
    mkdir -p "$base"/{upper,work,merged,home,system,data}
    mount -t tmpfs -o size=256m tmpfs "$base/data" # a disk of its own, for mail
    chmod 700 "$base/home"
    local etc=$base/upper/etc
    mkdir -p "$etc/ssh" "$etc/pam.d" "$etc/nftables" "$base/home/.ssh" "$base/upper"/{lab,root,var/lib/mfilter}
    echo "$node" >"$etc/hostname"
    tr -d - </proc/sys/kernel/random/uuid >"$etc/machine-id"
    { echo "127.0.0.1 localhost $node"; echo "::1 localhost"; } >"$etc/hosts"
    printf '#!/usr/sbin/nft -f\nflush ruleset\n' >"$etc/nftables.conf"
    : >"$etc/environment"
    for type in ed25519 ecdsa rsa; do
        cp "$dir/host-keys/$node.$type" "$etc/ssh/ssh_host_${type}_key"
        cp "$dir/host-keys/$node.$type.pub" "$etc/ssh/ssh_host_${type}_key.pub"
    done
    cat >"$etc/ssh/sshd_config" <<'END'
HostKey /etc/ssh/ssh_host_ed25519_key
HostKey /etc/ssh/ssh_host_ecdsa_key
HostKey /etc/ssh/ssh_host_rsa_key
PermitRootLogin prohibit-password
UsePAM yes
UseDNS no
PrintMotd no
Subsystem sftp internal-sftp
END
    printf '%s\n' '@include common-auth' 'account required pam_nologin.so' '@include common-account' \
        'session required pam_unix.so' >"$etc/pam.d/sshd"
    cp "$dir/id_ed25519.pub" "$base/home/.ssh/authorized_keys"
    if [ "$node" = jump ] || [ -n "$sudo" ]; then
        add_admin "$base"
        sed -i 's/^PermitRootLogin .*/PermitRootLogin no/' "$etc/ssh/sshd_config"
    fi

    # /etc/systemd/system is the node's own: none of this machine's services starts there.
    local system=$base/system unit
    mkdir -p "$system/multi-user.target.wants" "$system/ssh.service.d"
    for unit in systemd-udevd.service systemd-udevd-control.socket systemd-udevd-kernel.socket systemd-udev-trigger.service \
        systemd-logind.service systemd-remount-fs.service systemd-sysctl.service systemd-modules-load.service \
        systemd-timesyncd.service systemd-journal-flush.service systemd-random-seed.service systemd-update-utmp.service \
        systemd-update-utmp-runlevel.service systemd-firstboot.service systemd-binfmt.service systemd-pstore.service \
        systemd-hwdb-update.service systemd-sysusers.service systemd-tmpfiles-setup-dev.service kmod-static-nodes.service \
        systemd-initctl.socket dbus.socket dbus.service console-getty.service getty.target getty-static.service \
        dev-hugepages.mount dev-mqueue.mount sys-kernel-debug.mount sys-kernel-tracing.mount sys-kernel-config.mount \
        sys-fs-fuse-connections.mount proc-sys-fs-binfmt_misc.automount systemd-tmpfiles-clean.timer; do
        ln -s /dev/null "$system/$unit"
    done
    ln -s /lib/systemd/system/multi-user.target "$system/default.target"
    ln -s /lib/systemd/system/ssh.service "$system/multi-user.target.wants/ssh.service"
    # After=: it says that the node is up when all that starts at boot has been started.
    cat >"$system/lab-up.service" <<END
[Unit]
Description=Tells the lab that this node is up
After=ssh.service mfilter.service
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'mkdir -p /lab/up && cat /proc/sys/kernel/random/uuid >/lab/up/$node'
END
    ln -s ../lab-up.service "$system/multi-user.target.wants/lab-up.service"
    [ "$node" = jump ] || bash "$here/standin/install.sh" "$dir" "$node" "$base"
}

# forget_filters NODE: its network outlives its reboots; a packet filter does not.
forget_filters() {
    local table
    ip netns exec "$1" nft flush ruleset
    for table in iptables ip6tables; do
        ip netns exec "$1" sh -c "
            [ -s /proc/net/${table%tables}_tables_names ] || exit 0
            $table-legacy -P INPUT ACCEPT; $table-legacy -P OUTPUT ACCEPT; $table-legacy -F; $table-legacy -X"
    done
}

# keep_node NODE: boots it, and again after each reboot; after a power-off or a crash it waits to be switched on.
keep_node() {
    local node=$1 status
    set +e
    while :; do
        rm -f "$dir/$node/start" "$dir/shared/up/$node"
        remove_cgroups "$dir/cgroup2/ruw-lab-${dir##*/}/$node"
        remove_cgroups "$dir/cgroup1/ruw-lab-${dir##*/}/$node"
        forget_filters "$node"
        nsenter --net="/run/netns/$node" unshare --mount --uts --ipc --pid --fork --kill-child --propagation private \
            bash "$here/node.sh" "$dir" "$node" >>"$dir/$node/console" 2>&1
        status=$?
        rm -f "$dir/$node/pid"
        # 128 + SIGHUP: the kernel's word for a reboot of a process namespace.
        [ $status -eq 129 ] || until [ -e "$dir/$node/start" ]; do sleep 0.1; done
    done
}

inner() {
    local pid
    read -r pid _ </proc/self/stat
    own_pids=$(readlink /proc/self/ns/pid)
    record_pid "$dir/keeper.pid" "$pid"
    . "$dir/settings"
    mkdir -p "$dir/nodes" "$dir/shared/up" "$dir/host-keys"
    : >"$dir/shared/alarm.log"
    mount -t tmpfs tmpfs "$dir/nodes" # overlay wants a file system that is no overlay itself
    mount_cgroups "$dir"
    ssh-keygen -q -t ed25519 -N '' -C lab -f "$dir/id_ed25519"
    local each
    for each in $(hosts); do
        ssh-keygen -q -t ed25519 -N '' -C "$each" -f "$dir/host-keys/$each.ed25519"
        ssh-keygen -q -t ecdsa -N '' -C "$each" -f "$dir/host-keys/$each.ecdsa"
        # RSA keys cost seconds each; nobody logs in by them here, so the nodes share one.
        [ -e "$dir/host-keys/rsa" ] || ssh-keygen -q -t rsa -b 2048 -N '' -C lab -f "$dir/host-keys/rsa"
        cp "$dir/host-keys/rsa" "$dir/host-keys/$each.rsa"
        cp "$dir/host-keys/rsa.pub" "$dir/host-keys/$each.rsa.pub"
    done
    make_switch
    for each in $(hosts); do
        make_port "$each" "$(number_of "$each")"
        fill_node "$each"
        keep_node "$each" &
    done
    [ -z "$jump" ] || close_gate
    write_known_hosts
    bash "$here/standin/site.sh" "$dir" >"$dir/site.json"
    for each in $(hosts); do
        local waited=0
        until [ -s "$dir/shared/up/$each" ]; do
            if [ $((waited += 1)) -gt 1200 ]; then
                say "$each did not boot:"
                tail -n 20 "$dir/$each/console" >&2
                exit 1
            fi
            sleep 0.05
        done
    done
    : >"$dir/ready"
    # The first process of a namespace has to reap; bash does while it waits.
    while :; do wait || true; done
}

write_known_hosts() {
    local each type addresses
    for each in $(hosts); do
        addresses=10.77.0.$(number_of "$each")
        [ -z "$ipv6" ] || addresses+=,$(printf 'fd77::%x' "$(number_of "$each")")
        for type in ed25519 ecdsa rsa; do
            echo "$addresses $(cut -d' ' -f1,2 "$dir/host-keys/$each.$type.pub")"
        done
    done >"$dir/known_hosts"
}

case $part in
    outer) outer "${3:-}" ;;
    inner) inner ;;
esac
