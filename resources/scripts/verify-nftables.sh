nft list table inet replica_upgrade && systemctl is-enabled replica-upgrade-block.service
