#!/usr/bin/env bash
# Boots a node: DIR NODE [in-cgroup]. The first process of the node's namespaces; becomes its systemd. Started by keeper.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$1 node=$2 base=$1/nodes/$2
. "$here/lab-common.sh"

if [ "${3:-}" != in-cgroup ]; then
    # A cgroup of its own first; the namespace of cgroups that is made then begins there.
    for tree in "$dir/cgroup2" "$dir/cgroup1"; do
        [ -e "$tree/cgroup.procs" ] || continue
        mkdir -p "$tree/ruw-lab-${dir##*/}/$node"
        echo 0 >"$tree/ruw-lab-${dir##*/}/$node/cgroup.procs"
    done
    exec unshare --cgroup bash "$here/node.sh" "$dir" "$node" in-cgroup
fi

read -r pid _ </proc/self/stat # /proc is still the machine's, so this is its number for us
record_pid "$dir/$node/pid" "$pid"
layout=$(cgroup_layout)
root=$base/merged
mount -t overlay overlay -o "lowerdir=/,upperdir=$base/upper,workdir=$base/work" "$root"
mount -t proc proc "$root/proc"
# Settings of the kernel belong to the whole machine: readable, but for the network's, which are the node's own.
mount --bind "$root/proc/sys" "$root/proc/sys"
mount --bind "$root/proc/sys/net" "$root/proc/sys/net"
mount -o remount,bind,ro "$root/proc/sys"
mount -t sysfs -o ro sysfs "$root/sys"
for part in run tmp dev; do mount -t tmpfs tmpfs "$root/$part"; done
chmod 1777 "$root/tmp"
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
for part in null zero full random urandom tty; do
    : >"$root/dev/$part"
    mount --bind "/dev/$part" "$root/dev/$part"
done
if [ "$layout" = pure ]; then
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
else
    mount -t tmpfs tmpfs "$root/sys/fs/cgroup"
    mkdir "$root/sys/fs/cgroup/systemd" "$root/sys/fs/cgroup/unified"
    mount -t cgroup -o none,name=systemd cgroup "$root/sys/fs/cgroup/systemd"
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup/unified"
    # systemd would mount every v1 controller that it finds here, and make groups in this machine's own tree.
    printf '#subsys_name\thierarchy\tnum_cgroups\tenabled\n' >"$root/run/cgroups"
    mount --bind "$root/run/cgroups" "$root/proc/cgroups"
fi
mount --bind "$base/home" "$root/root"
mount --bind "$base/system" "$root/etc/systemd/system"
mount --bind "$base/data" "$root/var/lib/mfilter"
mount --bind "$dir/shared" "$root/lab"
hostname "$node"
cd "$root"
mkdir run/old
pivot_root . run/old
umount -l /run/old
rmdir /run/old
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin container=lxc /lib/systemd/systemd </dev/null
