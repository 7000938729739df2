(
found=
for tool in iptables ip6tables; do
	command -v "$tool" >/dev/null || [ "$tool" = ip6tables ] || { echo 'iptables was not found (run this as root).' >&2; exit 1; }
	command -v "$tool" >/dev/null || continue
	rules=$("$tool" -S) || exit 1
	case $rules in *RUW_*) found=yes ;; *) continue ;; esac
	"$tool" -L RUW_IN -v -n -x && "$tool" -L RUW_OUT -v -n -x || exit 1
done
[ -z "$found" ] || { systemctl is-enabled replica-upgrade-block.service; exit; }
left=$(ls /etc/systemd/system/replica-upgrade-block.service /etc/replica-upgrade-wizard/block.* 2>/dev/null)
[ -z "$left" ] || { echo "No rules, but these put the block on at the next boot: $left"; exit 1; }
echo 'No block of this program stands here.'
exit 1
)
