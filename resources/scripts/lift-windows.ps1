$run = '@RUN@'
& {
    $ErrorActionPreference = 'Stop'
    $ours = { @(Get-NetFirewallRule -ErrorAction Stop | Where-Object Group -eq "replica-upgrade-wizard run $run") }
    $rules = & $ours
    if ($rules) { $rules | Remove-NetFirewallRule -ErrorAction Stop }
    if (& $ours) { throw 'The block still stands.' }
    'The block is lifted.'
}
