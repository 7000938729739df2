# The listening TCP sockets as the kernel lists them; the last field tells what belongs to the answer and what not.
listening() {
 sys listening 10 400000 'cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep " 0A "; [ -r /proc/net/tcp ]'
}
