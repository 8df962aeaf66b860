# The classes of the results, without a service: properties, text forms, conversions, exceptions.

BeforeDiscovery {
    $types = foreach ($file in 'DataFactory', 'Synapse', 'Purview') {
        $table = Import-PowerShellDataFile (Join-Path $PSScriptRoot "contract/types/$file.psd1")
        foreach ($name in $table.Keys | Sort-Object) {
            @{ Name = $name; Service = $file; Contract = $table[$name] }
        }
    }
    $services = @(
        @{
            Service = 'Data Factory'
            Own     = 'Microsoft.Azure.Commands.DataFactoryV2.Models'
            Sdk     = 'Microsoft.Azure.Management.DataFactory.Models'
        }
        @{
            Service = 'Synapse'
            Own     = 'Microsoft.Azure.Commands.Synapse.Models'
            Sdk     = 'Microsoft.Azure.Management.Synapse.Models'
        }
    )
    $exceptions = @(
        'Microsoft.Rest.Azure.CloudException'
        'Microsoft.Azure.Management.DataFactory.Models.ErrorResponseException'
        'Microsoft.Azure.Management.Synapse.Models.ErrorResponseException'
        'Microsoft.Azure.Management.Authorization.Models.ErrorResponseException'
        'Microsoft.Azure.Commands.Synapse.Models.Exceptions.SynapseException'
        'Microsoft.Azure.Commands.ResourceManager.Cmdlets.Entities.ErrorResponses.ErrorResponseMessageException'
        'Microsoft.Azure.Commands.Common.Exceptions.AzPSApplicationException'
        'Microsoft.Azure.Commands.Common.Exceptions.AzPSArgumentException'
        'Microsoft.Azure.Commands.Common.Authentication.AadAuthenticationFailedException'
        'Microsoft.Azure.Commands.Common.Authentication.AadAuthenticationCanceledException'
    ) | ForEach-Object { @{ Name = $_ } }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/types.ps1

    function Convert-Model {
        # As the binder of parameters does it.
        param($Value, [type]$Type)
        [System.Management.Automation.LanguagePrimitives]::ConvertTo($Value, $Type)
    }

    function New-FilledBag {
        # What another process makes of an instance with a value in each property.
        param([type]$Type, [int]$Depth = 0)
        $bag = New-Object PSObject
        foreach ($property in $Type.GetProperties()) {
            $value = Get-FilledValue $property.PropertyType $Depth
            if ($null -ne $value) { $bag | Add-Member -NotePropertyName $property.Name -NotePropertyValue $value }
        }
        $bag.PSObject.TypeNames.Insert(0, "Deserialized.$($Type.FullName)")
        $bag
    }

    function Get-FilledValue {
        param([type]$Type, [int]$Depth)
        # The classes of secrets have nothing to show, and the base of setups is none of them.
        if ($Type.Name -eq 'SecretBase') { return }
        if ($Type.Name -eq 'CustomSetupBase') { $Type = [type]"$($Type.Namespace).EnvironmentVariableSetup" }
        $arguments = @($Type.GetGenericArguments())
        if ($Type -eq [string]) { 'a text' }
        elseif ($Type -eq [hashtable] -or $arguments.Count -eq 2) {
            $value = if ($arguments.Count -eq 2) { Get-FilledValue $arguments[1] $Depth } else { 'one' }
            @{ key = $value }
        } elseif ($Type.IsGenericType -and $Type.Name -eq 'IList`1') {
            $item = Get-FilledValue $arguments[0] $Depth
            if ($null -ne $item) { , @($item, $item) }
        } elseif ($Type -eq [object]) { 'any' }
        elseif ($Type.Assembly.GetName().Name -like 'AzIntegrationRuntime*' -and -not $Type.IsAbstract -and
            $Depth -lt 3) {
            New-FilledBag $Type ($Depth + 1)
        } elseif ($Type.IsValueType) {
            $inner = [Nullable]::GetUnderlyingType($Type)
            [Activator]::CreateInstance($(if ($inner) { $inner } else { $Type }))
        }
    }

    function New-Status {
        param([string]$Own, [string]$Sdk)
        $node = New-Model "$Sdk.SelfHostedIntegrationRuntimeNode" @{ NodeName = 'node-1'; Status = 'Online' }
        New-Model "$Own.PSSelfHostedIntegrationRuntimeStatus" @{
            Name              = 'ir'
            State             = 'Online'
            Nodes             = @($node)
            UpdateDelayOffset = [timespan]'03:00:00'
        }
    }
}

Describe '<Name>' -ForEach $types {
    BeforeAll {
        $type = $Name -as [type]
    }
    It 'is a public class' {
        $type | Should -Not -BeNullOrEmpty
        $type.IsPublic | Should -BeTrue
    }
    It 'derives from its bases' {
        $bases = for ($base = $type.BaseType; $base -ne [object]; $base = $base.BaseType) { $base.FullName }
        "$bases" | Should -BeExactly "$($Contract.TypeNames)"
    }
    It 'has its properties in their order' {
        $names = @([Activator]::CreateInstance($type).PSObject.Properties | ForEach-Object { $_.Name })
        "$names" | Should -BeExactly "$($Contract.Properties.ForEach({ $_.Name }))"
    }
    It 'has properties of their types' {
        foreach ($row in $Contract.Properties) {
            $own = @($type.GetProperties() | Where-Object Name -CEQ $row.Name)
            $own.Count | Should -Be 1 -Because $row.Name
            $own[0].PropertyType | Should -Be ([type](Get-WantedType $row)) -Because $row.Name
        }
    }
    It 'has no name of a type in a cell of a file, but for an array' {
        if ($type.IsAbstract -or $type.Name -in 'SecretBase', 'CustomSetupBase') { return }
        $bag = New-FilledBag $type
        # Only what a cmdlet writes can be made of what another process read; the rest is in it.
        $convertible = $type.GetCustomAttributes([ComponentModel.TypeConverterAttribute], $true)
        $filled = if ($convertible) { Convert-Model $bag $type } else { New-Model $Name }
        $arrays = @($type.GetProperties() | Where-Object { $_.PropertyType.IsArray } | ForEach-Object { $_.Name })
        $row = $filled | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $cells = @($row.PSObject.Properties | Where-Object { $_.Name -notin $arrays })
        $cells | Where-Object { $_.Value -match '^(System|Microsoft\.Azure|AzIntegrationRuntime)\.|`\d' } |
            ForEach-Object { "$($_.Name): $($_.Value)" } | Should -BeNullOrEmpty
    }
    It 'is its name as a text' {
        "$([Activator]::CreateInstance($type))" | Should -BeExactly $Name
    }
}

Describe 'A runtime of <Service>' -ForEach $services {
    It 'can be changed where Az''s can' {
        $linked = New-Model "$Own.PSLinkedIntegrationRuntime" @{ Name = 'ir' }
        $linked.Description = 'text'
        $linked.AuthorizationType = 'Key'
        $linked.Description | Should -Be 'text'
        $writable = $linked.GetType().GetProperties() | Where-Object { $_.GetSetMethod($false) }
        $writable.Name | Sort-Object | Should -Be 'AuthorizationType', 'Description'
        { $linked.Name = 'other' } | Should -Throw '*ReadOnly*'
    }

    It 'survives a file' {
        $status = New-Status $Own $Sdk | Add-Member -NotePropertyName Newer -NotePropertyValue 5 -PassThru
        $path = Join-Path $TestDrive 'status.xml'
        $status | Export-Clixml -Path $path
        $back = Import-Clixml -Path $path
        $back | Should -BeOfType "$Own.PSSelfHostedIntegrationRuntimeStatus"
        $back.Nodes[0] | Should -BeOfType "$Sdk.SelfHostedIntegrationRuntimeNode"
        $back.Nodes[0].NodeName | Should -Be 'node-1'
        $back.UpdateDelayOffset | Should -Be ([timespan]'03:00:00')
        $back.Newer | Should -Be 5
    }

    It 'survives a job' {
        $status = New-Status $Own $Sdk
        $job = Start-Job { ($using:status).Nodes[0].NodeName; $using:status }
        $answer = @($job | Receive-Job -Wait -AutoRemoveJob)
        $answer[0] | Should -Be 'node-1'
        $answer[1] | Should -BeOfType "$Own.PSIntegrationRuntime"
        $answer[1].Nodes[0].NodeName | Should -Be 'node-1'
    }

    It 'is made of an object of another process, and of nothing else' {
        $base = [type]"$Own.PSIntegrationRuntime"
        # As another version of the type data, or none, leaves it.
        $bag = [pscustomobject]@{ Name = 'ir'; Description = 'd'; RunspaceId = [guid]::NewGuid() }
        $bag.PSObject.TypeNames.Insert(0, "Deserialized.$Own.PSIntegrationRuntime")
        $bag.PSObject.TypeNames.Insert(0, "Deserialized.$Own.PSSelfHostedIntegrationRuntimeStatus")
        $made = Convert-Model $bag $base
        $made | Should -BeOfType "$Own.PSSelfHostedIntegrationRuntimeStatus"
        $made.Name | Should -Be 'ir'
        $made.PSObject.Properties['RunspaceId'] | Should -BeNullOrEmpty

        { Convert-Model $bag "$Own.PSManagedIntegrationRuntime" } | Should -Throw
        { Convert-Model ([pscustomobject]@{ Name = 'ir' }) $base } | Should -Throw
        { Convert-Model 'ir' $base } | Should -Throw
    }

    It 'is made of an object of Az''s own assembly' -Skip:($PSVersionTable.PSVersion.Major -le 5) {
        $source = @"
        namespace $Own {
            public class PSManagedIntegrationRuntime {
                public string Name { get { return "ir"; } }
                public string State { get { return "Started"; } }
                public string Bad { get { throw new System.Exception("x"); } }
            }
        }
"@
        $library = Join-Path $TestDrive "$($Service -replace ' ').dll"
        Add-Type -TypeDefinition $source -OutputAssembly $library
        $assembly = [Reflection.Assembly]::Load([IO.File]::ReadAllBytes($library))
        $theirs = $assembly.CreateInstance("$Own.PSManagedIntegrationRuntime")
        $ours = [AppDomain]::CurrentDomain.GetAssemblies() |
            Where-Object { $_.GetName().Name -eq 'AzIntegrationRuntime' } |
            ForEach-Object { $_.GetType("$Own.PSIntegrationRuntime") }
        $made = Convert-Model $theirs $ours
        $made.GetType().Assembly | Should -Be $ours.Assembly
        $made.Name | Should -Be 'ir'
        $made.State | Should -Be 'Started'
    }

    It 'has a metric that is JSON without a warning' {
        $node = New-Model "$Sdk.IntegrationRuntimeNodeMonitoringData" @{ NodeName = 'n'; CpuUtilization = 4 }
        $metric = New-Model "$Own.PSIntegrationRuntimeMetrics" @{ IntegrationRuntimeName = 'ir'; Nodes = @($node) }
        $json = $metric | ConvertTo-Json -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
        ($json | ConvertFrom-Json).Nodes[0].AdditionalProperties | Should -BeNullOrEmpty
        ($json | ConvertFrom-Json).Nodes[0].CpuUtilization | Should -Be 4
    }

    It 'can be told from others by its class' {
        $managed = New-Model "$Own.PSManagedIntegrationRuntimeStatus"
        $managed -is "$Own.PSManagedIntegrationRuntime" | Should -BeTrue
        $managed -is "$Own.PSSelfHostedIntegrationRuntime" | Should -BeFalse
        $managed.GetType().Name | Should -Be 'PSManagedIntegrationRuntimeStatus'
    }

    It 'takes setups that scripts make' {
        $password = New-Object "$Sdk.SecureString" 'secret'
        $setup = New-Object "$Sdk.CmdkeySetup" 'server', 'user', $password
        $setup.TargetName | Should -Be 'server'
        $setup.Password.Value | Should -Be 'secret'
        "$setup $password" | Should -Not -Match 'secret'
        (New-Object "$Sdk.EnvironmentVariableSetup" 'name', 'value').VariableValue | Should -Be 'value'
        (New-Object "$Sdk.ComponentSetup" 'component').ComponentName | Should -Be 'component'
        (New-Object "$Sdk.AzPowerShellSetup" '5.5.0').Version | Should -Be '5.5.0'
        (New-Object "$Sdk.AzPowerShellSetup") -is "$Sdk.CustomSetupBase" | Should -BeTrue
    }
}

Describe 'The repository of a factory' {
    It 'can be made as Az''s' {
        $sdk = 'Microsoft.Azure.Management.DataFactory.Models'
        $git = New-Object "$sdk.FactoryGitHubConfiguration" 'contoso', 'factories', 'main', '/'
        $git.HostName = 'https://github.com'
        $vsts = New-Object "$sdk.FactoryVSTSConfiguration" 'contoso', 'factories', 'main', '/', 'project'
        $git.RepositoryName, $vsts.ProjectName | Should -Be 'factories', 'project'
        $factory = New-Object Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory
        $factory.RepoConfiguration = $git
        $factory.RepoConfiguration.AccountName | Should -Be 'contoso'
        (New-Object "$sdk.GlobalParameterSpecification" 'Int', 5).Value | Should -Be 5
    }
}

Describe 'A context' {
    BeforeAll {
        $models = 'Microsoft.Azure.Commands.Profile.Models'
        $context = New-Model "$models.Core.PSAzureContext" @{
            Name         = 'work'
            Account      = New-Model "$models.PSAzureRmAccount" @{ Id = 'me@contoso.com' }
            Environment  = New-Model "$models.PSAzureEnvironment" @{ Name = 'AzureCloud' }
            Subscription = New-Model "$models.PSAzureSubscription" @{ Id = 'sub'; Name = 'Production' }
            Tenant       = New-Model "$models.PSAzureTenant" @{ Id = 'tenant' }
        }
    }
    It 'has parts whose text is their id or name' {
        "$($context.Account) $($context.Environment) $($context.Subscription) $($context.Tenant)" |
            Should -BeExactly 'me@contoso.com AzureCloud sub tenant'
        "$context" | Should -BeExactly "$models.Core.PSAzureContext"
        $context.Subscription.SubscriptionId, $context.Tenant.TenantId | Should -Be 'sub', 'tenant'
    }
    It 'survives a job' {
        $job = Start-Job { ($using:context).Subscription.Name; $using:context }
        $answer = @($job | Receive-Job -Wait -AutoRemoveJob)
        $answer[0] | Should -Be 'Production'
        $answer[1] | Should -BeOfType "$models.Core.PSAzureContext"
        $answer[1].Account.Id | Should -Be 'me@contoso.com'
    }
    It 'is a container of contexts' {
        $abstractions = 'Microsoft.Azure.Commands.Common.Authentication.Abstractions'
        $context -is "$abstractions.Core.IAzureContextContainer" | Should -BeTrue
        $context -is "$abstractions.IAzureContext" | Should -BeTrue
    }
}

Describe 'Exceptions that scripts name' {
    It '<Name> can be caught' -ForEach $exceptions {
        $caught = try { throw (New-Object $Name 'message') } catch { $_.Exception }
        $caught | Should -BeOfType $Name
        $caught.Message | Should -Be 'message'
    }
    It 'without an answer have none' {
        $exception = New-Object Microsoft.Rest.Azure.CloudException 'message'
        $exception.Response | Should -BeNullOrEmpty
        $exception.Body | Should -BeNullOrEmpty
    }

    It '<Name> keeps what the service answered' -ForEach @(
        @{ Name = 'Microsoft.Rest.Azure.CloudException'; Read = { param($It) $It.Body.Code, $It.Body.Message } }
        @{
            Name = 'Microsoft.Azure.Management.DataFactory.Models.ErrorResponseException'
            Read = { param($It) $It.Body.Error.Code, $It.Body.Error.Message }
        }
        @{
            Name = 'Microsoft.Azure.Management.Synapse.Models.ErrorResponseException'
            Read = { param($It) $It.Body.Error.Code, $It.Body.Error.Message }
        }
        @{
            Name = 'Microsoft.Azure.Commands.Synapse.Models.Exceptions.SynapseException'
            Read = { param($It) $It.InnerException.Body.Error.Code, $It.InnerException.Body.Error.Message }
        }
    ) {
        # As the reader of error frames does it.
        $assembly = ($Name -as [type]).Assembly
        $details = [Activator]::CreateInstance($assembly.GetType('AzIntegrationRuntime.Native.ServiceDetails'), $true)
        $details.Status = 404
        $details.Reason = 'Not Found'
        $details.Body = '{"error":{"code":"NotFound"}}'
        $details.Code = 'NotFound'
        $details.Message = 'It is not there.'
        $details.RequestId = 'request'
        $details.RequestMethod = 'GET'
        $details.RequestUri = [uri]'https://management.azure.com/x'
        $details.Headers['x-ms-request-id'] = 'request'
        $exception = [Activator]::CreateInstance([type]$Name, 'message')
        $interface = $assembly.GetType('AzIntegrationRuntime.Native.IServiceException')
        $interface.GetMethod('SetService').Invoke($exception, @($details))

        & $Read $exception | Should -Be 'NotFound', 'It is not there.'
        $carrier = if ($exception.InnerException) { $exception.InnerException } else { $exception }
        $carrier.Response.StatusCode | Should -Be ([System.Net.HttpStatusCode]::NotFound)
        $carrier.Response.ReasonPhrase | Should -Be 'Not Found'
        $carrier.Response.Content | Should -Be '{"error":{"code":"NotFound"}}'
        $carrier.Response.Headers['X-MS-Request-Id'] | Should -Be 'request'
        $carrier.Request.Method.Method | Should -Be 'GET'
        $carrier.Request.RequestUri | Should -Be 'https://management.azure.com/x'
    }
}
