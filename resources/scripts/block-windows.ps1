$ports = @PORTS@
$run = '@RUN@'
& {
    $ErrorActionPreference = 'Stop'
    if (Get-NetFirewallProfile -ErrorAction Stop | Where-Object { "$($_.Enabled)" -ne 'True' }) { throw 'The Windows firewall is off in at least one profile: rules would have no effect. Nothing was changed.' }
    $other = Get-NetFirewallRule -ErrorAction Stop | Where-Object { $_.Group -like 'replica-upgrade-wizard run *' -and $_.Group -ne "replica-upgrade-wizard run $run" }
    if ($other) { throw "A block of another run stands: $(($other.Group | Sort-Object -Unique) -join ', '). Nothing was changed." }
    $old = @(Get-NetFirewallRule -ErrorAction Stop | Where-Object Group -eq "replica-upgrade-wizard run $run")
    foreach ($direction in 'Inbound', 'Outbound') {
        New-NetFirewallRule -DisplayName "Sync block, $direction, own ports" -Group "replica-upgrade-wizard run $run" -Direction $direction -Action Block -Profile Any -Protocol TCP -LocalPort $ports -ErrorAction Stop | Out-Null
        New-NetFirewallRule -DisplayName "Sync block, $direction, peers' ports" -Group "replica-upgrade-wizard run $run" -Direction $direction -Action Block -Profile Any -Protocol TCP -RemotePort $ports -ErrorAction Stop | Out-Null
    }
    if ($old) { $old | Remove-NetFirewallRule -ErrorAction Stop }
    Get-NetFirewallRule -Group "replica-upgrade-wizard run $run" | Format-Table DisplayName, Enabled, Direction, Action
}
