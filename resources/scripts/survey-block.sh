# The packet filters, and what a block of this program left: rules of ours with the run they belong to, and files.
# Listing an old iptables table would load it into the kernel: it is listed only where it is loaded already.
filters() {
 sys firewall 15 'for t in nft iptables; do ! command -v $t >/dev/null 2>&1 || echo tool $t; done
if [ -d /run/firewalld ] || { command -v systemctl >/dev/null 2>&1 && systemctl is-active --quiet firewalld 2>/dev/null; }; then echo tool firewalld; fi
[ "$(id -u)" = 0 ] || exit 1
if command -v nft >/dev/null 2>&1; then
 n=$(nft list ruleset 2>/dev/null | grep -c "^[[:space:]][[:space:]]*[^[:space:]}]")
 ! nft list tables >/dev/null 2>&1 || echo "rules nft $n"
fi
if grep -q . /proc/net/ip_tables_names /proc/net/ip6_tables_names 2>/dev/null; then echo "rules iptables 1"; fi
exit 0'
}
block() {
 sys block.files 5 'cd /etc || exit 1
ls -d replica-upgrade-wizard/block.* systemd/system/replica-upgrade-block.service 2>/dev/null
cat replica-upgrade-wizard/block.* systemd/system/replica-upgrade-block.service 2>/dev/null | grep "replica-upgrade-wizard run \|Replica Upgrade Wizard, run "
for f in replica-upgrade-wizard replica-upgrade-wizard/block.* systemd/system/replica-upgrade-block.service; do
 [ ! -e $f ] || [ -r $f ] || exit 46
done
exit 0'
 sys block.rules 15 '[ "$(id -u)" = 0 ] || exit 46
hints=
if command -v nft >/dev/null 2>&1 && nft list tables >/dev/null 2>&1; then
 nft list table inet replica_upgrade 2>/dev/null
 hints=$(nft list ruleset 2>/dev/null | grep -c "chain RUW_")
fi
for v in "" 6; do
 for t in ip${v}tables ip${v}tables-legacy; do
  command -v $t >/dev/null 2>&1 || continue
  case $($t -V 2>/dev/null) in
  *nf_tables*) [ "$hints" != 0 ] || continue ;;
  *) grep -q filter /proc/net/ip${v}_tables_names 2>/dev/null || continue ;;
  esac
  for c in RUW_IN RUW_OUT; do $t -v -S $c 2>/dev/null; done
 done
done
exit 0'
}
