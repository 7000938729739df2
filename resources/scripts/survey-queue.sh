# queue DIRECTORY: number of files, their bytes, and the time of the oldest one; then the free disk.
queue() {
 sys disk 10 '[ -d "$1" ] || exit 44; df -Pk "$1"' "$1"
 sys queue 30 '[ -e "$1" ] || exit 44
[ -d "$1" ] || exit 45
[ -r "$1" ] && [ -x "$1" ] && cd "$1" || exit 46
list() {
 if find . -maxdepth 0 -printf "" 2>/dev/null; then find . -type f -printf "%s %T@\n"
 else find . -type f -exec stat -c "%s %Y" {} +
 fi
}
list 2>&1 | awk "
 /^[0-9]+ [0-9.]+\$/ { n++; s += \$1; if (n == 1 || \$2 + 0 < o) o = \$2 + 0; next }
 /Permission denied/ { p = 1 }
 END { if (p) exit 46; printf \"%.0f %.0f %.0f\", n, s, o }"' "$1"
}
