@ADDRESS@
$until = (Get-Date).AddSeconds(3)
$probes = foreach ($port in @PORTS@) {
    $client = New-Object Net.Sockets.TcpClient
    [pscustomobject]@{ Port = $port; Client = $client; Task = $client.ConnectAsync(@ADDRESS@, $port) }
}
foreach ($probe in $probes) {
    $left = [Math]::Max(1, [int]($until - (Get-Date)).TotalMilliseconds)
    try { $state = if ($probe.Task.Wait($left)) { 'open' } else { 'filtered' } }
    catch {
        $state = switch ("$($_.Exception.GetBaseException().SocketErrorCode)") {
            'ConnectionRefused' { 'refused' }
            'TimedOut' { 'filtered' }
            'HostUnreachable' { 'filtered' }
            'AccessDenied' { 'filtered' }
            default { 'unknown' }
        }
    }
    "$($probe.Port) $state"
    $probe.Client.Close()
}
