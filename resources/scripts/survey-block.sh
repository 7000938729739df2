# The packet filters, and what a block of this program left: rules of ours with the run they belong to, and files.
# some FILE [LINE]: has it this line (any at all)?
some() {
 [ -r "$1" ] || return 1
 while read -r line; do
  if [ -z "$2" ] || [ "$line" = "$2" ]; then return 0; fi
 done <"$1"
 return 1
}
# The rules of nftables, listed once for both questions: exit status, number of rules, how many chains of a block by
# iptables, and a block by nftables in its own words.
nft_status=
nft_rules() {
 [ -z "$nft_status" ] && [ "$user" = 0 ] || return 0
 nft_status=1 nft_count=0 nft_hints= nft_block=
 command -v nft >/dev/null 2>&1 || return 0
 said=$({ lim 15 nft list ruleset 2>/dev/null; echo "status $?"; } </dev/null | awk '
  BEGIN { s = 1 }
  /^status / { s = $2; next }
  /^table / { mine = $2 == "inet" && $3 == "replica_upgrade" }
  /^[ \t]+[^ \t}]/ { n++ }
  /chain RUW_/ { c++ }
  mine { t = t $0 "\n" }
  END { printf "%d %d %d %s", s, n, c, t }')
 nft_status=${said%% *} said=${said#* }
 nft_count=${said%% *} said=${said#* }
 nft_hints=${said%% *} nft_block=${said#* }
 case $nft_status in 0 | 124 | 137) return 0 ;; esac
 # Some of the rules may be beyond this nft: then ask for no more than the tables, and for the block by its name.
 nft_status=1 nft_hints= nft_block=
 if lim 15 nft list tables >/dev/null 2>&1 </dev/null; then
  nft_status=0
  nft_block=$(lim 15 nft list table inet replica_upgrade 2>/dev/null </dev/null)
 fi
}
filters() {
 nft_rules
 rec firewall packet_filters
}
packet_filters() {
 for t in nft iptables; do ! command -v $t >/dev/null 2>&1 || echo tool $t; done
 if [ -d /run/firewalld ] || { command -v firewalld >/dev/null 2>&1 &&
  lim 15 systemctl is-active --quiet firewalld </dev/null 2>/dev/null; }; then echo tool firewalld; fi
 [ "$user" = 0 ] || return 1
 case $nft_status in
 0) echo "rules nft $nft_count" ;;
 124 | 137) return $nft_status ;;
 esac
 if some /proc/net/ip_tables_names || some /proc/net/ip6_tables_names; then echo "rules iptables 1"; fi
 return 0
}
block() {
 nft_rules
 rec block.files block_files
 rec block.rules block_rules
}
block_files() {
 bs=0
 for f in /etc/replica-upgrade-wizard /etc/replica-upgrade-wizard/block.* /etc/systemd/system/replica-upgrade-block.service; do
  [ -e "$f" ] || continue
  [ -r "$f" ] || bs=46
  case $f in
  */replica-upgrade-wizard) ;;
  *)
   echo "$f"
   [ ! -r "$f" ] || grep 'replica-upgrade-wizard run \|Replica Upgrade Wizard, run ' "$f"
   ;;
  esac
 done
 return $bs
}
block_rules() {
 [ "$user" = 0 ] || return 46
 case $nft_status in 124 | 137) return $nft_status ;; esac
 [ -z "$nft_block" ] || printf '%s\n' "$nft_block"
 # What iptables shows, below the name of each of its two: one of them may be empty, and that must be told.
 chains= names=
 for v in "" 6; do
  command -v ip${v}tables >/dev/null 2>&1 || continue
  here=$(iptables_chains)
  bs=$?
  case $bs in 124 | 137) return $bs ;; esac
  names="$names$here"
  chains="$chains# ip${v}tables
$here
"
 done
 [ -z "$names" ] || printf '%s' "$chains"
 return 0
}
# Our chains in the filter of family $v, and the jumps to them: rules that nothing leads to drop nothing.
iptables_chains() {
 # Listing an old iptables table would load it into the kernel: it is listed only where it is loaded already.
 old=no
 ! some /proc/net/ip${v}_tables_names filter || old=yes
 for t in ip${v}tables ip${v}tables-legacy; do
  if [ "$nft_hints" = 0 ] && [ $old = no ]; then continue; fi
  command -v $t >/dev/null 2>&1 || continue
  case $(lim 15 $t -V 2>/dev/null </dev/null) in
  *nf_tables*) [ "$nft_hints" != 0 ] || continue ;;
  *) [ $old = yes ] || continue ;;
  esac
  ours=
  for c in RUW_IN RUW_OUT; do
   lim 15 $t -v -S $c 2>/dev/null </dev/null
   bs=$?
   case $bs in 0) ours=1 ;; 124 | 137) return $bs ;; esac
  done
  [ -n "$ours" ] || continue
  for c in INPUT OUTPUT; do lim 15 $t -S $c 2>/dev/null </dev/null | grep -e '-j RUW_'; done
 done
 return 0
}
