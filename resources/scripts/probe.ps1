@ADDRESS@
$until = (Get-Date).AddSeconds(3)
$probes = foreach ($port in @PORTS@) {
    $client = New-Object Net.Sockets.TcpClient
    [pscustomobject]@{ Port = $port; Client = $client; Task = $client.ConnectAsync(@ADDRESS@, $port) }
}
foreach ($probe in $probes) {
    $left = [Math]::Max(1, [int]($until - (Get-Date)).TotalMilliseconds)
    try { if ($probe.Task.Wait($left)) { "$($probe.Port) open" } else { "$($probe.Port) filtered" } }
    catch { "$($probe.Port) refused" }
    finally { $probe.Client.Close() }
}
