# What every question to a node starts with. The answer is a list of records: `@key`, the coded bytes of a
# command's output, `=exit status`, so that any bytes survive and a record that was cut off has no `=` line; or in one
# line `:key status text`.
# Reads only: no file is written, not even a temporary one.
unset CDPATH
own=${PATH:-/usr/bin:/bin}
PATH=$own:/usr/sbin:/sbin
if command -v base64 >/dev/null 2>&1; then
 code=b64
 enc() { base64; }
elif command -v od >/dev/null 2>&1; then
 code=hex
 enc() { od -An -v -tx1; }
else
 echo 'ruw-answer none'
 exit 3
fi
# lim SECONDS COMMAND: 124 or 137 where the command had to be ended.
if timeout -k 1 9 true 2>/dev/null; then
 lim() { ls=$1; shift; timeout -k 1 "$ls" "$@"; }
elif timeout 9 true 2>/dev/null; then
 lim() { timeout "$@"; }
else
 lim() {
  ls=$1
  shift
  if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; fi
  { "$@" <&5 5<&- & lp=$!; } 5<&0
  (
   sleep "$ls" &
   sl=$!
   trap 'kill $sl; exit' TERM
   wait $sl
   kill -KILL -$lp || kill -KILL $lp
  ) </dev/null >/dev/null 2>&1 3>&- 4>&- &
  lw=$!
  wait $lp
  lr=$?
  kill $lw 2>/dev/null
  return $lr
 }
fi
# rec KEY COMMAND...: a record.
rec() {
 rp=enc
 record "$@"
}
# bound SECONDS BYTES KEY COMMAND...: the same with at most so many bytes. The reader has a limit of its own: a command
# may leave a child behind that keeps its output open.
bound() {
 rt=$1 rm=$2
 shift 2
 rp=bounded
 record "$@"
}
bounded() { lim $((rt + 3)) sh -c 'head -c "$1"; cat >/dev/null' sh "$rm" 4>&- | enc; }
record() {
 printf '@%s\n' "$1"
 shift
 { rs=$({ { "$@" </dev/null 3>&- 4>&-; echo $? >&3; } | "$rp" >&4 3>&-; } 3>&1); } 4>&1
 printf '=%s\n' "$rs"
}
# plain KEY STATUS TEXT: a record in one line, for a text that is sure to be one plain line.
plain() { printf ':%s %s %s\n' "$1" "$2" "$3"; }
# sys KEY SECONDS SCRIPT ARGUMENT: a record of a script of ours that may hang, in plain English.
sys() { rec "$1" lim "$2" sh -c "LC_ALL=C; export LC_ALL; $3" sh "$4"; }
# why FILE: 0 it can be read; 44 no such file; 45 not a file; 46 not permitted.
why() {
 if [ -f "$1" ]; then [ -r "$1" ] || return 46; return 0; fi
 [ ! -e "$1" ] || return 45
 wd=$1
 while :; do
  case $wd in */*) wd=${wd%/*} ;; *) wd= ;; esac
  [ -n "$wd" ] || return 44
  [ -e "$wd" ] || continue
  [ -x "$wd" ] || return 46
  return 44
 done
}
echo "ruw-answer $code"
user=$(id -u)
plain root $? "$user"
time=$(date +%s)
plain clock $? "$time"
