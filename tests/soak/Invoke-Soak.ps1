# The long tests in full size, each in a process of its own: ./build.sh Soak

$root = Split-Path (Split-Path $PSScriptRoot)
$load = if (Test-Path /proc/loadavg) { ", load $((Get-Content /proc/loadavg) -replace '(\S+ \S+ \S+).*', '$1')" }
"$([DateTime]::UtcNow.ToString('u')), commit $(& git -C $root rev-parse --short HEAD 2>$null), " +
    "$([Runtime.InteropServices.RuntimeInformation]::OSDescription), $([Environment]::ProcessorCount) processors$load"
$failed = @()
foreach ($test in @(
        @{ File = 'Test-Job.ps1'; Words = @('-Jobs', '100') }
        @{ File = 'Test-Writer.ps1'; Words = @('-Processes', '5', '-Runspaces', '20', '-Writes', '10') }
        @{ File = 'Test-SavedContext.ps1'; Words = @('-Processes', '50') }
        @{ File = 'Test-Day.ps1'; Words = @('-Hours', '24') }
    )) {
    "== $($test.File) $($test.Words)"
    $words = @('-NoLogo', '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot $test.File)) + $test.Words
    $text = & ([Diagnostics.Process]::GetCurrentProcess().MainModule.FileName) @words | Out-String
    $text.Trim()
    if ($text -notmatch '(?m)^Passed\s*:\s*True') { $failed += $test.File }
}
if ($failed) { "Failed: $($failed -join ', ')" } else { 'All passed.' }
exit $failed.Count
