run='@RUN@'
(
set -eu
command -v iptables >/dev/null || {
	echo 'iptables was not found (run this as root). Nothing was changed.' >&2; exit 1; }
other=$(iptables -S RUW_IN 2>/dev/null |
	grep -o 'replica-upgrade-wizard run [0-9a-f]*' | grep -v "run $run\$" | sort -u || true)
[ -z "$other" ] || { echo "A block of another run stands: $other. Nothing was changed." >&2; exit 1; }
systemctl disable --now replica-upgrade-block.service 2>/dev/null || true
rm -f /etc/systemd/system/replica-upgrade-block.service \
	/etc/replica-upgrade-wizard/block.rules /etc/replica-upgrade-wizard/block.rules.new /etc/replica-upgrade-wizard/block.sh
rmdir /etc/replica-upgrade-wizard 2>/dev/null || true
systemctl daemon-reload
for tool in iptables ip6tables; do
	command -v "$tool" >/dev/null || continue
	while "$tool" -C INPUT -j RUW_IN 2>/dev/null; do "$tool" -D INPUT -j RUW_IN; done
	while "$tool" -C OUTPUT -j RUW_OUT 2>/dev/null; do "$tool" -D OUTPUT -j RUW_OUT; done
	for chain in RUW_IN RUW_OUT; do
		"$tool" -F "$chain" 2>/dev/null || true
		"$tool" -X "$chain" 2>/dev/null || true
	done
done
sync
if iptables -S RUW_IN 2>/dev/null; then echo 'The block still stands.' >&2; exit 1; fi
echo 'The block is lifted.'
)
