# What is true of both modules: manifests, exports, help, parameters, text.

BeforeDiscovery {
    $root = Split-Path $PSScriptRoot
    $modules = foreach ($name in 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone') {
        @{ Name = $name; Source = Join-Path $root "module/$name" }
    }
    $commands = foreach ($module in $modules) {
        $manifest = Import-PowerShellDataFile (Join-Path $module.Source "$($module.Name).psd1")
        foreach ($name in $manifest.CmdletsToExport) {
            @{ Name = $name; Module = $module.Name }
        }
    }
    $contract = foreach ($file in Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'contract') -Filter *.psd1 `
        -File) {
        $table = Import-PowerShellDataFile $file.FullName
        foreach ($name in $table.Keys | Sort-Object) {
            @{ Name = $name; Contract = $table[$name] }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters +
        [System.Management.Automation.PSCmdlet]::OptionalCommonParameters

    function Get-OwnParameter {
        param($Command)
        foreach ($name in $Command.Parameters.Keys) {
            if ($common -notcontains $name) {
                $Command.Parameters[$name]
            }
        }
    }
}

Describe '<Name>' -ForEach $modules {
    BeforeAll {
        $manifest = @($script:MainManifest, $script:StandaloneManifest) -like "*$Name.psd1" | Select-Object -First 1
        $data = Import-PowerShellDataFile $manifest
        $assembly = [IO.Path]::ChangeExtension($manifest, '.dll')
        $classes = @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object Location -EQ $assembly |
                ForEach-Object { $_.GetTypes() } |
                Where-Object { $_.IsDefined([System.Management.Automation.CmdletAttribute], $false) })
    }

    It 'has a valid manifest' {
        $module = Test-ModuleManifest $manifest -ErrorAction Stop -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $module.Version | Should -Be $script:Version
        $module.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
        $data.PowerShellVersion | Should -Be '5.1'
    }

    It 'exports the cmdlets of its assembly, by name' {
        $declared = foreach ($class in $classes) {
            $attribute = $class.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
            $attribute.VerbName + '-' + $attribute.NounName
        }
        @($declared).Count | Should -BeGreaterThan 20
        $data.CmdletsToExport | Sort-Object | Should -Be ($declared | Sort-Object)
        $data.FunctionsToExport.Count | Should -Be 0
        $data.VariablesToExport.Count | Should -Be 0
        (Get-Module $Name).ExportedCmdlets.Keys | Sort-Object | Should -Be ($declared | Sort-Object)
    }

    It 'exports the aliases that its classes declare' {
        $declared = foreach ($class in $classes) {
            $class.GetCustomAttributes([Alias], $false) | ForEach-Object { $_.AliasNames }
        }
        @($data.AliasesToExport) | Sort-Object | Should -Be ($declared | Sort-Object)
        foreach ($alias in $data.AliasesToExport) {
            (Get-Command $alias).ResolvedCommand.Module.Name | Should -Be $Name
        }
    }

    It 'has about_ topics that PowerShell finds, of at most 76 columns' {
        $topics = @(Get-ChildItem -LiteralPath (Join-Path $Source 'en-US') -Filter about_*.help.txt -File)
        $topics.Count | Should -BeGreaterThan 0
        foreach ($topic in $topics) {
            [IO.File]::ReadAllLines($topic.FullName) | Where-Object Length -GT 76 | Should -BeNullOrEmpty
            $topicName = $topic.Name -replace '\.help\.txt$'
            "$(Get-Help $topicName)" | Should -BeLike "*$topicName*"
        }
    }

    It 'has a class for each cmdlet in a file of its name' {
        $project = Join-Path (Split-Path $PSScriptRoot) "module/src/$Name"
        $files = @(Get-ChildItem -LiteralPath (Join-Path $project 'Cmdlets') -Filter *.cs -Recurse -File)
        foreach ($class in $classes) {
            $files.BaseName | Should -Contain $class.Name
        }
    }

    It 'loads nothing native at import' {
        $shell = Get-PwshPath
        $program = 'Import-Module $env:AZIR_TEST_MANIFEST; ' +
            '@([Diagnostics.Process]::GetCurrentProcess().Modules | Where-Object ModuleName -Like "*azir_native*"' +
            ').Count'
        $env:AZIR_TEST_MANIFEST = $manifest
        & $shell -NoProfile -Command $program | Should -Be 0
    }

    It 'has files that Windows PowerShell 5.1 reads as they are meant' {
        $texts = @(Get-ChildItem -LiteralPath $Source -Recurse -File)
        foreach ($file in $texts) {
            $bytes = [IO.File]::ReadAllBytes($file.FullName)
            @($bytes | Where-Object { $_ -gt 127 }).Count | Should -Be 0 -Because "$($file.FullName) has to be ASCII"
        }
    }
}

Describe 'The help of <Name>' -ForEach $commands {
    BeforeAll {
        $command = Get-Command $Name
        $help = Get-Help $Name -Full
    }

    It 'says what it is' {
        $help.Synopsis.Trim() | Should -Match '^\S.*\.$'
        $help.Synopsis | Should -Not -Match ([regex]::Escape($Name))
        ($help.Description.Text -join ' ').Length | Should -BeGreaterThan 40
    }

    It 'describes every parameter' {
        $missing = foreach ($parameter in Get-OwnParameter $command) {
            $entry = $help.parameters.parameter | Where-Object name -EQ $parameter.Name
            $text = if ($entry -and $entry.PSObject.Properties['Description']) {
                "$($entry.Description.Text)".Trim()
            } else { '' }
            if ($text.Length -lt 8) {
                $parameter.Name
            }
        }
        $missing | Should -BeNullOrEmpty
    }

    It 'has two examples or more, which parse and use parameters that exist' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        $examples = @($help.examples.example | ForEach-Object { $_.code })
        foreach ($example in $examples) {
            $tokens = $null
            $problems = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($example, [ref]$tokens, [ref]$problems)
            $problems | Should -BeNullOrEmpty -Because $example
            $calls = $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
            foreach ($call in $calls) {
                $called = Get-Command $call.GetCommandName() -ErrorAction Ignore
                if ($null -eq $called -or $called.Source -notlike 'AzIntegrationRuntime*') {
                    continue
                }
                if ($called -is [System.Management.Automation.AliasInfo]) {
                    $called = $called.ResolvedCommand
                }
                foreach ($element in $call.CommandElements) {
                    if ($element -is [System.Management.Automation.Language.CommandParameterAst]) {
                        { $called.ResolveParameter($element.ParameterName) } | Should -Not -Throw -Because $example
                    }
                }
            }
        }
        "$examples" | Should -Match ([regex]::Escape($Name))
    }

    It 'says what goes in and comes out' {
        "$($help.inputTypes.inputType.type.name)".Trim() | Should -Not -BeNullOrEmpty
        "$($help.returnValues.returnValue.type.name)".Trim() | Should -Not -BeNullOrEmpty
        $pipeline = @(Get-OwnParameter $command | Where-Object {
                $_.Attributes | Where-Object {
                    $_ -is [Parameter] -and ($_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName)
                }
            })
        ("$($help.inputTypes.inputType.type.name)".Trim() -eq 'None') | Should -Be ($pipeline.Count -eq 0)
    }

    It 'links to what exists' {
        $links = @($help.relatedLinks.navigationLink.linkText)
        $links | Should -Contain 'about_AzIntegrationRuntime'
        foreach ($link in $links -notlike 'about_*') {
            Get-Command $link -ErrorAction Ignore | Should -Not -BeNullOrEmpty -Because "$link is linked to"
        }
    }

    It 'takes the context under its four names' -Skip:(
        $Name -like '*-AzIntegrationRuntimeCompatibility' -or $Name -like '*-AzIntegrationRuntimeDefault') {
        $parameter = $command.Parameters['DefaultProfile']
        $parameter.Aliases | Sort-Object | Should -Be 'AzContext', 'AzureCredential', 'AzureRmContext'
    }

    It 'begins with a verb that PowerShell knows' {
        (Get-Verb).Verb | Should -Contain $command.Verb
    }
}

Describe 'The contract' -ForEach @(@{ Tables = @($contract) }) {
    It 'has every cmdlet of both modules, once' {
        $exported = @((Get-Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone).ExportedCmdlets.Values.Name)
        $Tables.ForEach({ $_.Name }) | Sort-Object | Should -Be ($exported | Sort-Object)
    }

    It 'marks what a cmdlet of ours has as ours' {
        $wrong = foreach ($table in $Tables | Where-Object { $_.Contract['Ours'] }) {
            foreach ($key in $table.Contract.Parameters.Keys |
                Where-Object { -not $table.Contract.Parameters[$_]['Ours'] }) {
                "$($table.Name) $key"
            }
        }
        $wrong | Should -BeNullOrEmpty
    }
}

Describe 'The parameters of <Name>' -ForEach $contract {
    BeforeAll {
        $command = Get-Command $Name

        function ConvertTo-TypeName {
            param([type]$Type)
            if ($Type.IsGenericType) {
                $inner = @($Type.GetGenericArguments() | ForEach-Object { $_.FullName }) -join ','
                return ('{0}.{1}[{2}]' -f $Type.Namespace, $Type.Name.Split('`')[0], $inner)
            }
            $Type.FullName
        }

        function Get-Validation {
            param($Parameter)
            foreach ($attribute in $Parameter.Attributes) {
                if ($attribute -is [ValidateNotNullOrEmpty]) { 'not null or empty' }
                elseif ($attribute -is [ValidateNotNull]) { 'not null' }
                elseif ($attribute -is [ValidateSet]) {
                    $attribute.IgnoreCase | Should -BeTrue
                    'set ' + ($attribute.ValidValues -join ' ')
                } elseif ($attribute -is [ValidateRange]) {
                    'range {0} {1}' -f $attribute.MinRange, $attribute.MaxRange
                }
                elseif ($attribute.GetType().Name -eq 'ValidateNotEmptyGuidAttribute') { 'empty Guid refused' }
            }
        }

        function Get-Completer {
            # The kind that the native library is asked for, or the words of a list.
            param($Parameter)
            foreach ($attribute in $Parameter.Attributes | Where-Object { $_ -is [ArgumentCompleter] }) {
                $completer = [Activator]::CreateInstance($attribute.Type)
                $any = [Reflection.BindingFlags]'Instance, NonPublic'
                $kind = $attribute.Type.GetProperty('Kind', $any)
                if ($kind) {
                    $kind.GetValue($completer)
                } else {
                    $attribute.Type.GetProperty('Words', $any).GetValue($completer) -join ', '
                }
            }
        }
    }

    It 'are all there and no others' {
        $own = @(Get-OwnParameter $command | ForEach-Object Name | Where-Object { $_ -ne 'DefaultProfile' })
        $own | Sort-Object | Should -Be ($Contract.Parameters.Keys | Sort-Object)
    }

    It 'have the default set, and -WhatIf and -Confirm where upstream has them' {
        "$($command.DefaultParameterSet)" | Should -BeExactly $Contract.DefaultParameterSet
        $command.Parameters.ContainsKey('WhatIf') | Should -Be $Contract.SupportsShouldProcess
        $command.Parameters.ContainsKey('Confirm') | Should -Be $Contract.SupportsShouldProcess
    }

    It 'yield the output types of the contract' {
        $wanted = @($Contract.OutputType) + @($Contract['OurOutputType'] | Where-Object { $_ })
        @($command.OutputType | ForEach-Object { $_.Name }) | Should -Be $wanted
    }

    It 'have the type, aliases, validation, completer and sets of the contract' {
        $differences = foreach ($key in $Contract.Parameters.Keys) {
            $wanted = $Contract.Parameters[$key]
            if (-not $command.Parameters.ContainsKey($key)) {
                continue
            }
            $parameter = $command.Parameters[$key]
            $wantedType = if ($wanted.ContainsKey('OurType')) { $wanted.OurType } else { $wanted.Type }
            $wantedSets = if ($wanted.ContainsKey('OurSets')) { $wanted.OurSets } else { $wanted.Sets }
            # A completer where Az has none takes nothing away.
            $completer = if ($wanted['Completer']) { "$(Get-Completer $parameter)" }
            $pairs = @(
                , @('type', (ConvertTo-TypeName $parameter.ParameterType), $wantedType)
                , @('aliases', (($parameter.Aliases | Sort-Object) -join ','),
                    (($wanted.Aliases | Sort-Object) -join ','))
                , @('validation', ((Get-Validation $parameter | Sort-Object) -join ','),
                    (($wanted.Validation | Sort-Object) -join ','))
                , @('completer', "$completer", "$($wanted['Completer'])")
                , @('sets', (($parameter.ParameterSets.Keys | Sort-Object) -join ','),
                    (($wantedSets.Keys | Sort-Object) -join ','))
            )
            foreach ($pair in $pairs) {
                if ($pair[1] -cne $pair[2]) {
                    "$key $($pair[0]): is '$($pair[1])', wanted '$($pair[2])'"
                }
            }
            foreach ($set in $wantedSets.Keys) {
                if (-not $parameter.ParameterSets.ContainsKey($set)) {
                    continue
                }
                $facts = $parameter.ParameterSets[$set]
                $mandatory = if ($facts.IsMandatory) { 'mandatory' } else { 'optional' }
                $position = if ($facts.Position -lt 0) { 'named' } else { "$($facts.Position)" }
                $pipeline = if ($facts.ValueFromPipeline) { 'by value' }
                elseif ($facts.ValueFromPipelineByPropertyName) { 'by property name' }
                else { 'no pipeline' }
                $is = "$mandatory, $position, $pipeline"
                if ($is -cne $wantedSets[$set]) {
                    "$key in ${set}: is '$is', wanted '$($wantedSets[$set])'"
                }
            }
        }
        $differences | Should -BeNullOrEmpty
    }
}

Describe 'docs/operations.md' {
    BeforeAll {
        $root = Split-Path $PSScriptRoot
        $rows = @([IO.File]::ReadAllLines((Join-Path $root 'docs/operations.md')) |
            Where-Object { $_ -match '^\| .*`(GET|PUT|PATCH|POST|DELETE)' } | ForEach-Object {
                # The last three cells, whatever the first are.
                $cells = $_.Trim('|', ' ') -split ' \| '
                [pscustomobject]@{ Cmdlets = $cells[-3]; Tests = $cells[-2]; Client = $cells[-1] }
            })
    }

    It 'has all 25 operations of integration runtimes, Synapse''s 17 and Purview''s 9, and those of what holds them' {
        $rows.Count | Should -Be 67
    }

    It 'names cmdlets and test files that exist' {
        foreach ($row in $rows) {
            foreach ($name in [regex]::Matches($row.Cmdlets, '[A-Z][a-z]+-Az\w+').Value) {
                (Get-Command $name -ErrorAction Ignore).Source | Should -Be 'AzIntegrationRuntime' -Because $row.Cmdlets
            }
            $tests = [regex]::Matches($row.Tests, '[A-Z][a-z]+-Az\w+').Value
            $tests | Should -Not -BeNullOrEmpty
            foreach ($name in $tests) {
                Join-Path $PSScriptRoot "$name.Tests.ps1" | Should -Exist
            }
        }
    }

    It 'names methods that the tests of the oracles call' {
        $calls = @('clients', 'synapse' |
            ForEach-Object { [IO.File]::ReadAllText((Join-Path $PSScriptRoot "oracles/$_.test.mjs")) }) -join "`n"
        foreach ($row in $rows -notmatch 'by hand') {
            foreach ($name in [regex]::Matches($row.Client, '[a-z]\w+(?=`)').Value) {
                $calls | Should -Match "\.$name\(" -Because $row.Client
            }
        }
    }

    It 'leaves out no cmdlet of the family' {
        $text = "$($rows.Cmdlets)"
        $exported = (Get-Module AzIntegrationRuntime).ExportedCmdlets.Keys
        $family = @($exported -match '-Az(DataFactoryV2|Synapse|Purview)')
        $family.Count | Should -BeGreaterThan 40
        $family | Where-Object { $text -notmatch "$_\b" } | Should -BeNullOrEmpty
    }
}

Describe 'AzIntegrationRuntime.Standalone beside Az.Accounts' {
    It 'refuses to be imported, and says why' {
        $shell = Get-PwshPath
        # The assembly of Az.Accounts by its name, and a module that has its cmdlet.
        $program = @'
$null = [Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly('Microsoft.Azure.PowerShell.Cmdlets.Accounts', 'Run')
$null = New-Module -Name Az.Accounts -ScriptBlock { function Connect-AzAccount { } } | Import-Module -PassThru
try {
    Import-Module $env:AZIR_TEST_MANIFEST -ErrorAction Stop
    'imported'
} catch {
    "$_"
}
(Get-Command Connect-AzAccount).Source
'@
        $env:AZIR_TEST_MANIFEST = $script:StandaloneManifest
        $output = & $shell -NoProfile -Command $program
        $output[0] | Should -BeExactly (
            'AzIntegrationRuntime.Standalone cannot be imported while Az.Accounts is loaded: both have ' +
            'Connect-AzAccount and the related cmdlets. The cmdlets of AzIntegrationRuntime use the sign-in of ' +
            'Az.Accounts. To use AzIntegrationRuntime.Standalone, import it in a PowerShell that has not loaded ' +
            'Az.Accounts.')
        $output[-1] | Should -Be 'Az.Accounts'
    }
}
