BeforeAll {
    . $PSScriptRoot/common.ps1

    # A directory of the tests' own, so that nothing of the user's is read or written; and no secret service, whose
    # keyring would be the user's. The processes started below have both too.
    $script:Saved = @{}
    foreach ($name in 'AZIR_PROFILE', 'DBUS_SESSION_BUS_ADDRESS') {
        $script:Saved[$name] = [Environment]::GetEnvironmentVariable($name)
    }
    $env:AZIR_PROFILE = Join-Path $TestDrive 'profile'
    $env:DBUS_SESSION_BUS_ADDRESS = 'unix:path=/nonexistent'
    Start-TestEmulator

    $script:Shell = Get-PwshPath

    function Invoke-NewProcess {
        # Runs a script in a PowerShell of its own, in which nobody has signed in; answers with what it says, in order.
        param([string]$Script)

        $start = '$ProgressPreference = "SilentlyContinue"; $PSStyle.OutputRendering = "PlainText"; ' +
            "Import-Module '$script:MainManifest', '$script:StandaloneManifest'; "
        & $script:Shell -NoProfile -NonInteractive -Command ($start + $Script) 2>&1 | ForEach-Object { "$_" }
    }

    function Get-TokenRequest {
        # The token requests that reached the emulator since Clear-SentRequest.
        @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ } | Where-Object { $_.url -like '*/oauth2/*' })
    }
}

AfterAll {
    Stop-TestEmulator
    foreach ($name in $script:Saved.Keys) {
        [Environment]::SetEnvironmentVariable($name, $script:Saved[$name])
    }
}

Describe 'Contexts that last' {
    It 'are kept with -Scope CurrentUser, and a second process asks for no token while the kept one is valid' {
        $null = New-TestFactory 'adf-kept'
        $null = Connect-AzAccount -Scope CurrentUser -ContextName 'kept' -WarningVariable warnings `
            -WarningAction SilentlyContinue
        if ($IsLinux) {
            "$warnings" | Should -BeLike "The system's own protection for secrets cannot be used here (*"
        }
        Join-Path $env:AZIR_PROFILE 'contexts.json' | Should -Exist
        Clear-SentRequest
        $said = Invoke-NewProcess '(Get-AzContext).Name; (Get-AzDataFactoryV2 rg adf-kept).DataFactoryName'
        $said | Should -Be @(
            "WARNING: The kept context in use is of the emulator at $($global:TestEmulator.Endpoint), not of Azure."
            'kept'
            'adf-kept')
        @(Get-SentRequest).Count | Should -Be 1
        @(Get-TokenRequest).Count | Should -Be 0
    }

    It 'are seen without a sign-in, also by the cmdlets of the main module alone' {
        $said = & $script:Shell -NoProfile -NonInteractive -Command (
            "Import-Module '$script:MainManifest'; (Get-AzDataFactoryV2 rg adf-kept -WarningAction " +
            "SilentlyContinue).DataFactoryName") 2>&1
        "$said" | Should -BeExactly 'adf-kept'
    }

    It 'show no secret in any file' {
        $files = @(Get-ChildItem -LiteralPath $env:AZIR_PROFILE -Force)
        $files.Count | Should -BeGreaterThan 1
        foreach ($file in $files) {
            [System.Text.Encoding]::GetEncoding(28591).GetString([System.IO.File]::ReadAllBytes($file.FullName)) |
                Should -Not -Match "$script:OwnerSecret|eyJ0"
            if (-not $IsWindows) {
                $file.UnixMode | Should -BeExactly '-rw-------'
            }
        }
    }

    It 'end with the process with -Scope Process' {
        $null = Connect-AzAccount -Scope Process -ContextName 'fleeting'
        Invoke-NewProcess '(Get-AzContext -ListAvailable -WarningAction SilentlyContinue).Name' |
            Should -Not -Contain 'fleeting'
    }

    It 'follow what another process selects, renames and signs out of' {
        $said = Invoke-NewProcess ('$WarningPreference = "SilentlyContinue"; ' +
            '$null = Rename-AzContext -SourceName kept -TargetName renamed -Scope CurrentUser; (Get-AzContext).Name')
        $said | Should -BeExactly 'renamed'
        Invoke-NewProcess '(Get-AzContext -WarningAction SilentlyContinue).Name' | Should -BeExactly 'renamed'
        $null = Invoke-NewProcess ('$WarningPreference = "SilentlyContinue"; ' +
            "`$null = Disconnect-AzAccount -Username '$script:Owner' -Scope CurrentUser")
        Invoke-NewProcess '@(Get-AzContext -ListAvailable).Count' | Should -BeExactly '0'
    }

    It 'are forgotten whole by Clear-AzContext' {
        $null = Connect-AzAccount -Scope CurrentUser -ContextName 'again' -WarningAction SilentlyContinue
        Get-Content -Raw -LiteralPath (Join-Path $env:AZIR_PROFILE 'contexts.json') | Should -Match '"again"'
        $null = Invoke-NewProcess 'Clear-AzContext -Scope CurrentUser -Force -WarningAction SilentlyContinue'
        $kept = Get-Content -Raw -LiteralPath (Join-Path $env:AZIR_PROFILE 'contexts.json') | ConvertFrom-Json
        @($kept.contexts).Count | Should -Be 0
        @($kept.accounts.PSObject.Properties).Count | Should -Be 0
    }

    It 'are set aside when their file is damaged' {
        $path = Join-Path $env:AZIR_PROFILE 'contexts.json'
        Set-Content -LiteralPath $path -Value '{ "version": 1, "contex'
        $said = Invoke-NewProcess '@(Get-AzContext).Count'
        $said | Should -Be @(
            ("WARNING: The kept contexts in '$path' are damaged (it is not JSON). The file is now " +
            "'$path.damaged-1'; run ") +
            'Connect-AzAccount to sign in again.'
            '0')
        "$path.damaged-1" | Should -Exist
    }
}
