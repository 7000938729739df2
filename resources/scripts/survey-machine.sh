# Who the machine is.
machine() {
 own_name
 release
 rec addresses own_addresses
 [ -d /run/systemd/system ]
 plain systemd $? ''
 reboot_pending
 plain reboot $? ''
}
own_name() {
 name=
 [ ! -r /proc/sys/kernel/hostname ] || read -r name </proc/sys/kernel/hostname
 [ -n "$name" ] || name=$(uname -n)
 plain hostname 0 "$name"
}
release() {
 for f in /etc/os-release /usr/lib/os-release /etc/redhat-release; do
  [ -r $f ] || continue
  add "$m@os"
  while IFS= read -r line || [ -n "$line" ]; do add "$line"; done <$f
  add "$m=0"
  return
 done
 rec os uname -sr
}
own_addresses() { ip -o addr show 2>/dev/null || LC_ALL=C ifconfig -a; }
# 10 yes, 11 no, 12 nothing tells.
reboot_pending() {
 [ ! -e /run/reboot-required ] && [ ! -e /var/run/reboot-required ] || return 10
 if command -v needs-restarting >/dev/null 2>&1; then
  said=$(lim 30 env LC_ALL=C needs-restarting -r </dev/null 2>/dev/null)
  case $?:$said in 0:*) return 11 ;; 1:*eboot*) return 10 ;; esac
 fi
 [ ! -e /usr/share/update-notifier/notify-reboot-required ] || return 11
 return 12
}
