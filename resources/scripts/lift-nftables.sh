run='@RUN@'
(
set -eu
nft=$(command -v nft) || { echo 'nft was not found (run this as root). Nothing was changed.' >&2; exit 1; }
other=$("$nft" list table inet replica_upgrade 2>/dev/null |
	grep -o 'replica-upgrade-wizard run [0-9a-f]*' | grep -v "run $run\$" | sort -u || true)
[ -z "$other" ] || { echo "A block of another run stands: $other. Nothing was changed." >&2; exit 1; }
systemctl disable --now replica-upgrade-block.service 2>/dev/null || true
rm -f /etc/systemd/system/replica-upgrade-block.service /etc/replica-upgrade-wizard/block.nft /etc/replica-upgrade-wizard/block.nft.new
rmdir /etc/replica-upgrade-wizard 2>/dev/null || true
systemctl daemon-reload
printf 'table inet replica_upgrade\ndelete table inet replica_upgrade\n' | "$nft" -f -
sync
if "$nft" list table inet replica_upgrade 2>/dev/null; then echo 'The block still stands.' >&2; exit 1; fi
echo 'The block is lifted.'
)
