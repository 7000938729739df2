# reach SECONDS {4|6 ADDRESS "PORT PORT ..."}...: asks every port, all at once: one connection each, nothing is sent.
# Each answer is a line "NUMBER STATE"; ports are numbered as they come.
reach() {
 rl=$1
 shift
 if perl -MSocket=getaddrinfo -e 1 2>/dev/null; then rec reach lim $((rl + 10)) perl -e "$reach_perl" "$rl" "$@"
 else rec reach by_shell "$rl" "$@"
 fi
}
reach_perl='use strict; use Socket qw(:DEFAULT getaddrinfo); use Fcntl; use Errno;
my ($limit, $n, %open) = (shift, 0);
sub say_ { my ($i, $e) = @_; $! = $e;
 print "$i ", !$e ? "open" : $!{ECONNREFUSED} ? "refused"
  : $!{ETIMEDOUT} || $!{EHOSTUNREACH} || $!{EPERM} || $!{EACCES} || $!{ECONNRESET} ? "filtered" : "unknown", "\n" }
while (@ARGV) {
 my ($f, $host, $ports) = splice @ARGV, 0, 3;
 my $af = $f == 6 ? Socket::AF_INET6() : AF_INET;
 my ($bad, @found) = getaddrinfo($host, undef, {family => $af, socktype => SOCK_STREAM});
 for my $port (split " ", $ports) {
  my $i = $n++;
  if ($bad || !@found) { print "$i unknown\n"; next }
  my $to = $f == 6 ? Socket::pack_sockaddr_in6($port, (Socket::unpack_sockaddr_in6($found[0]{addr}))[1])
   : pack_sockaddr_in($port, (unpack_sockaddr_in($found[0]{addr}))[1]);
  if (!socket(my $s, $af, SOCK_STREAM, 0)) { print "$i unknown\n" }
  else { fcntl($s, F_SETFL, O_NONBLOCK);
   if (connect($s, $to)) { say_($i, 0) }
   elsif ($!{EINPROGRESS}) { $open{fileno $s} = [$s, $i] }
   else { say_($i, $! + 0) } }
 }
}
my $now = eval { require Time::HiRes; 1 } ? \&Time::HiRes::time : sub { time };
my $end = $now->() + $limit;
while (%open && $now->() <= $end) {
 my $w = ""; vec($w, $_, 1) = 1 for keys %open; my $x = $w;
 next if select(undef, $w, $x, 0.2) <= 0;
 for my $fd (keys %open) {
  next unless vec($w, $fd, 1) || vec($x, $fd, 1);
  my ($s, $i) = @{delete $open{$fd}};
  say_($i, unpack("I", getsockopt($s, SOL_SOCKET, SO_ERROR)));
 }
}
print "$_->[1] filtered\n" for values %open;'
by_shell() {
 bl=$1 bn=0
 shift
 while [ $# -ge 3 ]; do
  bf=$1 ba=$2 bp=$3
  shift 3
  case $ba in
  *:*) ;;
  *[!0-9.]*) ba=$(getent ahostsv$bf -- "$ba" 2>/dev/null | { read -r first rest; printf %s "$first"; }) ;;
  esac
  for port in $bp; do
   one $bn "$bl" "$ba" "$port" &
   bn=$((bn + 1))
  done
 done
 wait
}
one() {
 if [ -z "$3" ]; then echo "$1 unknown"; return; fi
 if command -v bash >/dev/null 2>&1; then
  said=$(lim "$2" env LC_ALL=C bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$3" "$4" 2>&1)
 elif command -v nc >/dev/null 2>&1; then said=$(lim "$2" env LC_ALL=C nc -v -z -- "$3" "$4" 2>&1)
 else said=none; false
 fi
 case $?:$said in
 0:*) echo "$1 open" ;;
 *refused*) echo "$1 refused" ;;
 124:* | 137:* | 143:* | *'timed out'* | *'No route to host'* | 1:*'Permission denied'*) echo "$1 filtered" ;;
 *) echo "$1 unknown" ;;
 esac
}
