# What every question to a node starts with; $m is a mark made up for this one asking, put together on the node so that
# it stands in no text that a command could print. The answer is a list of records: MARK@key, a line's end, whatever bytes
# come, MARK=exit status, so that any bytes survive and a record that was cut off has no end; or in one line MARK:key
# status text. The last record of a key counts.
# Reads only: no file is written, not even a temporary one. Processes cost a node the most, so the shell does itself what
# it can: what runs and may hang is bounded by lim.
unset CDPATH
own=${PATH:-/usr/bin:/bin}
PATH=$own:/usr/sbin:/sbin
export PATH
# What is answered is collected and printed in few pieces: each would be a packet of its own, and a far node may send no
# more than some ten of them before it has to wait for the way there and back. flush stands before whatever may hang for
# ever (a dead network disk): what was found till then is on its way.
out="ruw-answer $m
"
add() {
 out="$out$1
"
}
flush() {
 printf %s "$out"
 out=
}
# plain KEY STATUS TEXT: a record in one line, for a text that is sure to be one plain line.
plain() { add "$m:$1 $2 $3"; }
# text KEY STATUS TEXT: a record of some text.
text() { add "$m@$1
$3
$m=$2"; }
# rec KEY COMMAND...: a record of what a command prints, which is text.
rec() {
 key=$1
 shift
 said=$("$@" </dev/null)
 text "$key" $? "$said"
}
# lim SECONDS COMMAND: 124 or 137 where the command had to be ended.
if now=$(timeout -k 1 9 date +%s 2>/dev/null) && [ -n "$now" ]; then
 lim() { ls=$1; shift; timeout -k 1 "$ls" "$@"; }
elif now=$(timeout 9 date +%s 2>/dev/null) && [ -n "$now" ]; then
 lim() { timeout "$@"; }
else
 now=$(date +%s)
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
plain clock 0 "$now"
# The last thing of all: the reader reckons the clock from it.
finish() {
 now=$(date +%s)
 plain clock.end $? "$now"
 add "$m."
 flush
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
# Who asks: the effective user.
user=
if [ -r /proc/self/status ]; then
 while read -r word real effective line; do
  case $word in Uid:) user=$effective; break ;; esac
 done </proc/self/status
fi
[ -n "$user" ] || user=$(id -u)
plain root 0 "$user"
