iptables -L RUW_IN -v -n -x && iptables -L RUW_OUT -v -n -x && systemctl is-enabled replica-upgrade-block.service
