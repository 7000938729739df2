( tables=$(nft list tables) || exit 1
case $tables in *'inet replica_upgrade'*) nft list table inet replica_upgrade && systemctl is-enabled replica-upgrade-block.service; exit ;; esac
[ ! -e /etc/systemd/system/replica-upgrade-block.service ] || { echo 'No rules, but the next boot puts the block on again.'; exit 1; }
echo 'No block of this program stands here.'; exit 1 )
