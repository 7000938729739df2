(
nft list tables >/dev/null || exit 1
nft list table inet replica_upgrade 2>/dev/null || { echo 'No block of this program stands here.'; exit 1; }
systemctl is-enabled replica-upgrade-block.service
)
