# What every question to a node starts with. The answer is a list of records, each `@key`, the coded bytes of a
# command's output, `=exit status`; so any bytes survive, and a record that was cut off has no `=` line.
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
# rec KEY SECONDS BYTES COMMAND: a record. The reader has a limit of its own: a command may leave a child behind
# that keeps its output open.
rec() {
 rk=$1 rt=$2 rm=$3
 shift 3
 printf '@%s\n' "$rk"
 { rs=$({ { "$@" </dev/null 3>&- 4>&-; echo $? >&3; } |
  lim $((rt + 3)) sh -c 'head -c "$1"; cat >/dev/null' sh "$rm" 3>&- 4>&- | enc >&4 3>&-; } 3>&1); } 4>&1
 printf '=%s\n' "$rs"
}
# sys KEY SECONDS BYTES SCRIPT ARGUMENTS: the same for a script of ours, in plain English.
sys() {
 sk=$1 st=$2 sm=$3
 shift 3
 rec "$sk" "$st" "$sm" lim "$st" env LC_ALL=C sh -c "$1" sh "$2" "$3"
}
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
sys root 5 100 'id -u'
sys clock 5 100 'date +%s'
