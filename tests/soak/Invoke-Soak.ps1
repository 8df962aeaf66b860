# The long tests in full size, each in a process of its own: ./build.sh Soak

$failed = 0
foreach ($test in @(
        @{ File = 'Test-Job.ps1'; Words = @('-Jobs', '100') }
        @{ File = 'Test-Writer.ps1'; Words = @('-Processes', '5', '-Runspaces', '20', '-Writes', '10') }
        @{ File = 'Test-SavedContext.ps1'; Words = @('-Processes', '50') }
        @{ File = 'Test-Day.ps1'; Words = @('-Hours', '24') }
    )) {
    "== $($test.File)"
    $words = @('-NoLogo', '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot $test.File)) + $test.Words
    $text = & ([Diagnostics.Process]::GetCurrentProcess().MainModule.FileName) @words | Out-String
    $text.Trim()
    if ($text -notmatch '(?m)^Passed\s*:\s*True') { $failed++ }
}
"$failed failed"
exit [int]($failed -gt 0)
