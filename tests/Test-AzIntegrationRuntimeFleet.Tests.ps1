# The watch of a fleet: a fleet of 50 subscriptions with each finding planted once among 3,000 integration runtimes
# gives exactly the planted findings. native/core/tests/fleet_checks tries what each check compares with.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $version = '2018-06-01'
    $fleet = Invoke-Emulator POST '/emulator/seed' @{ fleet = @{
            subscriptions = 50; factories = 8; workspaces = 1; accounts = 1; runtimes = 6; nodes = 2; links = 1
            expiresInDays = 300
        }
    }
    $seeded = $fleet.subscriptionIds

    function Get-FactoryId {
        # The id of a factory of a seeded subscription; both numbers begin with 0.
        param([int]$Subscription, [int]$Factory)

        $id = $seeded[$Subscription]
        $number = [int]($id -replace '^.*-0*')
        "/subscriptions/$id/resourceGroups/rg-fleet/providers/Microsoft.DataFactory/factories/" +
            "adf-fleet-$number-$($Factory + 1)"
    }

    function Set-Status {
        # Changes what the service answers for the status of an integration runtime.
        param([string]$Id, [scriptblock]$Change)

        $answer = Invoke-AzRestMethod -Method POST -Path "$Id/getStatus?api-version=$version"
        $answer.StatusCode | Should -Be 200 -Because $Id
        $status = $answer.Content | ConvertFrom-Json -AsHashtable -DateKind String
        $null = $status.properties.typeProperties | ForEach-Object { & $Change $_ $status.properties }
        $null = Invoke-Emulator PUT '/emulator/runtimes' @{ runtimeId = $Id; status = $status }
    }

    function Get-ErrorBody {
        param([string]$Code, [string]$Message)

        @{ error = @{ code = $Code; message = $Message } } | ConvertTo-Json -Compress
    }

    function Get-Stamp {
        param([double]$Days)

        [datetime]::UtcNow.AddDays($Days).ToString('yyyy-MM-ddTHH:mm:ssZ')
    }

    # Each finding with the place where it is planted.
    $planted = [ordered]@{}
    $places = foreach ($subscription in 0..2) {
        foreach ($factory in 0..5) {
            foreach ($runtime in 1..2) {
                "$(Get-FactoryId $subscription $factory)/integrationRuntimes/ir-$runtime"
            }
        }
    }
    $free = [Collections.Generic.Queue[string]]::new([string[]]$places)

    function Add-Finding {
        param([string]$Code, [scriptblock]$Change)

        $id = $free.Dequeue()
        Set-Status $id $Change
        $planted[$Code] = $id
    }

    Add-Finding AZIR101 { param($it) $it.nodes[0].expiryTime = Get-Stamp -3 }
    Add-Finding AZIR102 { param($it) $it.nodes[1].expiryTime = Get-Stamp 30 }
    Add-Finding AZIR103 { param($it) $it.nodes[1].version = '5.60.9000.1' }
    Add-Finding AZIR104 { param($it) $it.autoUpdate = 'Off'; $it.pushedVersion = '5.999.1.1' }
    Add-Finding AZIR105 { param($it) $it.nodes[0].lastUpdateResult = 'Fail' }
    Add-Finding AZIR106 { param($it) $it.autoUpdate = 'On'; $it.autoUpdateETA = Get-Stamp 1 }
    Add-Finding AZIR107 {
        param($it)
        $it.autoUpdate = 'On'
        $it.autoUpdateETA = Get-Stamp 80
        $it.nodes[0].expiryTime = Get-Stamp 70
    }
    Add-Finding AZIR201 {
        param($it, $properties)
        $properties.state = 'Limited'
        $it.nodes[1].status = 'Offline'
        $it.nodes[1].lastConnectTime = Get-Stamp -2
    }
    Add-Finding AZIR202 {
        param($it)
        $it.nodes[1].status = 'NeedRegistration'
        $it.nodes[1].Remove('lastConnectTime')
    }
    Add-Finding AZIR203 { param($it) $it.nodes = @($it.nodes[0]) }
    Add-Finding AZIR204 { param($it) $it.nodes | ForEach-Object { $_.isActiveDispatcher = $false } }
    Add-Finding AZIR205 { param($it) $it.nodes[1].capabilities.credentialInSync = 'False' }
    Add-Finding AZIR206 { param($it) $it.nodes[0].capabilities.serviceBusConnected = 'False' }
    Add-Finding AZIR207 { param($it) $it.nodes[1].status = 'Limited' }
    Add-Finding AZIR209 { param($it, $properties) $it.nodes = @(); $properties.state = 'NeedRegistration' }
    Add-Finding AZIR210 { param($it) $it.nodes[1].status = 'InitializeFailed' }
    Add-Finding AZIR211 {
        param($it, $properties)
        $properties.state = 'Offline'
        $it.nodes | ForEach-Object { $_.status = 'Offline'; $_.lastConnectTime = Get-Stamp -0.01 }
    }
    Add-Finding AZIR212 { param($it) $it.nodes[0].concurrentJobsLimit = 99; $it.nodes[0].maxConcurrentJobs = 20 }
    Add-Finding AZIR301 {
        param($it)
        $it.links = @($it.links | Where-Object { $_ }) + @(1..95 | ForEach-Object {
                @{ name = "ir-$_"; subscriptionId = [guid]::Empty; dataFactoryName = "adf-elsewhere-$_" }
            })
    }
    Add-Finding AZIR304 {
        param($it)
        $factory = (Get-FactoryId 2 5) -split '/'
        $it.links = @($it.links | Where-Object { $_ }) + @(
            @{ name = 'ir-never'; subscriptionId = $factory[2]; dataFactoryName = $factory[8] }
        )
    }
    # A linked integration runtime whose owner is gone, one whose owner refuses, and one that its owner does not list.
    $spoke = Get-FactoryId 2 5
    function Add-Linked {
        param([string]$Code, [string]$Name, [string]$Owner)

        $planted[$Code] = "$spoke/integrationRuntimes/$Name"
        $null = Invoke-Emulator PUT '/emulator/runtimes' @{
            runtimeId  = $planted[$Code]
            properties = @{
                type           = 'SelfHosted'
                typeProperties = @{ linkedInfo = @{ authorizationType = 'RBAC'; resourceId = $Owner } }
            }
        }
    }
    $nowhere = "$(Get-FactoryId 0 0)-gone/integrationRuntimes/ir-1"
    # A linked one whose role was taken away while its owner is in the selection.
    $owner = "$(Get-FactoryId 1 0)/integrationRuntimes/ir-1"
    $guest = Get-FactoryId 1 1
    $identity = (Invoke-AzRestMethod -Path "${guest}?api-version=$version").Content | ConvertFrom-Json
    Get-AzRoleAssignment -Scope $owner -ObjectId $identity.identity.principalId | Where-Object Scope -EQ $owner |
        Remove-AzRoleAssignment
    $planted['AZIR303'] = "$guest/integrationRuntimes/ir-linked-1"
    Add-Linked AZIR302 'ir-of-none' $nowhere
    Add-Fault @{ method = 'POST'; path = 'ir-of-none/getStatus'; status = 404; times = 1000
        body = Get-ErrorBody 'NotFound' 'The shared integration runtime does not exist.'
    }
    # One that has its role and is not in the list of its owner.
    $owner = "$(Get-FactoryId 2 3)/integrationRuntimes/ir-1"
    $identity = (Invoke-AzRestMethod -Path "${spoke}?api-version=$version").Content | ConvertFrom-Json
    $null = New-AzRoleAssignment -ObjectId $identity.identity.principalId -RoleDefinitionName Contributor -Scope $owner
    Add-Linked AZIR305 'ir-unlisted' $owner
    # An integration runtime whose status the caller may not read.
    $planted['AZIR401'] = "$(Get-FactoryId 2 4)/integrationRuntimes/ir-2"
    $action = 'Microsoft.DataFactory/factories/integrationruntimes/getstatus/read'
    $refused = 'adf-fleet-\d+-5/integrationRuntimes/ir-2/getStatus'
    Add-Fault @{ method = 'POST'; path = "$($seeded[2])/.*$refused"; status = 403; times = 1000
        body = Get-ErrorBody 'AuthorizationFailed' ("The client 'x' with object id 'y' does not have authorization " +
            "to perform action '$action' over scope '/subscriptions' or the scope is invalid.")
    }

    function Get-Unexpected {
        # What was found and not planted, and the other way round.
        param($Finding)

        $all = @($Finding | ForEach-Object { "$($_.Code) $($_.Id)".ToLowerInvariant() })
        Compare-Object $wanted $all | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
    }
    $wanted = $planted.GetEnumerator() | Sort-Object Name, Value |
        ForEach-Object { "$($_.Name) $($_.Value)".ToLowerInvariant() }
    $quiet = @{ InformationAction = 'Ignore'; WarningAction = 'Ignore' }
    $all = @{ Subscription = $seeded }
    $snapshot = Join-Path $TestDrive 'fleet.json'
    $found = @(Test-AzIntegrationRuntimeFleet @all @quiet -Snapshot $snapshot)
}

AfterAll { Stop-TestEmulator }

Describe 'A fleet with each finding planted once' {
    It 'gives exactly the planted findings' {
        Get-Unexpected $found | Should -BeNullOrEmpty
        ($found | Where-Object Code -EQ AZIR303).Fix | Should -BeLike '*New-AzRoleAssignment*'
    }

    It 'gives them a second time, and no changes' {
        $again = @(Test-AzIntegrationRuntimeFleet @all @quiet -Baseline $snapshot)
        Get-Unexpected $again | Should -BeNullOrEmpty
        $again | Where-Object { $_ -is [AzIntegrationRuntime.FleetChange] } | Should -BeNullOrEmpty
    }

    It 'gives them from the snapshot, without a request' {
        Clear-SentRequest
        $read = @(Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot @quiet)
        Get-Unexpected $read | Should -BeNullOrEmpty
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'has the gravest findings first, each with a message, a fix and a title' {
        $order = @{ Error = 0; Warning = 1; Information = 2 }
        $severities = $found.Severity | ForEach-Object { $order[$_] }
        $severities | Should -Be ($severities | Sort-Object)
        foreach ($one in $found) {
            $one | Should -BeOfType AzIntegrationRuntime.FleetFinding
            $one.Message | Should -Not -BeNullOrEmpty
            $one.Title | Should -Not -BeNullOrEmpty
            $one.Silenced | Should -BeFalse
            $one.Parent | Should -BeLike 'adf-fleet-*'
        }
    }

    It 'has fixes that PowerShell can read, of cmdlets that exist' {
        foreach ($one in $found) {
            $errors = $null
            $tree = [Management.Automation.Language.Parser]::ParseInput($one.Fix, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty -Because $one.Fix
            $command = $tree.Find({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)
            if ($command.GetCommandName()) {
                $cmdlet = Get-Command $command.GetCommandName()
                $names = $command.CommandElements |
                    Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] }
                foreach ($name in $names.ParameterName) {
                    $cmdlet.Parameters.Keys | Should -Contain $name -Because $one.Fix
                }
            }
        }
    }

    It 'names dates' {
        ($found | Where-Object Code -EQ AZIR102).Due | Should -BeOfType datetime
        ($found | Where-Object Code -EQ AZIR102).Due.Kind | Should -Be Utc
    }

    It 'names the action and the least role of what it may not read' {
        ($found | Where-Object Code -EQ AZIR401).Message | Should -BeLike "*'$action'*'Reader'*"
    }

    It 'has a verdict on each integration runtime' {
        $verdicts = @(Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -AsVerdict @quiet)
        $verdicts.Count | Should -BeGreaterThan 3300
        ($verdicts | Where-Object Id -EQ $planted['AZIR101']).Verdict | Should -Be Error
        ($verdicts | Where-Object Id -EQ $places[-1]).Verdict | Should -Be Healthy
    }
}

Describe 'Jobs at the limit' {
    It 'need the monitoring data' {
        $place = $places[-1]
        $node = (Get-AzIntegrationRuntime -ResourceId $place -Status).Nodes[0].NodeName
        $load = @{ name = 'ir-2'; nodes = @(@{ nodeName = $node; concurrentJobsRunning = 20; maxConcurrentJobs = 20 }) }
        Add-Fault @{ method = 'POST'; path = "$place/monitoringData"; status = 200; times = 1
            body = $load | ConvertTo-Json -Depth 3 -Compress
        }
        $busy = @(Test-AzIntegrationRuntimeFleet @all @quiet -Metric | Where-Object Code -EQ AZIR208)
        $busy.Count | Should -Be 1
        $busy.Id | Should -Be $place
        $busy.Node | Should -Be $node
    }
}

Describe 'The changes since a baseline' {
    BeforeAll {
        $place = $places[-2]
        $before = Join-Path $TestDrive 'before.json'
        $null = Test-AzIntegrationRuntimeFleet @all @quiet -Snapshot $before
        Set-Status $place { param($it) $it.nodes[1].version = '5.60.9000.2' }
        $factory = $places[-1] -replace '/integrationRuntimes/.*'
        $null = Invoke-Emulator PUT '/emulator/runtimes' @{
            runtimeId = "$factory/integrationRuntimes/ir-new"; properties = @{ type = 'Managed' }
        }
        $now = @(Test-AzIntegrationRuntimeFleet @all @quiet -Baseline $before)
        $changes = @($now | Where-Object { $_ -is [AzIntegrationRuntime.FleetChange] })
        $null = Invoke-Emulator PUT '/emulator/runtimes' @{ runtimeId = $place; status = $null }
    }

    It 'are what has changed' {
        $changes | Sort-Object Change | ForEach-Object { "$($_.Change) $($_.Runtime) $($_.Node)".Trim() } |
            Should -Be 'New ir-new', "Version ir-1 $(($changes | Where-Object Change -EQ Version).Node)"
        ($changes | Where-Object Change -EQ Version).After | Should -Be '5.60.9000.2'
    }

    It 'come with the new findings' {
        @($now | Where-Object { $_.PSObject.Properties['Code'] -and $_.Id -eq $place }).Code | Should -Be AZIR103
    }
}

Describe 'Files' {
    It 'has no secrets in a snapshot, and says what it is' {
        $text = Get-Content -LiteralPath $snapshot -Raw
        ($text | ConvertFrom-Json).kind | Should -Be 'AzIntegrationRuntime.FleetSnapshot'
        $text | Should -Not -Match 'eyJ|IR@|sig='
    }

    It 'writes a report for each ending' {
        $paths = 'html', 'json', 'csv', 'md', 'xml', 'sarif' | ForEach-Object { Join-Path $TestDrive "report.$_" }
        $null = Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -ReportPath $paths @quiet
        foreach ($path in $paths) { Get-Content -LiteralPath $path -Raw | Should -Match 'AZIR101' }
        { [xml](Get-Content -LiteralPath $paths[4] -Raw) } | Should -Not -Throw
    }

    It 'takes relative paths from the current location' {
        Push-Location $TestDrive
        try {
            $reports = 'relative.md', './relative.csv'
            $null = Test-AzIntegrationRuntimeFleet -FromSnapshot fleet.json -ReportPath $reports @quiet
        } finally {
            Pop-Location
        }
        Join-Path $TestDrive 'relative.md' | Should -Exist
        Join-Path $TestDrive 'relative.csv' | Should -Exist
    }

    It 'has a schema that agrees with the reader' -Skip:($PSVersionTable.PSVersion.Major -le 5) {
        $schema = Join-Path (Split-Path $script:MainManifest) 'schemas/fleet-rules.schema.json'
        $good = '{"silence":[{"code":"AZIR203","parent":"adf-dev*","until":"2027-01-31","reason":"Development."}],' +
            '"severity":[{"code":"AZIR3*","severity":"Error"}]}'
        Test-Json -Json $good -SchemaFile $schema | Should -BeTrue
        $rules = Join-Path $TestDrive 'rules.json'
        Set-Content -LiteralPath $rules -Value $good
        $null = Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -RulesFile $rules @quiet -ErrorAction Stop
        foreach ($bad in '{"silences":[]}', '{"silence":[{"code":"AZIR203"}]}',
            '{"silence":[{"code":"AZIR203","reason":"x","until":"soon"}]}',
            '{"severity":[{"code":"AZIR203","severity":"Fatal"}]}') {
            Test-Json -Json $bad -SchemaFile $schema -ErrorAction Ignore | Should -BeFalse -Because $bad
            Set-Content -LiteralPath $rules -Value $bad
            { Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -RulesFile $rules @quiet } |
                Should -Throw '*is not valid: line 1, column*' -Because $bad
        }
    }

    It 'keeps a file that is something else' {
        $notes = Join-Path $TestDrive 'notes.txt'
        Set-Content -LiteralPath $notes -Value 'mine'
        { Test-AzIntegrationRuntimeFleet -Snapshot $notes } | Should -Throw '*notes.txt*is not a snapshot*'
        Get-Content -LiteralPath $notes | Should -Be 'mine'
    }

    It 'wants paths in the file system' {
        { Test-AzIntegrationRuntimeFleet -Snapshot Env:fleet } |
            Should -Throw "*'Env:fleet' of -Snapshot is a path of the provider 'Environment'*"
        { Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -ReportPath a.md, Variable:b.md } |
            Should -Throw '*of -ReportPath is a path of the provider*'
    }

    It 'reads rules with comments in UTF-16' {
        $rules = Join-Path $TestDrive 'utf-16.json'
        '// ours', '{ "silence": [ { "code": "AZIR*", "reason": "known" } ] }' |
            Set-Content -LiteralPath $rules -Encoding Unicode
        Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -RulesFile $rules @quiet | Should -BeNullOrEmpty
    }

    It 'refuses a path that cannot be written before it asks for anything' {
        Clear-SentRequest
        { Test-AzIntegrationRuntimeFleet -ReportPath (Join-Path $TestDrive 'none/fleet.html') } |
            Should -Throw '*New-Item -ItemType Directory*'
        { Test-AzIntegrationRuntimeFleet -Snapshot $TestDrive } | Should -Throw '*it is a folder*'
        Get-SentRequest | Should -BeNullOrEmpty
    }
}

Describe 'Limits' {
    It 'takes days and a TimeSpan' {
        $of = { param($More) @(Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot @quiet @More).Code }
        & $of @{ ExpiresWithin = 20 } | Should -Not -Contain AZIR102
        & $of @{ ExpiresWithin = New-TimeSpan -Days 20 } | Should -Not -Contain AZIR102
        & $of @{ ExpiresWithin = New-TimeSpan -Days 31 } | Should -Contain AZIR102
        & $of @{ OfflineLongerThan = 72 } | Should -Not -Contain AZIR201
        & $of @{ Severity = 'Error' } | Should -Not -Contain AZIR203
        & $of @{ Skip = 'AZIR1*', 'AZIR203' } | Should -Not -Contain AZIR101
    }
}

Describe 'A webhook' {
    It 'gets the summary' {
        Add-Fault @{ method = 'POST'; path = '/hook/planted'; status = 200; body = '{"ok":true}' }
        Clear-SentRequest
        $address = "$($global:TestEmulator.Endpoint.TrimEnd('/'))/hook/planted"
        $DebugPreference = 'Continue'
        $streams = Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -Webhook $address -Verbose *>&1
        ($streams | Out-String) | Should -Not -Match 'planted'
        $sent = @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ } |
            Where-Object { $_.url -like '*/hook/planted' })
        $sent.Count | Should -Be 1
    }

    It 'takes a SecureString, and names the host only where it fails' {
        $text = "$($global:TestEmulator.Endpoint.TrimEnd('/'))/hook/elsewhere"
        $address = ConvertTo-SecureString $text -AsPlainText -Force
        $null = Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -Webhook $address @quiet `
            -ErrorAction SilentlyContinue -ErrorVariable problem
        "$problem" | Should -BeLike "*webhook at '127.0.0.1' was not posted*"
        "$problem" | Should -Not -Match 'elsewhere'
    }
}

Describe 'The end of the command' {
    BeforeAll {
        function Invoke-Process {
            # A new PowerShell that checks the snapshot; its exit code.
            param([string]$More, [switch]$File)

            $text = "Import-Module '$script:MainManifest'; " +
                "Test-AzIntegrationRuntimeFleet -FromSnapshot '$snapshot' $More"
            $shell = Get-PwshPath
            if ($File) {
                $path = Join-Path $TestDrive 'scheduled.ps1'
                Set-Content -LiteralPath $path -Value "`$ErrorActionPreference = 'Stop'; $text"
                $output = & $shell -NoProfile -NonInteractive -File $path 2>&1
            } else {
                $output = & $shell -NoProfile -NonInteractive -Command $text 2>&1
            }
            [pscustomobject]@{ Code = $LASTEXITCODE; Text = "$output" }
        }
    }

    It 'is an error that sums up, if that is wanted' {
        try {
            $null = Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot @quiet -ErrorOnFinding Warning
        } catch {
            $caught = $_
        }
        $caught.Exception.Message | Should -BeLike 'The check of * found * errors and * warnings: *'
        $caught.FullyQualifiedErrorId | Should -BeLike 'FleetFinding,*'
    }

    It 'is an error for findings that are not shown, too' {
        $few = @{ Severity = 'Error'; ErrorOnFinding = 'Warning'; Skip = 'AZIR?01', 'AZIR2*', 'AZIR302', 'AZIR303' }
        { Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot @quiet @few } |
            Should -Throw '*0 errors and * warnings*-Severity Error does not show*'
    }

    It 'is an exit code of 1 in a scheduled run' {
        (Invoke-Process '-ErrorOnFinding Error').Code | Should -Be 1
        (Invoke-Process '-ErrorOnFinding Error' -File).Code | Should -Be 1
        (Invoke-Process '-Skip AZIR* -ErrorOnFinding Warning').Code | Should -Be 0
        (Invoke-Process '').Code | Should -Be 0
    }

    It 'is no error with a summary in the information stream' {
        $null = Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -InformationVariable said `
            -WarningVariable warned 6>$null 3>$null
        "$said" | Should -Match (
            '\d+ errors, \d+ warnings and \d+ information in 3,\d+ integration runtimes with 5,\d+ nodes')
        "$warned" | Should -BeLike '*could not be read*'
    }
}

Describe 'A survey that is stopped' {
    It 'leaves a snapshot that can be continued' {
        $path = Join-Path $TestDrive 'stopped.json'
        # From some request on, answers take so long that the command is stopped in the middle.
        Add-Fault @{ method = 'POST'; path = 'adf-fleet-.*-[3-6]/integrationRuntimes/ir-2/getStatus'; delayMs = 20000
            times = 1000
        }
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($Manifest, $Path, $Subscriptions)
                Import-Module $Manifest
                Test-AzIntegrationRuntimeFleet -Subscription $Subscriptions -Snapshot $Path
            }).AddArgument($script:MainManifest).AddArgument($path).AddArgument($seeded)
        $run = $shell.BeginInvoke()
        Start-Sleep -Seconds 5
        $run.IsCompleted | Should -BeFalse
        $shell.Stop()
        $path | Should -Exist
        $partial = Get-Content -LiteralPath $path -Raw | ConvertFrom-Json
        $partial.fleet.complete | Should -BeFalse
        Clear-Fault
        Clear-SentRequest
        $null = Test-AzIntegrationRuntimeFleet @all @quiet -Snapshot $path -Resume
        (Get-Content -LiteralPath $path -Raw | ConvertFrom-Json).fleet.complete | Should -BeTrue
        $whole = (Get-Content -LiteralPath $snapshot -Raw | ConvertFrom-Json).fleet.runtimes.Count
        (Get-Content -LiteralPath $path -Raw | ConvertFrom-Json).fleet.runtimes.Count | Should -BeGreaterOrEqual $whole
    }
}
