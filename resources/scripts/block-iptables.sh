ports='@PORTS@'
kept='@KEPT@'
run='@RUN@'
(
set -eu
[ -d /run/systemd/system ] || {
	echo 'No systemd here: the block would not survive a reboot. Nothing was changed.' >&2; exit 1; }
command -v iptables-restore >/dev/null || {
	echo 'iptables was not found (run this as root). Nothing was changed.' >&2; exit 1; }
other=$(iptables -S RUW_IN 2>/dev/null |
	grep -o 'replica-upgrade-wizard run [0-9a-f]*' | grep -v "run $run\$" | sort -u || true)
[ -z "$other" ] || { echo "A block of another run stands: $other. Nothing was changed." >&2; exit 1; }
dir=/etc/replica-upgrade-wizard
mkdir -p "$dir"
rules() {
	echo '*filter'
	for chain in RUW_IN RUW_OUT; do echo ":$chain - [0:0]"; done
	echo '-A RUW_IN -i lo -j RETURN'
	echo '-A RUW_OUT -o lo -j RETURN'
	for chain in RUW_IN RUW_OUT; do
		for way in dport sport; do
			for port in $(echo "$kept" | tr -d ' ' | tr , ' '); do
				echo "-A $chain -p tcp -m tcp --$way $port -j RETURN"
			done
		done
		for way in dport sport; do
			for port in $(echo "$ports" | tr -d ' ' | tr , ' '); do
				echo "-A $chain -p tcp -m tcp --$way $port -m comment --comment \"replica-upgrade-wizard run $run\" -j DROP"
			done
		done
	done
	echo COMMIT
}
rules > "$dir/block.rules.new"
iptables-restore --test --noflush < "$dir/block.rules.new"
mv -f "$dir/block.rules.new" "$dir/block.rules"
cat > "$dir/block.sh" <<'SCRIPT'
#!/bin/sh
set -eu
for tool in iptables ip6tables; do
	command -v "$tool-restore" >/dev/null || continue
	"$tool-restore" --noflush < /etc/replica-upgrade-wizard/block.rules
	"$tool" -C INPUT -j RUW_IN 2>/dev/null || "$tool" -I INPUT 1 -j RUW_IN
	"$tool" -C OUTPUT -j RUW_OUT 2>/dev/null || "$tool" -I OUTPUT 1 -j RUW_OUT
done
SCRIPT
cat > /etc/systemd/system/replica-upgrade-block.service <<UNIT
[Unit]
Description=Sync block of the Replica Upgrade Wizard, run $run
DefaultDependencies=no
After=local-fs.target iptables.service ip6tables.service netfilter-persistent.service
PartOf=iptables.service
Before=network-pre.target network.target
Wants=network-pre.target network.target
[Service]
Type=oneshot
RemainAfterExit=yes
Environment=PATH=/usr/sbin:/usr/bin:/sbin:/bin
ExecStart=/bin/sh $dir/block.sh
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable replica-upgrade-block.service
systemctl restart replica-upgrade-block.service
sync
iptables -L RUW_IN -v -n -x
iptables -L RUW_OUT -v -n -x
)
