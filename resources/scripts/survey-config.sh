# config DIRECTORY BYTES: the replica config, at most BYTES of it; then the checksum of a second reading, by which whoever
# has the bytes sees whether somebody wrote in between. What is said first holds where the reading hangs.
config() {
 cf=$1/conf/mf_replica.def
 flush
 why "$cf"
 cs=$?
 if [ $cs != 0 ]; then plain config $cs ''; return; fi
 plain config 137 ''
 add "$m@config"
 flush
 lim 10 sh -c 'head -c "$2" <"$1"
read=$?
sum=$(head -c "$2" <"$1" | cksum 2>/dev/null)
printf "%s=%s\n%s:config.check 0 %s\n" "$3" $read "$3" "$sum"' sh "$cf" "$2" "$m" </dev/null
}
# folder KEY DIRECTORY: is a replica config in its place in it?
folder() {
 why "$2/conf/mf_replica.def"
 plain "$1" $? ''
}
