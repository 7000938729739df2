# operator KEY SECONDS BYTES COMMAND: a command of the operator's own, as it stands, in his environment; at most so many
# bytes of what it prints. The reader has a limit of its own: a command may leave a child behind that keeps its output
# open. It reads on past the bytes that it takes, so that the command is not ended by it.
operator() {
 rec "$1" heard "$2" "$3" "$4"
}
heard() {
 { hs=$({ { asked "$1" "$3" 3>&- 4>&-; echo $? >&3; } | taken "$1" "$2" >&4 3>&-; } 3>&1); } 4>&1
 return "${hs:-1}"
}
asked() {
 PATH=$own
 lim "$1" sh -c "$2" </dev/null 2>&1
}
taken() { lim $(($1 + 3)) sh -c 'head -c "$1"; ! read -r more || exec cat >/dev/null' sh "$2" 4>&-; }
