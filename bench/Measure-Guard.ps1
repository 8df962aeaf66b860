# The guard before a deployment: a template with 5,000 resources, 200 of them integration runtimes that are live,
# against the requests that it sends.
param([string]$Module, [int]$Runs)

. $PSScriptRoot/common.ps1

$result = Invoke-Fresh -ArgumentList $Module, $Runs, $PSScriptRoot -Script {
    param($Module, [int]$Runs, $Bench)
    $ErrorActionPreference = 'Stop'
    . "$Bench/common.ps1"
    Import-Module (Join-Path $Module 'AzIntegrationRuntime.psd1')
    $emulator = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
    $folder = New-BenchFolder
    try {
        Add-Runtime -Ready $emulator -Factory adf -Count 200
        $resources = foreach ($index in 0..4999) {
            if ($index -lt 200) {
                @{
                    name       = "[concat(parameters('factoryName'), '/ir-{0:d5}')]" -f $index
                    type       = 'Microsoft.DataFactory/factories/integrationRuntimes'
                    apiVersion = '2018-06-01'
                    properties = @{ type = 'SelfHosted'; typeProperties = @{} }
                    dependsOn  = @()
                }
            } else {
                @{
                    name       = "[concat(parameters('factoryName'), '/copy-$index')]"
                    type       = 'Microsoft.DataFactory/factories/pipelines'
                    apiVersion = '2018-06-01'
                    properties = @{ activities = @(@{
                                name           = 'Copy'
                                type           = 'Copy'
                                typeProperties = @{ source = @{ type = 'SqlSource'; query = 'select 1 ' * 50 } }
                            }) }
                    dependsOn  = @("[concat(variables('factoryId'), '/datasets/data-$index')]")
                }
            }
        }
        $template = Join-Path $folder 'ARMTemplateForFactory.json'
        @{
            '$schema'      = 'http://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#'
            contentVersion = '1.0.0.0'
            parameters     = @{ factoryName = @{ type = 'string'; defaultValue = 'adf' } }
            variables      = @{ factoryId = "[concat('Microsoft.DataFactory/factories/', parameters('factoryName'))]" }
            resources      = $resources
        } | ConvertTo-Json -Depth 20 | Set-Content -LiteralPath $template

        $guard = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf' }
        $empty = Join-Path $folder 'empty.json'
        '{ "contentVersion": "1.0.0.0", "resources": [] }' | Set-Content -LiteralPath $empty
        $watch = [Diagnostics.Stopwatch]::new()
        $times = @{ whole = @(); requests = @() }
        foreach ($run in -2..$Runs) {
            [GC]::Collect()
            $watch.Restart()
            $effects = @(Test-AzIntegrationRuntimeDeployment @guard -TemplateFile $template)
            $whole = $watch.Elapsed.TotalMilliseconds
            if ($effects.Count -ne 200 -or @($effects | Where-Object Destructive).Count) {
                throw "The guard wrote $($effects.Count) objects."
            }
            # The same requests for a template without resources.
            $watch.Restart()
            $null = Test-AzIntegrationRuntimeDeployment @guard -TemplateFile $empty
            $requests = $watch.Elapsed.TotalMilliseconds
            if ($run -lt 1) { continue }
            $times.whole += $whole
            $times.requests += $requests
        }
        @{
            beside = (Get-Median $times.whole) - (Get-Median $times.requests)
            whole  = Get-Median $times.whole
            size   = (Get-Item -LiteralPath $template).Length / 1MB
        } | ConvertTo-Json -Compress
    }
    finally {
        Stop-AzIntegrationRuntimeEmulator
        Remove-Item -LiteralPath $folder -Recurse
    }
}

New-Row -What "guard of 5,000 resources ($('{0:0.0}' -f $result.size) MB), 200 runtimes, beside requests" -Unit ms `
    -Wanted 2000 -Measured $result.beside
New-Row -What '  with its requests' -Unit ms -Measured $result.whole
