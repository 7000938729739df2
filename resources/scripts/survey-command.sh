# operator KEY SECONDS BYTES COMMAND: a command of the operator's own, as it stands, in his environment.
operator() { bound "$2" "$3" "$1" asked "$2" "$4"; }
asked() { lim "$1" env PATH="$own" sh -c "$2" 2>&1; }
