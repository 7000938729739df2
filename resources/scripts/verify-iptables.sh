( found=; for tool in iptables ip6tables; do [ $tool = iptables ] || command -v $tool >/dev/null || continue
rules=$($tool -S) || exit 1
case $rules in *RUW_*) found=yes; $tool -L RUW_IN -v -n -x && $tool -L RUW_OUT -v -n -x || exit 1 ;; esac; done
[ -z "$found" ] || { systemctl is-enabled replica-upgrade-block.service; exit; }
[ ! -e /etc/systemd/system/replica-upgrade-block.service ] || { echo 'No rules, but the next boot puts the block on again.'; exit 1; }
echo 'No block of this program stands here.'; exit 1 )
