$run = '@RUN@'
Get-NetFirewallProfile | Format-Table Name, Enabled
Get-NetFirewallRule -Group "replica-upgrade-wizard run $run" | Format-Table DisplayName, Enabled, Direction, Action
