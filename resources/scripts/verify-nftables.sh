(
tables=$(nft list tables) || exit 1
case $tables in
*'inet replica_upgrade'*)
	nft list table inet replica_upgrade && systemctl is-enabled replica-upgrade-block.service
	exit ;;
esac
left=$(ls /etc/systemd/system/replica-upgrade-block.service /etc/replica-upgrade-wizard/block.* 2>/dev/null)
[ -z "$left" ] || { echo "No rules, but these put the block on at the next boot: $left"; exit 1; }
echo 'No block of this program stands here.'
exit 1
)
