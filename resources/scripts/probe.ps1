@ADDRESS@
foreach ($port in @PORTS@) {
    $client = New-Object Net.Sockets.TcpClient
    try { if ($client.ConnectAsync(@ADDRESS@, $port).Wait(3000)) { "$port open" } else { "$port filtered" } }
    catch { "$port refused" }
    finally { $client.Close() }
}
