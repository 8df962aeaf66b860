# A warm Get by name and a list of 10,000, against Invoke-RestMethod on the same emulator.
param([string]$Module, [int]$Runs)

. $PSScriptRoot/common.ps1

$result = Invoke-Fresh -ArgumentList $Module, $Runs, $PSScriptRoot -Script {
    param($Module, [int]$Runs, $Bench)
    $ErrorActionPreference = 'Stop'
    . "$Bench/common.ps1"
    Import-Module (Join-Path $Module 'AzIntegrationRuntime.psd1')
    $emulator = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
    try {
        $web = @{ SkipCertificateCheck = $true }      # in the other's favour: nothing to verify
        $control = "$($emulator.Endpoint)/emulator"
        Add-Runtime -Ready $emulator -Factory adf -Count 10000
        Add-Runtime -Ready $emulator -Factory small -Count 100
        $web.Headers = @{ Authorization = "Bearer $(Get-EmulatorToken -Ready $emulator)" }
        $group = "$($emulator.Endpoint)/subscriptions/$($emulator.SubscriptionId)/resourceGroups/rg"
        $collection = "$group/providers/Microsoft.DataFactory/factories/adf/integrationRuntimes"
        $query = 'api-version=2018-06-01'
        $get = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf' }
        $first = @(Get-AzDataFactoryV2IntegrationRuntime @get)[0]
        $name = $first.Name
        $typeNames = @($first.pstypenames | Where-Object { $_ -notlike 'System.*' })
        [array]::Reverse($typeNames)

        $session = [Microsoft.PowerShell.Commands.WebRequestSession]::new()
        $watch = [Diagnostics.Stopwatch]::new()
        $times = @{ get = @(); new = @(); kept = @(); list = @(); loop = @() }
        # Warm means warm: the runtime compiles what is called often, in the background, when there is a pause.
        foreach ($run in 1..300) {
            $null = Get-AzDataFactoryV2IntegrationRuntime @get -Name $name
            $null = Invoke-RestMethod @web -Uri "$collection/$($name)?$query"
            $null = Invoke-RestMethod @web -Uri "$collection/$($name)?$query" -WebSession $session
        }
        Start-Sleep -Seconds 1
        foreach ($run in -5..($Runs * 10)) {
            $watch.Restart(); $null = Get-AzDataFactoryV2IntegrationRuntime @get -Name $name
            $ours = $watch.Elapsed.TotalMilliseconds
            $watch.Restart(); $null = Invoke-RestMethod @web -Uri "$collection/$($name)?$query"
            $new = $watch.Elapsed.TotalMilliseconds
            $watch.Restart(); $null = Invoke-RestMethod @web -Uri "$collection/$($name)?$query" -WebSession $session
            $kept = $watch.Elapsed.TotalMilliseconds
            if ($run -lt 1) { continue }
            $times.get += $ours
            $times.new += $new
            $times.kept += $kept
        }

        foreach ($run in 1..3) {
            [GC]::Collect()
            $watch.Restart()
            $listed = @(Get-AzDataFactoryV2IntegrationRuntime @get)
            $times.list += $watch.Elapsed.TotalMilliseconds

            [GC]::Collect()
            $watch.Restart()
            $next = "$($collection)?$query"
            $looped = @(while ($next) {
                    $page = Invoke-RestMethod @web -Uri $next -WebSession $session
                    foreach ($item in $page.value) {
                        $properties = $item.properties
                        $object = [pscustomobject]@{
                            SelfContainedInteractiveAuthoringEnabled =
                                $properties.selfContainedInteractiveAuthoringEnabled
                            Name                                     = $item.name
                            Type                                     = $properties.type
                            ResourceGroupName                        = 'rg'
                            DataFactoryName                          = 'adf'
                            Description                              = $properties.description
                            Id                                       = $item.id
                            Etag                                     = $item.etag
                            Service                                  = 'DataFactory'
                            Parent                                   = 'adf'
                            Kind                                     = 'SelfHosted'
                            State                                    = $null
                            Version                                  = $null
                            SubscriptionId                           = ($item.id -split '/')[2]
                            PortalUrl                                = 'https://adf.azure.com/en/home?factory=' +
                                [uri]::EscapeDataString(($item.id -split '/integrationruntimes/')[0])
                        }
                        foreach ($typeName in $typeNames) { $object.pstypenames.Insert(0, $typeName) }
                        $object
                    }
                    $next = $page.PSObject.Properties['nextLink'].Value
                })
            $times.loop += $watch.Elapsed.TotalMilliseconds
            if ($listed.Count -ne 10000 -or $looped.Count -ne 10000) {
                throw "Listed $($listed.Count) and $($looped.Count) of 10000."
            }
            $same = {
                param($Object)
                $ofType = $Object.pstypenames -notlike 'System.*'
                (ConvertTo-Json $Object -Compress) + ($ofType -join ' ')
            }
            if ((& $same $listed[9999]) -cne (& $same $looped[9999])) {
                throw "The objects differ: $(& $same $listed[9999]) and $(& $same $looped[9999])."
            }
        }

        # How many pages had been asked for when the first object was there.
        $null = Invoke-RestMethod @web -Method Delete -Uri "$control/requests"
        $first = @{ pages = $null; milliseconds = $null }
        $watch.Restart()
        $null = Get-AzDataFactoryV2IntegrationRuntime @get | ForEach-Object {
            if ($null -eq $first.pages) {
                $first.milliseconds = $watch.Elapsed.TotalMilliseconds
                $first.pages = @((Invoke-RestMethod @web -Uri "$control/requests") | ForEach-Object { $_ } |
                    Where-Object url -Match 'integrationruntimes').Count
            }
        }

        # Tab on a live name, as a shell asks for it.
        $line = 'Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName small -Name ir-'
        $times.tab = @(foreach ($run in -5..($Runs * 3)) {
                $watch.Restart()
                $found = TabExpansion2 -inputScript $line -cursorColumn $line.Length
                $elapsed = $watch.Elapsed.TotalMilliseconds
                if ($found.CompletionMatches.Count -ne 100) {
                    throw "Tab offered $($found.CompletionMatches.Count) of 100 names."
                }
                if ($run -ge 1) { $elapsed }
            })
        $medians = @{ first = $first }
        foreach ($key in $times.Keys) { $medians[$key] = Get-Median $times[$key] }
        ConvertTo-Json $medians -Compress
    }
    finally {
        Stop-AzIntegrationRuntimeEmulator
    }
}

New-Row -What 'warm Get by name' -Against 'Invoke-RestMethod as scripts call it' -Unit ms -Wanted 0.15 `
    -Measured $result.get -Reference $result.new
New-Row -What 'warm Get by name' -Against 'Invoke-RestMethod -WebSession kept open' -Unit ms -Wanted 0.85 `
    -Measured $result.get -Reference $result.kept
New-Row -What 'list of 10,000 runtimes, 200 pages' -Against 'loop of Invoke-RestMethod -WebSession' -Unit ms `
    -Wanted 0.2 -Measured $result.list -Reference $result.loop
New-Row -What "  first object after $([int]$result.first.milliseconds) ms: pages asked for" -Unit pages -Wanted 199 `
    -Measured $result.first.pages
New-Row -What 'Tab on one of 100 live names, warm' -Unit ms -Wanted 10 -Measured $result.tab
