# job DIRECTORY ATTEMPT: how the installer stands that installer-start.sh started, and the end of what it printed. Of an attempt
# of another number only that it is still at work: what it left there says nothing of this one.
job() {
 if [ ! -d "$1" ]; then plain job 44 ''; return; fi
 if [ ! -x "$1" ] || [ ! -r "$1" ]; then plain job 46 ''; return; fi
 ja=1
 [ ! -s "$1/attempt" ] || read -r ja <"$1/attempt"
 if [ "$ja" != "$2" ] && [ -s "$1/result" ]; then plain job 0 none; return; fi
 if [ -s "$1/result" ]; then
  read -r js <"$1/result"
  plain job 0 "ended $js"
 elif [ -s "$1/process" ]; then
  read -r jp jb <"$1/process"
  read -r jn </proc/sys/kernel/random/boot_id
  if [ "$jb" = "$jn" ] && kill -0 "$jp" 2>/dev/null; then plain job 0 running
  elif [ "$ja" = "$2" ]; then plain job 0 lost
  else plain job 0 none; return
  fi
 else plain job 0 none
 fi
 [ ! -r "$1/log" ] || rec job.log lim 10 tail -c 4000 "$1/log"
}
