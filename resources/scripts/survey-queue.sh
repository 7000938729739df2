# queue DIRECTORY: the free disk; then number of files, their bytes, and the time of the oldest one. What is said first
# holds where the looking hangs.
queue() {
 plain disk 137 ''
 plain queue 137 ''
 flush
 lim 30 sh -c 'LC_ALL=C; export LC_ALL
text() { printf "%s@%s\n%s\n%s=%s\n" "$m" "$1" "$3" "$m" "$2"; }
end() { text queue "$1" "$said"; exit; }
m=$2
if [ -d "$1" ]; then said=$(df -Pk "$1"); text disk $? "$said"; else text disk 44; fi
said=
[ -e "$1" ] || end 44
[ -d "$1" ] || end 45
[ -r "$1" ] && [ -x "$1" ] && cd "$1" || end 46
said=$(find . -type f -printf "%s %T@\n" 2>&1 | awk "$3")
qs=$?
if [ $qs = 47 ]; then
said=$(find . -type f -exec stat -c "%s %Y" {} + 2>&1 | awk "$3")
qs=$?
fi
end $qs' sh "$1" "$m" '
 /^[0-9]+ [0-9.]+$/ { n++; s += $1; if (n == 1 || $2 + 0 < o) o = $2 + 0; next }
 /Permission denied/ { p = 1 }
 NR == 1 && /(nrecognized|nknown).*-printf/ { u = 1 }
 END { if (u && !n) exit 47; if (p) exit 46; printf "%.0f %.0f %.0f", n, s, o }' </dev/null
}
