$run = '@RUN@'
Get-NetFirewallProfile | Format-Table Name, Enabled
& {
    $rules = @(Get-NetFirewallRule -ErrorAction Stop | Where-Object Group -eq "replica-upgrade-wizard run $run")
    if ($rules) { $rules | Format-Table DisplayName, Enabled, Direction, Action } else { 'No block of this run stands here.' }
}
