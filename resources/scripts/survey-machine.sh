# Who the machine is.
machine() {
 sys hostname 5 1000 'uname -n'
 sys os 5 8000 'for f in /etc/os-release /usr/lib/os-release /etc/redhat-release; do [ ! -r $f ] || exec cat $f; done; uname -sr'
 sys addresses 10 200000 'ip -o addr show 2>/dev/null || ifconfig -a'
 sys systemd 5 10 '[ -d /run/systemd/system ]'
 sys reboot 30 10 '[ ! -e /run/reboot-required ] && [ ! -e /var/run/reboot-required ] || exit 10
if command -v needs-restarting >/dev/null 2>&1; then
 said=$(needs-restarting -r 2>/dev/null)
 case $?:$said in 0:*) exit 11 ;; 1:*eboot*) exit 10 ;; esac
fi
[ ! -e /usr/share/update-notifier/notify-reboot-required ] || exit 11
exit 12'
}
