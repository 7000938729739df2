Get-NetFirewallProfile | Format-Table Name, Enabled
& {
    $rules = @(Get-NetFirewallRule -ErrorAction Stop | Where-Object Group -like 'replica-upgrade-wizard run *')
    if ($rules) { $rules | Format-Table Group, DisplayName, Enabled, Direction, Action } else { 'No block of this program stands here.' }
}
