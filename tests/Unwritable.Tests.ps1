# Files that cannot be written: each cmdlet that writes one names the path and the next step, and sends nothing before.

BeforeDiscovery {
    # An administrator may write everywhere but to the file system of the kernel.
    $places = @(
        @{ Place = 'below a file'; Below = 'file' }
        if (Test-Path -LiteralPath '/sys/kernel') {
            @{ Place = 'in a folder without the right to write'; Below = 'sys' }
        }
    )
    $writers = @(
        @{ Name = 'Save-AzContext'; Text = "*could not be saved to '*': *. Give the -Path of a file in a folder *" }
        @{ Name = 'Export-AzIntegrationRuntime'; Text = "The folder '*' was not created: *. Give another -Path, or *" }
        @{ Name = 'Export-AzIntegrationRuntimeTopology'; Text = "The file '*' cannot be written: *. Nothing was read." }
        @{ Name = 'Test-AzIntegrationRuntimeFleet -Snapshot'; Text = "The file '*' cannot be written: *. Nothing was*" }
        @{ Name = 'Test-AzIntegrationRuntimeFleet -ReportPath'; Text = "The file '*' cannot be written: *. Nothing *" }
        @{
            Name = 'Start-AzIntegrationRuntimeEmulator -StatePath'
            Text = "*could not be started: *'* cannot be locked: *. Name a state file in a folder where you *"
        }
        @{
            Name = 'Start-AzIntegrationRuntimeEmulator -TrafficPath'
            Text = "*could not be started: *the traffic file '*' cannot be written: *. Name a file in a folder where *"
        }
    )
    $cases = foreach ($place in $places) { foreach ($writer in $writers) { $place + $writer } }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    function Start-WithRuntime {
        Start-TestEmulator
        $null = New-TestFactory 'adf-unwritable'
        $null = New-TestRuntime 'adf-unwritable' 'ir-one'
    }
    Start-WithRuntime
    Set-Content -LiteralPath (Join-Path $TestDrive 'file') -Value 'kept'
    $calls = @{
        'Save-AzContext'                                = { Save-AzContext -Path "$args/x.json" }
        'Export-AzIntegrationRuntime'                   = {
            Export-AzIntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-unwritable -Path "$args/x"
        }
        'Export-AzIntegrationRuntimeTopology'           = { Export-AzIntegrationRuntimeTopology -Path "$args/x.svg" }
        'Test-AzIntegrationRuntimeFleet -Snapshot'      = { Test-AzIntegrationRuntimeFleet -Snapshot "$args/x.json" }
        'Test-AzIntegrationRuntimeFleet -ReportPath'    = { Test-AzIntegrationRuntimeFleet -ReportPath "$args/x.html" }
        'Start-AzIntegrationRuntimeEmulator -StatePath' = {
            Start-AzIntegrationRuntimeEmulator -StatePath "$args/x.json" -WarningAction Ignore
        }
    }
    $calls['Start-AzIntegrationRuntimeEmulator -TrafficPath'] = {
        Start-AzIntegrationRuntimeEmulator -TrafficPath "$args/x.jsonl" -WarningAction Ignore
    }
}

AfterAll { Stop-TestEmulator }

Describe 'A file that cannot be written' {
    It '<Place> is refused by <Name>, with the path and the next step' -ForEach $cases {
        $folder = if ($Below -eq 'sys') { '/sys' } else { Join-Path $TestDrive $Below }
        # A process has one emulator.
        if ($Name -like 'Start-*') { Stop-TestEmulator }
        try {
            $refusal = Get-Refusal { & $calls[$Name] $folder }
            $refusal.Exception.Message | Should -BeLike $Text
            $refusal.Exception.Message | Should -BeLike "*$([IO.Path]::GetFileName($folder))*"
        } finally {
            if ($Name -like 'Start-*') { Start-WithRuntime }
        }
    }

    It 'leaves what stands in the way' {
        Get-Content -LiteralPath (Join-Path $TestDrive 'file') | Should -BeExactly 'kept'
    }
}
