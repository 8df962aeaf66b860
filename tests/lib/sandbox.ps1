# A process like that of a host of runbooks: several jobs at the same time, each in a runspace of its own. Reads the
# jobs from a file and writes what became of them, and what the process did meanwhile, as JSON.
param([string]$Endpoint, [string]$Jobs, [string]$Result)

$ErrorActionPreference = 'Stop'

function Get-ChildFact {
    # The page faults of children that ended (field 11 of stat), and the children that run.
    $fields = [IO.File]::ReadAllText('/proc/self/stat') -replace '^.*\) ' -split ' '
    $living = foreach ($task in [IO.Directory]::GetDirectories('/proc/self/task')) {
        # A thread can end meanwhile.
        try { [IO.File]::ReadAllText("$task/children") -split ' ' -ne '' } catch [IO.IOException] { $null }
    }
    @{ Faults = [long]$fields[8]; Living = @($living | Where-Object { $_ }) }
}

$before = Get-ChildFact
# Stands for the clouds that are known by name.
Import-Module AzIntegrationRuntime.Standalone
$null = Add-AzEnvironment -Name Emulator -ARMEndpoint $Endpoint

$running = foreach ($job in [IO.File]::ReadAllText($Jobs) | ConvertFrom-Json) {
    $parameters = @{}
    $job.Parameters.PSObject.Properties | ForEach-Object { $parameters[$_.Name] = $_.Value }
    $shell = [powershell]::Create()
    $shell.Runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
    $shell.Runspace.Open()
    $null = $shell.AddScript("param(`$Script, `$Parameters) & `$Script @Parameters").
        AddArgument($job.Script).AddArgument($parameters)
    $output = [Management.Automation.PSDataCollection[psobject]]::new()
    $none = [Management.Automation.PSDataCollection[psobject]]::new()
    $none.Complete()
    @{ Shell = $shell; Output = $output; Handle = $shell.BeginInvoke($none, $output) }
}
$seen = foreach ($job in $running) {
    $failure = $null
    try { $null = $job.Shell.EndInvoke($job.Handle) } catch { $failure = $_.Exception.InnerException.Message }
    @{
        State   = "$($job.Shell.InvocationStateInfo.State)"
        Failure = $failure
        Output  = @($job.Output | ForEach-Object { "$_" })
        Errors  = @($job.Shell.Streams.Error | ForEach-Object { "$_" })
    }
}
$after = Get-ChildFact
$peak = [long]([regex]::Match([IO.File]::ReadAllText('/proc/self/status'), 'VmHWM:\s+(\d+)').Groups[1].Value) / 1024
$json = @{ Jobs = @($seen); PeakMegabytes = [int]$peak; Before = $before; After = $after } | ConvertTo-Json -Depth 6
[IO.File]::WriteAllText($Result, $json)
