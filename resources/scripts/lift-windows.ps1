$run = '@RUN@'
& {
    $ErrorActionPreference = 'Stop'
    Get-NetFirewallRule -Group "replica-upgrade-wizard run $run" -ErrorAction SilentlyContinue | Remove-NetFirewallRule
    if (Get-NetFirewallRule -Group "replica-upgrade-wizard run $run" -ErrorAction SilentlyContinue) { throw 'The block still stands.' }
    'The block is lifted.'
}
