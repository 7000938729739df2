printf '%s\n' @ADDRESS@
{
for port in @PORTS@; do
	{
	timeout 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' @ADDRESS@ "$port" 2>/dev/null
	case $? in 0) echo "$port open" ;; 124) echo "$port filtered" ;; *) echo "$port refused" ;; esac
	} &
done
wait
} | sort -n
