printf '%s\n' @ADDRESS@
{
for port in @PORTS@; do
	{
	said=$(timeout 3 env LC_ALL=C bash -c 'exec 3<>"/dev/tcp/$0/$1"' @ADDRESS@ "$port" 2>&1)
	case $?:$said in
	0:*) echo "$port open" ;;
	*'Connection refused'*) echo "$port refused" ;;
	124:* | *'timed out'* | *'No route to host'* | 1:*'Permission denied'*) echo "$port filtered" ;;
	*) echo "$port unknown" ;;
	esac
	} &
done
wait
} | sort -n
