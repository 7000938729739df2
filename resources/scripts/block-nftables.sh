ports='@PORTS@'
kept='@KEPT@'
run='@RUN@'
(
set -eu
[ -d /run/systemd/system ] || {
	echo 'No systemd here: the block would not survive a reboot. Nothing was changed.' >&2; exit 1; }
nft=$(command -v nft) || { echo 'nft was not found (run this as root). Nothing was changed.' >&2; exit 1; }
other=$("$nft" list table inet replica_upgrade 2>/dev/null |
	grep -o 'replica-upgrade-wizard run [0-9a-f]*' | grep -v "run $run\$" | sort -u || true)
[ -z "$other" ] || { echo "A block of another run stands: $other. Nothing was changed." >&2; exit 1; }
dir=/etc/replica-upgrade-wizard
mkdir -p "$dir"
cat > "$dir/block.nft.new" <<RULES
table inet replica_upgrade
delete table inet replica_upgrade
table inet replica_upgrade {
	chain input {
		type filter hook input priority -10; policy accept;
		iif "lo" accept
		tcp dport { $kept } accept
		tcp sport { $kept } accept
		tcp dport { $ports } counter drop comment "replica-upgrade-wizard run $run"
		tcp sport { $ports } counter drop comment "replica-upgrade-wizard run $run"
	}
	chain output {
		type filter hook output priority -10; policy accept;
		oif "lo" accept
		tcp dport { $kept } accept
		tcp sport { $kept } accept
		tcp dport { $ports } counter drop comment "replica-upgrade-wizard run $run"
		tcp sport { $ports } counter drop comment "replica-upgrade-wizard run $run"
	}
}
RULES
"$nft" -c -f "$dir/block.nft.new"
mv -f "$dir/block.nft.new" "$dir/block.nft"
cat > /etc/systemd/system/replica-upgrade-block.service <<UNIT
[Unit]
Description=Sync block of the Replica Upgrade Wizard, run $run
DefaultDependencies=no
After=local-fs.target nftables.service iptables.service
PartOf=nftables.service
Before=network-pre.target network.target
Wants=network-pre.target network.target
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=$nft -f $dir/block.nft
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable replica-upgrade-block.service
systemctl restart replica-upgrade-block.service
sync
"$nft" list table inet replica_upgrade
)
