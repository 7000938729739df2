(
iptables -S >/dev/null || exit 1
stands=0
for chain in RUW_IN RUW_OUT; do
	iptables -L "$chain" -v -n -x 2>/dev/null && stands=$((stands + 1))
done
[ "$stands" -gt 0 ] || echo 'No block of this program stands here.'
[ "$stands" -eq 2 ] && systemctl is-enabled replica-upgrade-block.service
)
