attempt='@ATTEMPT@'
command=@COMMAND@
job='@JOB@'
(
set -eu
umask 077
mkdir -p "$job"
cd "$job"
boot=$(cat /proc/sys/kernel/random/boot_id)
note_attempt() { echo "$attempt" > attempt.new; mv -f attempt.new attempt; }
if [ -s process ] && [ ! -s result ]; then
	read -r pid started < process
	if [ "$started" = "$boot" ] && kill -0 "$pid" 2>/dev/null; then
		note_attempt; echo 'The installer is running already.' >&2; exit 75; fi
fi
[ ! -e log ] || mv -f log log.before
rm -f process result
note_attempt
export job boot command
setsid sh -c '
echo "$$ $boot" > process.new
mv -f process.new process
sh -c "$command" > log 2>&1 < /dev/null
status=$?
echo "$status" > result.new
sync
mv -f result.new result
' > /dev/null 2>&1 < /dev/null &
tries=0
until [ -s process ] || [ -s result ] || [ "$tries" -ge 100 ]; do tries=$((tries + 1)); sleep 0.1; done
[ -s process ] || [ -s result ] || { echo 'The installer did not start.' >&2; exit 1; }
echo "The installer was started. What it prints stands in $job/log, its exit status will stand in $job/result."
)
