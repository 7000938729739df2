# The listening TCP sockets as the kernel lists them.
listening() { rec listening sockets; }
sockets() {
 cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep ' 0A '
 [ -r /proc/net/tcp ]
}
