# What Tab offers: names from the service.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-AzResourceGroup -Name 'rg-(odd)' -Location eastus
    $null = New-TestFactory 'adf-one'
    $null = New-TestFactory 'adf-two'
    foreach ($name in 'ir-a', 'ir-b', 'other') {
        $null = New-TestRuntime 'adf-one' $name
    }
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-one ir-a
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName west-1
    $workspace = New-TestWorkspace 'syn-one'
    $synapse = New-TestSynapseRuntime 'syn-one' 'ir-syn'
    $null = Register-AzIntegrationRuntimeEmulatorNode `
        -AuthKey ($synapse | Get-AzSynapseIntegrationRuntimeKey).AuthKey1 -NodeName south-1
    $null = Set-AzPurviewIntegrationRuntime -AccountName purview-emulator -Name ir-scan -Type SelfHosted
    $quoting = (Get-Command Get-AzDataFactoryV2).ImplementingType.Assembly.GetType(
        'AzIntegrationRuntime.Completion.CompletionText',
        $true).GetMethod('Quote', [Reflection.BindingFlags]'NonPublic, Static')
    # Files are never offered: here is one.
    Push-Location $TestDrive
    $null = New-Item -ItemType File -Path (Join-Path $TestDrive 'a-file.txt')

    function Get-Completion {
        # What Tab offers at the end of a line.
        param([string]$Line)
        @((TabExpansion2 $Line $Line.Length).CompletionMatches | ForEach-Object { $_.CompletionText })
    }
}

AfterAll {
    Pop-Location
    Stop-TestEmulator
}

Describe 'Tab after -Skip' {
    It 'says what a code of a finding means' {
        $line = 'Test-AzIntegrationRuntimeFleet -Skip AZIR209'
        (TabExpansion2 $line $line.Length).CompletionMatches.ToolTip |
            Should -Be 'Error: The integration runtime has no nodes'
    }
}

Describe 'Tab' {
    It 'offers <What>' -ForEach @(
        @{ What = 'resource groups'; Line = 'Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName '
            Wanted = 'rg', "'rg-(odd)'", 'rg-emulator' }
        @{ What = 'factories'; Line = 'Get-AzDataFactoryV2IntegrationRuntime rg '; Wanted = 'adf-one', 'adf-two' }
        @{ What = 'runtimes'; Line = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-one '
            Wanted = 'ir-a', 'ir-b', 'other' }
        @{ What = 'nodes'; Line = 'Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-one ir-a -Name '
            Wanted = , 'west-1' }
        @{ What = 'subscriptions'; Line = 'Set-AzContext -Subscription Emul'
            Wanted = 'Emulator', "'Emulator Second'" }
        @{ What = 'codes of findings'; Line = 'Test-AzIntegrationRuntimeFleet -Skip AZIR101, azir30'
            Wanted = 'AZIR301', 'AZIR302', 'AZIR303', 'AZIR304', 'AZIR305' }
        @{ What = 'sizes of nodes'; Line = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-one ir -NodeSize standard_d4'
            Wanted = , 'Standard_D4_v3' }
        @{ What = 'roles, in quotes'; Line = 'Get-AzRoleAssignment -RoleDefinitionName Data'
            Wanted = , "'Data Factory Contributor'" }
        @{ What = 'locations'; Line = 'Set-AzDataFactoryV2 rg adf-new -Location westus'
            Wanted = 'westus', 'westus2', 'westus3' }
        @{ What = 'what begins with the word, in any casing'
            Line = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-one IR'; Wanted = 'ir-a', 'ir-b' }
        @{ What = 'runtimes of a factory in a variable'
            Line = 'Get-AzDataFactoryV2IntegrationRuntime rg $global:TestFactoryName -Name i'; Wanted = 'ir-a', 'ir-b' }
        @{ What = 'names for parameters given by an alias'
            Line = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-one -IntegrationRuntimeName o'; Wanted = , 'other' }
        @{ What = 'nodes of a runtime in a variable'
            Line = 'Get-AzDataFactoryV2IntegrationRuntimeNode -InputObject $global:TestRuntimeObject -Name '
            Wanted = , 'west-1' }
        @{ What = 'workspaces'; Line = 'Get-AzSynapseIntegrationRuntime -WorkspaceName syn'
            Wanted = 'syn-one', 'synapse-emulator' }
        @{ What = 'workspaces of a group'; Line = 'Get-AzSynapseWorkspace -ResourceGroupName rg -Name '
            Wanted = , 'syn-one' }
        @{ What = 'runtimes of a workspace, without its group'
            Line = 'Get-AzSynapseIntegrationRuntime -WorkspaceName syn-one -Name ir'; Wanted = , 'ir-syn' }
        @{ What = 'runtimes of a workspace in a variable'
            Line = 'Start-AzSynapseIntegrationRuntime -WorkspaceObject $global:TestWorkspaceObject -Name ir'
            Wanted = , 'ir-syn' }
        @{ What = 'nodes of a workspace''s runtime'
            Line = 'Get-AzSynapseIntegrationRuntimeNode -WorkspaceName syn-one -IntegrationRuntimeName ir-syn -Name '
            Wanted = , 'south-1' }
        @{ What = 'nodes of a runtime of a workspace in a variable'
            Line = 'Remove-AzSynapseIntegrationRuntimeNode -InputObject $global:TestSynapseObject -NodeName '
            Wanted = , 'south-1' }
        @{ What = 'locations for a workspace''s runtime'
            Line = 'Set-AzSynapseIntegrationRuntime -WorkspaceName syn-one -Name ir-new -Location westus'
            Wanted = 'westus', 'westus2', 'westus3' }
        @{ What = 'runtimes of whatever was named'; Line = 'Get-AzIntegrationRuntime -WorkspaceName syn-one -Name ir'
            Wanted = , 'ir-syn' }
        @{ What = 'Purview accounts'; Line = 'Get-AzIntegrationRuntime -AccountName '; Wanted = , 'purview-emulator' }
        @{ What = 'runtimes of a Purview account'
            Line = 'Get-AzIntegrationRuntime -AccountName purview-emulator -Name '; Wanted = , 'ir-scan' }
        @{ What = 'nothing for a wildcard'; Line = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-one ir-*'
            Wanted = @() }
        @{ What = 'nothing for a bracket'; Line = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-one [i'; Wanted = @() }
    ) {
        $global:TestFactoryName = 'adf-one'
        $global:TestRuntimeObject = Get-AzDataFactoryV2IntegrationRuntime rg adf-one ir-a
        $global:TestWorkspaceObject = $workspace
        $global:TestSynapseObject = $synapse
        try {
            Get-Completion $Line | Should -Be $Wanted
        } finally {
            Remove-Variable -Name TestFactoryName, TestRuntimeObject, TestWorkspaceObject,
                TestSynapseObject -Scope Global
        }
    }

    It 'says what the list says of a name' {
        $line = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-one ir-a'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].ToolTip | Should -BeExactly 'SelfHosted'
        $line = 'Get-AzDataFactoryV2 rg adf-one'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].ToolTip | Should -BeExactly 'eastus, resource group rg'
        $line = 'Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-one ir-a -Name west'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].ToolTip | Should -BeLike 'Online, *'
    }

    It 'offers resource ids' {
        $ids = (Get-AzDataFactoryV2IntegrationRuntime rg adf-one).Id
        Get-Completion 'Get-AzDataFactoryV2IntegrationRuntime -ResourceId ' | Should -Be $ids
        Get-Completion 'Remove-AzDataFactoryV2 -ResourceId ' | Should -Be (Get-AzDataFactoryV2 rg).DataFactoryId
        Get-Completion 'Get-AzSynapseIntegrationRuntime -ResourceId ' | Should -Contain $synapse.Id
        Get-Completion 'Get-AzSynapseWorkspace -ResourceId ' | Should -Contain $workspace.Id
    }

    It 'offers scopes of role assignments: the subscription, its groups and its factories' {
        $offered = Get-Completion 'Get-AzRoleAssignment -Scope '
        $offered[0] | Should -BeExactly "/subscriptions/$script:SubscriptionId"
        $offered | Should -Contain "/subscriptions/$script:SubscriptionId/resourceGroups/rg"
        $offered | Should -Contain (Get-AzDataFactoryV2 rg adf-one).DataFactoryId
    }

    It 'keeps the quote that was typed, and escapes in it: <Line>' -ForEach @(
        @{ Line = 'Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName ''RG-('; Wanted = "'rg-(odd)'" }
        @{ Line = 'Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName "rg-('; Wanted = '"rg-(odd)"' }
        @{ Line = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-one "o'; Wanted = '"other"' }
    ) {
        Get-Completion $Line | Should -Be $Wanted
    }

    It 'quotes what needs it: <Quote> <Text>' -ForEach @(
        foreach ($text in 'plain', 'a b', "it's", 'a"b', 'a$b', 'a`b', '@a', '-a', 'a;b', 'a(b)', "a$([char]0x2019)b",
            "$([char]0x201c)a") {
            foreach ($quote in '', "'", '"') { @{ Text = $text; Quote = $quote } }
        }
    ) {
        # As it stands on the line: with the quote in front that was begun.
        $completion = $quoting.Invoke($null, @($Text, "$Quote$Text"))
        (& ([scriptblock]::Create("param() Write-Output -InputObject $completion"))) | Should -BeExactly $Text
    }

    It 'says nothing, asks nothing, and leaves no error: <Name>' -ForEach @(
        @{ Name = 'the service fails'; Before = { Add-Fault @{ path = '/resourcegroups'; status = 403; times = 1 } }
            Wanted = 'rg' }
        @{ Name = 'verbose and debug are on'; Before = { }; Wanted = 'rg' }
    ) {
        & $Before
        $result = Invoke-Answered (
            '$VerbosePreference = $DebugPreference = $WarningPreference = $InformationPreference = "Continue"; ' +
            '$ConfirmPreference = "Low"; $Error.Clear(); ' +
            '$line = "Get-AzDataFactoryV2 -ResourceGroupName r"; (TabExpansion2 $line ' +
            '$line.Length).CompletionMatches.CompletionText -join " "; $Error.Count')
        $result.Output[-1] | Should -Be 0
        foreach ($stream in 'Errors', 'Warnings', 'Verbose', 'Debug', 'Information', 'Written', 'Asked') {
            $result.$stream | Should -BeNullOrEmpty
        }
        Clear-Fault
    }

    It 'offers files for paths only' {
        $paths = 'Baseline', 'CertificatePath', 'DefinitionFile', 'FromSnapshot', 'InputFile', 'Mapping',
            'ParameterFile', 'Path', 'ReportPath', 'Resume', 'RulesFile', 'Snapshot', 'StatePath', 'TemplateFile',
            'TemplateParameterFile', 'TrafficPath'
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + 'WhatIf', 'Confirm'
        $wrong = foreach ($command in Get-Command -Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone) {
            foreach ($parameter in $command.Parameters.Values) {
                if ($parameter.Name -in $common + $paths -or $parameter.ParameterType -in [switch], [bool]) {
                    continue
                }
                # A completer of our own or a fixed set: both keep files away.
                $kinds = $parameter.Attributes | ForEach-Object { $_.GetType().Name }
                if (-not ($kinds -match '^(ArgumentCompleter|ValidateSet)') -and
                    -not $parameter.ParameterType.IsEnum) {
                    "$($command.Name) -$($parameter.Name)"
                }
            }
        }
        $wrong | Should -BeNullOrEmpty
        Get-Completion 'Connect-AzAccount -AccountId ' | Should -BeNullOrEmpty
        Get-Completion 'Wait-AzDataFactoryV2IntegrationRuntime rg a b -State nothing' | Should -BeNullOrEmpty
    }

    It 'does not wait for a service that does not answer' {
        Add-Fault @{ path = '/factories'; delayMs = 30000; times = 0 }
        try {
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            Get-Completion 'Get-AzDataFactoryV2IntegrationRuntime rg-none ' | Should -BeNullOrEmpty
            # Of the half minute that the answer takes.
            $first = $watch.Elapsed.TotalMilliseconds
            $first | Should -BeLessThan 15000
            # That there is nothing is remembered for the next Tab.
            $watch.Restart()
            Get-Completion 'Get-AzDataFactoryV2IntegrationRuntime rg-none ' | Should -BeNullOrEmpty
            $watch.Elapsed.TotalMilliseconds | Should -BeLessThan ($first * 0.7)
        } finally {
            Clear-Fault
        }
    }

    It 'is nothing where nobody is signed in, or there is no library' {
        $shell = Get-PwshPath
        $program = 'Import-Module $env:AZIR_TEST_MANIFEST; Set-Location $env:AZIR_TEST_FOLDER; $line = ' +
            '"Get-AzDataFactoryV2 -ResourceGroupName "; ' +
        '"<$((TabExpansion2 $line $line.Length).CompletionMatches.CompletionText)>"; $Error.Count'
        $env:AZIR_TEST_MANIFEST = $script:MainManifest
        $env:AZIR_TEST_FOLDER = "$TestDrive"
        & $shell -NoProfile -Command $program | Should -Be '<>', '0'
        $copy = Join-Path $TestDrive "AzIntegrationRuntime/$script:Version"
        $null = New-Item -ItemType Directory -Path (Split-Path $copy)
        Copy-Item -LiteralPath (Split-Path $script:MainManifest) -Destination $copy -Recurse
        Remove-Item -LiteralPath (Join-Path $copy (Split-Path (Split-Path (Get-EmulatorPath)) -Leaf)) -Recurse
        $env:AZIR_TEST_MANIFEST = Join-Path $copy 'AzIntegrationRuntime.psd1'
        & $shell -NoProfile -Command $program | Should -Be '<>', '0'
    }

    It 'goes by the sign-in of Az.Accounts where that is loaded, and does not import it where not' {
        $shell = Get-PwshPath
        $set = @{
            AZIR_TEST_MANIFEST = $script:MainManifest
            AZIR_TEST_FOLDER   = "$TestDrive"
            AZIR_TEST_SECRET   = $script:OwnerSecret
            STANDIN_ENDPOINT   = $global:TestEmulator.Endpoint.TrimEnd('/')
            STANDIN_SHAPE      = 'SecureString'
            SSL_CERT_FILE      = $global:TestEmulator.CertificateAuthorityPath
            PSModulePath       = Join-Path $PSScriptRoot fixtures
        }
        $program = @"
Import-Module `$env:AZIR_TEST_MANIFEST
Set-Location `$env:AZIR_TEST_FOLDER
`$line = 'Get-AzDataFactoryV2 -ResourceGroupName r'
"<`$((TabExpansion2 `$line `$line.Length).CompletionMatches.CompletionText)>"
@(Get-Module Az.Accounts).Count
Import-Module Az.Accounts
`$owner = New-Object PSCredential '$script:Owner', (ConvertTo-SecureString `$env:AZIR_TEST_SECRET -AsPlainText -Force)
`$place = @{ Tenant = '$script:HomeTenant'; SubscriptionId = '$script:SubscriptionId'; SubscriptionName = 'Emulator' }
`$null = Connect-AzAccount -ServicePrincipal -Credential `$owner @place
# What PowerShell loads for a first request takes longer than a completion waits; a person presses Tab again.
`$null = Get-AzDataFactoryV2
foreach (`$time in 1..9) {
    `$found = (TabExpansion2 `$line `$line.Length).CompletionMatches.CompletionText
    if (`$found) { break }
}
"<`$found>"
`$Error.Count
"@
        $before = @{}
        foreach ($name in $set.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $set[$name])
        }
        try {
            & $shell -NoProfile -Command $program | Should -Be '<>', '0', "<rg 'rg-(odd)' rg-emulator>", '0'
        } finally {
            foreach ($name in $before.Keys) {
                [Environment]::SetEnvironmentVariable($name, $before[$name])
            }
        }
    }
}
