# PowerShell as it is locked down, stripped or installed otherwise: the modules import there, the emulator starts, and
# cmdlets work. Each test has a process of its own.

BeforeDiscovery {
    # PowerShell as a .NET tool: Microsoft's own package, in which the process is 'dotnet'.
    $dotnet = Get-Command -Name dotnet -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    $tool = $null
    $reason = 'dotnet is not installed'
    if ($dotnet -and $PSVersionTable.PSVersion.Major -gt 5) {
        $version = "$($PSVersionTable.PSVersion)"
        $folder = Join-Path ([IO.Path]::GetTempPath()) "azir-pwsh-tool-$PID"
        $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
        $env:DOTNET_NOLOGO = '1'
        $said = & $dotnet.Source tool install PowerShell --version $version --tool-path $folder 2>&1
        if ($LASTEXITCODE -eq 0) {
            $tool = Get-ChildItem -Path $folder -Filter pwsh* -File | Select-Object -First 1 -ExpandProperty FullName
        }
        else {
            $reason = "dotnet tool install PowerShell --version $version failed: $($said | Select-Object -First 1)"
        }
    }
    $toolCase = @{ Tool = $tool; Folder = $folder; Dotnet = $dotnet.Source }
    if (-not $tool) {
        Write-Warning "PowerShell as a .NET tool is not tested: $reason."
    }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    $output = Join-Path $script:Root 'output'

    # What a session does there. Nothing in it needs a module but ours.
    $steps = @'
$ErrorActionPreference = 'Stop'
Import-Module AzIntegrationRuntime.Standalone, AzIntegrationRuntime
try {
    $emulator = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
    $null = New-AzResourceGroup -Name rg -Location eastus
    $null = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-host -Location eastus
    $name = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-host' }
    $runtime = Set-AzDataFactoryV2IntegrationRuntime @name -Name ir-self -Type SelfHosted
    "key $(($runtime | Get-AzDataFactoryV2IntegrationRuntimeKey).AuthKey1 -like 'IR@*')"
    "list $((Get-AzDataFactoryV2IntegrationRuntime @name).Name)"
    "status $(($runtime | Get-AzDataFactoryV2IntegrationRuntime -Status).State)"
    "edit $(($runtime | Set-AzDataFactoryV2IntegrationRuntime -Description edited -Force).Description)"
    $null = Set-AzDataFactoryV2IntegrationRuntime @name -Name ir-ssis -Type Managed -Location eastus `
        -NodeSize Standard_D2_v3 -NodeCount 1
    $job = Start-AzDataFactoryV2IntegrationRuntime @name -Name ir-ssis -Force -AsJob
    while ($job.State -eq 'Running') { $null = Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-host }
    "job $($job.State)"
    try { Get-AzDataFactoryV2IntegrationRuntime @name -Name ir-none } catch {
        "error $(@($_.Exception.Message -split '\n')[0])"
    }
}
finally {
    $null = Stop-AzIntegrationRuntimeEmulator
}
'@
    $wanted = @(
        'key True', 'list ir-self', 'status NeedRegistration', 'edit edited', 'job Completed'
        'error HTTP Status Code: NotFound*'
    )

    # Opens a runspace where the module path has our folder alone, runs the steps in it and writes what came of them.
    $host_script = @'
param([string]$Output, [string]$Steps, [string]$Mode, [string]$Extra)
# The engine's own cmdlets only: no Microsoft.PowerShell.Utility, no Management.
$state = [initialsessionstate]::CreateDefault2()
$state.LanguageMode = $Mode
$runspace = [runspacefactory]::CreateRunspace($state)
$runspace.Open()
# Not before: opening a runspace adds the usual folders.
$env:PSModulePath = $Output
$shell = [powershell]::Create()
$shell.Runspace = $runspace
try {
    $shell.AddScript("$Extra`n" + [IO.File]::ReadAllText($Steps)).Invoke()
} catch {
    "THROWN $($_.Exception.InnerException)"
}
$shell.Streams.Error | ForEach-Object { "ERROR $_ $($_.ScriptStackTrace)" }
'@
    $host_path = Join-Path $TestDrive 'host.ps1'
    Set-Content -LiteralPath $host_path -Value $host_script
    $steps_path = Join-Path $TestDrive 'steps.ps1'
    Set-Content -LiteralPath $steps_path -Value $steps

    function Invoke-Host {
        # The lines that the steps write in a new process with a runspace in this language mode.
        param([string]$Mode, [string]$Extra = '')

        & (Get-PwshPath) -NoProfile -NonInteractive -File $host_path -Output $output -Steps $steps_path -Mode $Mode `
            -Extra $Extra 2>&1 | ForEach-Object { ("$_" -split '\r?\n')[0] } | Where-Object { $_ }
    }

    function Assert-Step {
        # The lines are those of the steps, in order.
        param([string[]]$Said, [string[]]$Wanted = $wanted)

        $Said | Should -HaveCount $Wanted.Count -Because ($Said -join "`n")
        for ($index = 0; $index -lt $Wanted.Count; $index++) {
            $Said[$index] | Should -BeLike $Wanted[$index] -Because ($Said -join "`n")
        }
    }
}

Describe 'Constrained Language Mode' {
    It 'runs the cmdlets' {
        # The first line shows that the session is in that mode: it calls no method of .NET's.
        $extra = '"mode $($ExecutionContext.SessionState.LanguageMode)"; ' +
            'try { [IO.File]::Exists("x") } catch { "locked $($_.FullyQualifiedErrorId)" }'
        $said = Invoke-Host ConstrainedLanguage $extra
        Assert-Step $said (@(
                'mode ConstrainedLanguage', 'locked MethodInvocationNotSupportedInConstrainedLanguage') + $wanted)
    }
}

Describe 'A runspace with no profile and no module path but ours' {
    It 'runs the cmdlets' {
        $said = Invoke-Host FullLanguage '"path $env:PSModulePath"'
        Assert-Step $said (@("path $output") + $wanted)
    }
}

Describe 'PowerShell as a .NET tool' -ForEach $toolCase -Skip:(-not $toolCase.Tool) {
    BeforeAll {
        $root = $env:DOTNET_ROOT
        # The command finds its runtime by this variable where .NET is not installed in its usual folder.
        $env:DOTNET_ROOT = (& $Dotnet --list-runtimes | Select-String -Pattern '^Microsoft\.NETCore\.App .*\[(.*)\]$' |
            Select-Object -First 1).Matches[0].Groups[1].Value -replace '[\\/]shared[\\/]Microsoft\.NETCore\.App$'
    }

    AfterAll {
        $env:DOTNET_ROOT = $root
        Remove-Item -LiteralPath $Folder -Recurse -Force -ErrorAction Ignore
    }

    It 'starts the emulator and runs the cmdlets, in a process that is dotnet' {
        $path = Join-Path $TestDrive 'tool.ps1'
        Set-Content -LiteralPath $path -Value (
            "`$env:PSModulePath = '$output'`n" + '(Get-Process -Id $PID).ProcessName' + "`n" + $steps)
        $said = & $Tool -NoProfile -NonInteractive -File $path 2>&1 | ForEach-Object { ("$_" -split '\r?\n')[0] }
        Assert-Step $said (@('dotnet') + $wanted)
    }
}
