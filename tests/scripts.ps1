# Dot-sourced by tests of whole scripts: runs one as it is and says whether it ran clean.

function Invoke-UserScript {
    # Runs a script from a file.
    param([string]$Text, [string[]]$Answer = @())

    $path = Join-Path $TestDrive "script-$([guid]::NewGuid().ToString('N')).ps1"
    Set-Content -LiteralPath $path -Value ("Set-StrictMode -Off`n" + $Text) -Encoding UTF8
    Clear-SentRequest
    Invoke-Answered "& '$path'" -Answer $Answer
}

function Assert-Clean {
    # It ran to its end, asked what was foreseen and complained of nothing.
    param($Result)

    $Result.Thrown | Should -BeNullOrEmpty
    $Result.Errors | ForEach-Object { $_.Exception.Message } | Should -BeNullOrEmpty
    $Result.Warnings | Should -BeNullOrEmpty
    $Result.Unanswered | Should -Be 0
}
