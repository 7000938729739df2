# config DIRECTORY BYTES: the replica config, at most BYTES of it. It is read again until two checksums around the
# reading are the same; the last record of a key counts.
seen() { why "$1" && lim 10 head -c "$2" <"$1" | cksum 2>/dev/null; }
take() { why "$1" || return $?; lim 10 head -c "$2" <"$1"; }
config() {
 cf=$1/conf/mf_replica.def
 for try in 1 2 3; do
  before=$(seen "$cf" "$2")
  bound 10 "$2" config take "$cf" "$2"
  after=$(seen "$cf" "$2")
  [ "$before" != "$after" ] || break
 done
 plain config.check 0 "$before/$after"
}
# folder KEY DIRECTORY: is a replica config in its place in it?
folder() {
 why "$2/conf/mf_replica.def"
 plain "$1" $? ''
}
