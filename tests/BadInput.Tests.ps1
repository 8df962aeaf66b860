# What people give that they should not: they get an error record that names the thing, and nothing is changed. Never
# does an exception of the module's own get out. What services give is in OddAnswers.Tests.ps1.

BeforeDiscovery {
    $clearable = @(
        @{ Name = 'Description'; With = @{ Description = 'd' } }
        @{ Name = 'VirtualNetwork'; With = @{ SubnetId = '/s' } }
        @{ Name = 'PublicIPs'; With = @{ PublicIPs = '/1', '/2' } }
        @{ Name = 'CustomSetup'; With = @{ SetupScriptContainerSasUri = 'https://a/c?sig=x' } }
        @{ Name = 'ExpressCustomSetup'; With = @{ ExpressCustomSetup = @() } }
        @{ Name = 'DataProxy'; With = @{ DataProxyStagingPath = 'p' } }
        @{ Name = 'PackageStore'; With = @{ PackageStore = @{ a = 'b' } } }
        @{ Name = 'Credential'; With = @{ CredentialName = 'c' } }
        @{ Name = 'ManagedVirtualNetwork'; With = @{ ManagedVirtualNetworkName = 'm' } }
    )
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/badinput.ps1
}

AfterAll { Stop-TestEmulator }

Describe 'What is given' {
    It 'is refused in the binding: <Case>' -ForEach @(
        @{ Case = 'no number for a count'; Like = '*NodeCount*two*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -NodeCount two -Force } }
        @{ Case = 'a count that no int holds'; Like = '*NodeCount*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -NodeCount 99999999999 -Force } }
        @{ Case = 'a limit in words'; Like = '*ConcurrentJobsLimit*many*'
            Call = { Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -Name Node-A `
                -ConcurrentJobsLimit many } }
        @{ Case = 'an unknown type'; Like = '*"Airflow" does not belong to the set "Managed,SelfHosted"*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-fresh -Type Airflow } }
        @{ Case = 'an unknown key'; Like = '*"AuthKey3"*"AuthKey1,AuthKey2"*'
            Call = { New-AzDataFactoryV2IntegrationRuntimeKey rg adf-bad ir-self -KeyName AuthKey3 -Force } }
        @{ Case = 'a key in plain text'; Like = '*AuthKey*SecureString*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-user ir-fresh -Type SelfHosted -AuthKey 'plain' } }
        @{ Case = 'no address at all'; Like = '*PublicIPs*null*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -SubnetId /s -PublicIPs $null -Force } }
        @{ Case = 'an unknown thing to clear'; Like = '*"Nonsense"*Description,VirtualNetwork*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Clear Nonsense -Force } }
        @{ Case = 'no -Property'; Like = '*Property*null*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property $null -Force } }
        @{ Case = 'an unknown switch of updates'; Like = '*"Maybe"*"On,Off"*'
            Call = { Update-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -AutoUpdate Maybe } }
        @{ Case = 'a delay in words'; Like = '*AutoUpdateDelayOffset*later*'
            Call = { Update-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -AutoUpdateDelayOffset later } }
        @{ Case = 'no time to wait'; Like = '*Timeout*0*'
            Call = { Wait-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Timeout 0 } }
        @{ Case = 'less than no time'; Like = '*Timeout*-1*'
            Call = { Wait-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Timeout -1 } }
        @{ Case = 'no pause'; Like = '*Interval*0*'
            Call = { Wait-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Interval 0 } }
        @{ Case = 'no state'; Like = '*State*'
            Call = { Wait-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -State @() } }
        @{ Case = 'nothing to wait for'; Like = '*InputObject*null*'
            Call = { Wait-AzDataFactoryV2IntegrationRuntime -InputObject $null } }
        @{ Case = 'no factory to unlink'; Like = '*LinkedDataFactoryName*'
            Call = { Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -LinkedDataFactoryName @() -Force } }
        @{ Case = 'no minutes of authoring'; Like = '*AutoTerminationMinutes*0*'
            Call = { Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring rg adf-bad ir-ssis `
                -AutoTerminationMinutes 0 } }
        @{ Case = '-Name for the node to remove'; Like = "*parameter name 'Name'*"
            Call = { Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -Name Node-A -Force } }
        @{ Case = 'a number as an object'; Like = '*InputObject*PSIntegrationRuntime*'
            Call = { Get-AzDataFactoryV2IntegrationRuntime -InputObject 5 } }
        @{ Case = 'a hashtable as an object'; Like = '*InputObject*PSIntegrationRuntime*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime -InputObject @{ Name = 'ir-self' } -Description d -Force } }
        @{ Case = 'a factory as a runtime'; Like = '*InputObject*PSIntegrationRuntime*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime -InputObject $factory -Description d -Force } }
        @{ Case = 'a text in the pipeline'; Like = 'The input object cannot be bound*'
            Call = { 'ir-self' | Remove-AzDataFactoryV2IntegrationRuntime -Force } }
        @{ Case = 'one position too many'; Like = "*'extra'*"
            Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self extra } }
    ) {
        Assert-Refusal $Call $Like
    }

    It 'is not asked for where -Name is given for the runtime of a node: <_>' -ForEach 'Get', 'Update' {
        $limit = if ($_ -eq 'Update') { '-ConcurrentJobsLimit 2' }
        Clear-SentRequest
        $result = Invoke-Answered ("try { $_-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName rg " +
            "-DataFactoryName adf-bad -Name ir-self $limit } catch { `$_ }")
        "$($result.Output)" | Should -BeLike '*IntegrationRuntimeName*'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'is refused before any request: <Case>' -ForEach @(
        @{ Case = 'a limit of none'; Like = '-ConcurrentJobsLimit must be a whole number from 1 *'
            Call = { Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -Name Node-A `
                -ConcurrentJobsLimit 0 } }
        @{ Case = 'a negative limit'; Like = '-ConcurrentJobsLimit must be a whole number from 1 *'
            Call = { Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -Name Node-A `
                -ConcurrentJobsLimit -5 } }
        @{ Case = 'a path for a node'; Like = "'../x' is not a valid node name.*"
            Call = { Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -NodeName ../x -Force } }
        @{ Case = 'a wildcard for nodes'; Like = "'``*' is not a valid node name.*"
            Call = { Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -NodeName * -Force } }
        @{ Case = 'a wildcard for runtimes'; Like = "'ir-``*' is not a valid integration runtime name.*"
            Call = { Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-* -Force } }
        @{ Case = 'nothing to update'; Like = 'No valid parameters.'
            Call = { Update-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self } }
        @{ Case = 'nothing to update of a factory'; Like = 'There is nothing to update.*-Tag*'
            Call = { Update-AzDataFactoryV2 rg adf-bad } }
        @{ Case = 'a blank in a factory to unlink'; Like = "'a b' is not a valid data factory name.*"
            Call = { Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -LinkedDataFactoryName 'a b' -Force } }
        @{ Case = 'a runtime for a factory to unlink'; Like = '*is not the resource id of a data factory. Its form is *'
            Call = { Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -LinkedDataFactoryName $linked.Id `
                -Force } }
        @{ Case = 'to remove all links and some'
            Like = '-RemoveLinks removes *, -LinkedDataFactoryName removes links only. Give one of them.'
            Call = { Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -LinkedDataFactoryName adf-user `
                -RemoveLinks -Force } }
        @{ Case = 'a linked runtime''s name with a blank'; Like = "'a b' is not a valid integration runtime name.*"
            Call = { New-AzDataFactoryV2IntegrationRuntimeLink rg adf-bad ir-self -LinkedIntegrationRuntimeName 'a b' `
                -LinkedDataFactoryName adf-user } }
        @{ Case = 'two subscriptions for one factory'
            Like = "-LinkedSubscriptionId is 'other'*Leave -LinkedSubscriptionId out."
            Call = { New-AzDataFactoryV2IntegrationRuntimeLink rg adf-bad ir-self -LinkedIntegrationRuntimeName irx `
                -LinkedDataFactoryName $user.DataFactoryId -LinkedSubscriptionId other } }
        @{ Case = 'a version for a list'; Like = '-IfNoneMatch is about one integration runtime: give its -Name too.'
            Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad -IfNoneMatch x } }
        @{ Case = 'a version of two lines'
            Like = '-IfNoneMatch is not a version: give the Etag of an object as it came.*'
            Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -IfNoneMatch "a`nb" } }
        @{ Case = 'a context that there is not'; Like = "There is no context 'nobody'. Get-AzContext -ListAvailable *"
            Call = { Get-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -DefaultProfile nobody } }
        @{ Case = 'a property that contains itself'; Like = '-Property cannot be sent: *contains itself.'
            Call = { $own = @{}; $own.me = $own; Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis `
                -Property $own -Force } }
        @{ Case = 'a set-up item that contains itself'; Like = '-ExpressCustomSetup cannot be sent: *contains itself.'
            Call = { $own = @{ type = 'CmdkeySetup' }; $own.targetName =
                $own; Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -ExpressCustomSetup @($own) -Force } }
        @{ Case = 'asterisks for a key'; Like = "The secret in 'AuthKey' is only asterisks*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-user ir-fresh -Type SelfHosted -AuthKey (
                ConvertTo-SecureString ('*' * 10) -AsPlainText -Force
            ) } }
        @{ Case = 'asterisks for a password'; Like = "The secret in 'CatalogAdminCredential' is only asterisks*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -CatalogAdminCredential (
                New-Object PSCredential 'sa', (ConvertTo-SecureString ('*' * 10) -AsPlainText -Force)
            ) -Force } }
        @{ Case = 'asterisks for a token'; Like = "The secret in 'SetupScriptContainerSasUri' is only asterisks*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis `
                -SetupScriptContainerSasUri ('https://a/c?' + '*' * 10) -Force } }
    ) {
        Assert-Refusal $Call $Like
    }

    It 'cannot be cleared and set at once: <Name>' -ForEach $clearable {
        $parameter = @($With.Keys)[0]
        Assert-Refusal {
            Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Clear $Name @With -Force
        } "-Clear $Name and -$parameter contradict each other. Give one of them."
    }

    It 'is no id of a runtime: <Id>' -ForEach @(
        @{ Id = 'x'; Like = 'Invalid format of the resource identifier.*' }
        @{ Id = '/'; Like = 'Invalid format of the resource identifier.*' }
        @{ Id = '/subscriptions/x/resourceGroups/rg'; Like = 'Invalid format of the resource identifier.*' }
        @{ Id = '{factory}'
            Like = '*is not the resource id of an integration runtime in a data factory. Its form is *' }
        @{ Id = '{runtime}/nodes/Node-A'
            Like = '*is not the resource id of an integration runtime in a data factory. Its form is *' }
        @{ Id = 'https://portal.azure.com/#resource{runtime}'
            Like = '*is not the resource id of an integration runtime in a data factory. Its form is *' }
        @{ Id = '{synapse}'
            Like = '*in a data factory, but of a Synapse workspace. Use Get-AzSynapseIntegrationRuntime and the ' +
                'related cmdlets for it.' }
        @{ Id = '{factory}/integrationRuntimes/..'; Like = "'..' is not a valid integration runtime name.*" }
        @{ Id = '{factory}/integrationRuntimes/ir self'; Like = "'ir self' is not a valid integration runtime name.*" }
        @{ Id = '{runtime}?api-version=1'; Like = "'ir-self?api-version=1' is not a valid integration runtime name.*" }
    ) {
        $whole = $Id -replace '\{factory\}', $factory.DataFactoryId -replace '\{runtime\}',
            $self.Id -replace '\{synapse\}', (
            $self.Id -replace 'Microsoft.DataFactory/factories', 'Microsoft.Synapse/workspaces')
        Assert-Refusal { Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $whole -Force } $Like
        Assert-Refusal {
            Set-AzDataFactoryV2IntegrationRuntime @fresh -Type SelfHosted -SharedIntegrationRuntimeResourceId $whole `
                -Force
        } $Like GET
    }

    It 'is no object of a runtime: <Case>' -ForEach @(
        @{ Case = 'nothing in it'; Member = @{}; Like = '*has no Name: it is not an integration runtime.' }
        @{ Case = 'a name alone'; Member = @{ Name = 'ir-self' }
            Like = '*has no ResourceGroupName: it is not an integration runtime.' }
        @{ Case = 'no factory'; Member = @{ Name = 'ir-self'; ResourceGroupName = 'rg'; DataFactoryName = $null }
            Like = '*has no DataFactoryName: it is not an integration runtime.' }
        @{ Case = 'two factories'; Member = @{
            Name = 'ir-self'
            ResourceGroupName = 'rg'
            DataFactoryName = 'adf-bad', 'adf-user'
        }; Like = '*has no DataFactoryName: it is not an integration runtime.' }
        @{ Case = 'a number'; Member = @{ Name = 5; ResourceGroupName = 'rg'; DataFactoryName = 'adf-bad' }
            Like = "'5' is not a valid integration runtime name.*" }
        @{ Case = 'a path'; Member = @{ Name = 'ir-self/start'; ResourceGroupName = 'rg'; DataFactoryName = 'adf-bad' }
            Like = "'ir-self/start' is not a valid integration runtime name.*" }
    ) {
        Assert-Refusal { Remove-AzDataFactoryV2IntegrationRuntime -InputObject (New-Pretender $Member) -Force } $Like
    }

    It 'is no object of a runtime: one that cannot be read' {
        $object = New-Pretender @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-bad' }
        $object | Add-Member ScriptProperty Name { throw 'planted' }
        Assert-Refusal {
            Remove-AzDataFactoryV2IntegrationRuntime -InputObject $object -Force
        } '*has no Name: it is not an integration runtime.'
    }

    It 'is nothing to wait for: <Case>' -ForEach @(
        @{ Case = 'a number'; Object = 5
            Like = '*has no Name: it is not an integration runtime, nor an operation that -NoWait wrote.' }
        @{ Case = 'a text'; Object = 'ir-self'
            Like = '*has no Name: it is not an integration runtime, nor an operation that -NoWait wrote.' }
        @{ Case = 'a list'; Object = @(1, 2)
            Like = '*has no Name: it is not an integration runtime, nor an operation that -NoWait wrote.' }
        @{ Case = 'an empty object'; Object = New-Object object
            Like = '*has no Name: it is not an integration runtime, nor an operation that -NoWait wrote.' }
        @{ Case = 'an operation of nothing'; Object = [pscustomobject]@{ RuntimeId = 'x' }
            Like = 'Invalid format of the resource identifier.*' }
        @{ Case = 'a status at another host'; Object = @{ StatusUrl = 'https://evil.example/x' }
            Like = "The operation's StatusUrl points to another host, 'evil.example'. It was not followed and no " +
                "token was sent there." }
        @{ Case = 'a result at another host'; Object = @{ ResultUrl = 'https://evil.example/x' }
            Like = "The operation's ResultUrl points to another host, 'evil.example'. It was not followed and no " +
                "token was sent there." }
        @{ Case = 'a status without encryption'; Object = @{ StatusUrl = 'http://127.0.0.1/x' }
            Like = "The operation's StatusUrl points to another host*" }
        @{ Case = 'a status that is no address'; Object = @{ StatusUrl = 'garbage' }
            Like = "The operation's StatusUrl is not an address." }
        @{ Case = 'a status that is a number'; Object = @{ StatusUrl = 5 }
            Like = "The operation's StatusUrl is not an address." }
    ) {
        if ($Object -is [hashtable]) {
            $Object = [pscustomobject](@{ RuntimeId = $self.Id } + $Object)
        }
        Assert-Refusal { Wait-AzDataFactoryV2IntegrationRuntime -InputObject $Object -Timeout 1 } $Like
    }

    It 'is refused after a look: <Case>' -ForEach @(
        @{ Case = 'a network without its subnet'; Like = 'Both VNetId and Subnet must be set.'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -VNetId /v -Force } }
        @{ Case = 'a subnet without its network'; Like = 'Both VNetId and Subnet must be set.'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Subnet default -VNetId '' -Force } }
        @{ Case = 'two forms of a network'; Like = 'When subnetId as VNet property *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -VNetId /v -Subnet s -SubnetId /s `
                -Force } }
        @{ Case = 'Express without a subnet'; Like = 'SubnetId must be set for express *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -VNetInjectionMethod Express -Force } }
        @{ Case = 'one public address'; Like = 'Please provide two static public IP addresses *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -SubnetId /s -PublicIPs /1 -Force } }
        @{ Case = 'three public addresses'; Like = 'Please provide two static public IP addresses *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -SubnetId /s -PublicIPs /1, /2,
                /3 -Force } }
        @{ Case = 'an empty public address'; Like = 'Please provide two static public IP addresses *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -SubnetId /s -PublicIPs /1, '' -Force } }
        @{ Case = 'public addresses without a network'; Like = 'Please provide a subnet resource ID *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -PublicIPs /1, /2 -Force } }
        @{ Case = 'a password of 129 characters'; Like = "The password exceeds maximum length of '128'"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -CatalogAdminCredential (
                New-Object PSCredential 'sa', (ConvertTo-SecureString ('x' * 129) -AsPlainText -Force)
            ) -Force } }
        @{ Case = 'an unknown set-up item'
            Like = "An item of -ExpressCustomSetup is 'Nonsense'. Items are *CmdkeySetup*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis `
                -ExpressCustomSetup @(@{ type = 'Nonsense' }) -Force } }
        @{ Case = 'a foreign object as a set-up item'
            Like = "An item of -ExpressCustomSetup is 'FileInfo'. Items are *"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -ExpressCustomSetup @([pscustomobject]@{
                PSTypeName = 'System.IO.FileInfo'
            }) -Force } }
        @{ Case = 'a set-up item that cannot be read'
            Like = "An item of -ExpressCustomSetup is 'PSCustomObject'. Items are *"
            Call = { $item = New-Object psobject; $item |
                Add-Member ScriptProperty Version { throw 'broken' }
                Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -ExpressCustomSetup @($item) -Force } }
        @{ Case = 'a number as a set-up item'; Like = 'An item of -ExpressCustomSetup has no type. Items are *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -ExpressCustomSetup @(5) -Force } }
        @{ Case = 'nothing as a set-up item'; Like = 'An item of -ExpressCustomSetup has no type. Items are *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -ExpressCustomSetup @($null) -Force } }
        @{ Case = 'a list as a set-up item'; Like = 'An item of -ExpressCustomSetup has no type. Items are *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -ExpressCustomSetup @(, @(1, 2)) `
                -Force } }
        @{ Case = 'a set-up item without its array'
            Like = 'An item of -ExpressCustomSetup has no type. Items are * in an array, such as @(@{*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -ExpressCustomSetup @{
                type = 'AzPowerShellSetup'
                version = '5'
            } -Force } }
        @{ Case = 'JSON that breaks off'
            Like = 'The text given as -Property is not JSON (line 1, column *). Give a JSON object, or a hashtable.'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property '{ "a": ' -Force } }
        @{ Case = 'JSON with a comma too many'; Like = 'The text given as -Property is not JSON (line 2, column *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property "{ ""a"": 1,`n }" -Force } }
        @{ Case = 'no JSON at all'; Like = 'The text given as -Property is not JSON*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property '' -Force } }
        @{ Case = 'a list of properties'; Like = '-Property takes a hashtable or a JSON object:*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property @(1, 2) -Force } }
        @{ Case = 'a number for properties'; Like = '-Property takes a hashtable or a JSON object:*'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property '5' -Force } }
        @{ Case = 'another type in the properties'; Like = "The value for pramater 'Type' is different*ir-ssis."
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property @{ type = 'SelfHosted' } `
                -Force } }
        @{ Case = 'no type in the properties'; Like = "The value for pramater 'Type' is different*ir-ssis."
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property @{ type = $null } -Force } }
        @{ Case = 'another type'; Like = "The value for pramater 'Type' is different*ir-self."
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Type Managed -Force } }
        @{ Case = 'no type for a new one'; Like = "Pramater 'Type' must be provided *"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-fresh -Location eastus } }
        @{ Case = 'a store without a service'
            Like = "The package store 'a' in -PackageStore has no name of a linked service."
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -PackageStore @{ a = $null } -Force } }
        @{ Case = 'a store with too much'
            Like = "The package store 'a' in -PackageStore has no name of a linked service."
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -PackageStore @{ a = @{ b = 1 } } `
                -Force } }
        @{ Case = 'stores of a self-hosted one'
            Like = "-PackageStore is for managed integration runtimes; 'ir-self' is a self-hosted one. Nothing was " +
                "changed."; Call = {
                    Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -PackageStore @{ a = 'b' } -Force
                } }
        @{ Case = 'a credential of a self-hosted one'
            Like = "-CredentialName is for managed or linked *'ir-self' is a self-hosted one. Nothing was changed."
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -CredentialName c -Force } }
        @{ Case = 'a version of two lines'
            Like = '-IfMatch is not a version: give the Etag of an object as it came. Nothing was changed.'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Description d -IfMatch "a`r`nb: c" `
                -Force } }
        @{ Case = 'a key for what exists'
            Like = "Updating the authentication key of linked integration runtime 'ir-self' is not allowed."
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -AuthKey (
                ConvertTo-SecureString 'k' -AsPlainText -Force
            ) -Force } }
        @{ Case = 'to start a self-hosted one'
            Like = "Integration runtime 'ir-self' in data factory 'adf-bad' is self-hosted. Only an Azure-SSIS " +
                "integration runtime can be started; *on its nodes."
                Call = { Start-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Force } }
        @{ Case = 'to start a linked one'
            Like = "Integration runtime 'ir-linked' in data factory 'adf-user' is self-hosted.*"
            Call = { Start-AzDataFactoryV2IntegrationRuntime @linkedName -Force } }
        @{ Case = 'updates of a managed one'; Like = 'The resource is not a valid self-hosted integration runtime.'
            Call = { Update-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -AutoUpdate On } }
        @{ Case = 'to share a linked one'; Like = "*'ir-linked'*is itself linked to another one.*Nothing was changed."
            Call = { New-AzDataFactoryV2IntegrationRuntimeLink rg adf-user ir-linked -LinkedIntegrationRuntimeName irx `
                -LinkedDataFactoryName adf-bad } }
        @{ Case = 'to share a managed one'; Like = 'Only self-hosted integration runtime can be shared.*'
            Call = { New-AzDataFactoryV2IntegrationRuntimeLink rg adf-bad ir-ssis -LinkedIntegrationRuntimeName irx `
                -LinkedDataFactoryName adf-user } }
        @{ Case = 'a shared one that is not there'
            Like = "HTTP Status Code: NotFound*The shared integration runtime 'ir-none' does not exist in data " +
                "factory 'adf-bad'. Nothing was changed.*"
                Call = { Set-AzDataFactoryV2IntegrationRuntime @fresh -Type SelfHosted `
                    -SharedIntegrationRuntimeResourceId ($self.Id -replace 'ir-self', 'ir-none') -Force } }
        @{ Case = 'a shared one that is managed'; Like = 'Only self-hosted integration runtime can be shared.'
            Call = { Set-AzDataFactoryV2IntegrationRuntime @fresh -Type SelfHosted `
                -SharedIntegrationRuntimeResourceId $ssis.Id -Force } }
        # As upstream's cmdlets, which have the same class of parameter, the binding makes a list of one text.
        @{ Case = 'a text as a set-up item'; Like = 'An item of -ExpressCustomSetup is a text. Items are *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -ExpressCustomSetup 'x' -Force } }
        @{ Case = 'a factory''s broken properties'; Like = 'The text given as -Property is not JSON*'
            Call = { Set-AzDataFactoryV2 rg adf-bad eastus -Property '{' -Force } }
    ) {
        Assert-Refusal $Call $Like GET
    }

    It 'is no node: <Case>' -ForEach @(
        @{ Case = 'another casing'
            Like = "The node with node name node-a in integration runtime ir-self was not found.`nThere is a node " +
                "'Node-A'*use 'Node-A'."; Call = {
                    Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -Name node-a
                } }
        @{ Case = 'the runtime''s own name'
            Like = "*was not found.`n-Name is the name of a node here, not of the integration runtime.*'Node-A'."
            Call = { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -Name ir-self } }
        @{ Case = 'of a managed one'; Like = 'The node with node ID none in integration runtime ir-runs was not found.'
            Call = { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-runs -Name none } }
        @{ Case = 'with an address of a managed one'
            Like = 'The SSIS-Azure integration runtime does not support getting IP address of node.'
            Call = { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-runs -Name none -IpAddress } }
    ) {
        Assert-Refusal $Call $Like 'GET STATUS'
    }

    It 'is refused by the service, in its words: <Case>' -ForEach @(
        @{ Case = 'keys of a linked runtime'; Sent = 'POST'; Text = 'Authentication keys exist only *'
            Call = { Get-AzDataFactoryV2IntegrationRuntimeKey @linkedName } }
        @{ Case = 'keys of a managed one'; Sent = 'POST'; Text = 'Authentication keys exist only *'
            Call = { Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-bad ir-ssis } }
        @{ Case = 'a new key of a linked one'; Sent = 'POST'; Text = 'Authentication keys exist only *'
            Call = { New-AzDataFactoryV2IntegrationRuntimeKey @linkedName -KeyName AuthKey1 -Force } }
        @{ Case = 'a change while it runs'; Sent = 'GET PUT'
            Text = "The integration runtime 'ir-runs' is in state 'Started'. Stop it first.*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-runs -NodeCount 3 -Force } }
        @{ Case = 'to remove it while it runs'; Sent = 'DELETE STATUS'
            Text = "The integration runtime 'ir-runs' is in state 'Started'. Stop it first.*"
            Call = { Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-runs -Force } }
        @{ Case = 'to start what runs'; Sent = 'GET POST'; Text = "*'Started' and cannot start now.*"
            Call = { Start-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-runs -Force } }
        @{ Case = 'to stop what does not run'; Sent = 'POST'; Text = "*'Initial' and cannot stop now.*"
            Call = { Stop-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Force } }
        @{ Case = 'to stop a self-hosted one'; Sent = 'POST'
            Text = 'Only an Azure-SSIS integration runtime can be started and stopped.*'
            Call = { Stop-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Force } }
        @{ Case = 'no nodes'; Sent = 'GET PUT'; Text = "*'numberOfNodes' must be a whole number of at least 1.*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -NodeCount 0 -Force } }
        @{ Case = 'an unknown location'; Sent = 'GET PUT'; Text = "*'Atlantis' is not available*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Location Atlantis -Force } }
        @{ Case = 'properties of another shape'; Sent = 'GET PUT'; Text = "*'typeProperties'*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Property @{ typeProperties = 5 } `
                -Force } }
        @{ Case = 'an invalid key'; Sent = 'GET PUT'; Text = 'The authentication key is not valid *'
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-user ir-fresh -Type SelfHosted -AuthKey (
                ConvertTo-SecureString 'none' -AsPlainText -Force
            ) } }
        @{ Case = 'an old version'; Sent = 'GET PUT'
            Text = "*'ir-ssis'*was changed since it was read*Nothing was overwritten.*"
            Call = { Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Description d -IfMatch old -Force } }
        @{ Case = 'updates of a linked one'; Sent = 'GET PATCH'; Text = '*not linked*'
            Call = { Update-AzDataFactoryV2IntegrationRuntime @linkedName -AutoUpdate On } }
        @{ Case = 'a limit above the most'; Sent = 'PATCH'; Text = '*from 1 to 20.*'
            Call = { Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -Name Node-A `
                -ConcurrentJobsLimit 3000 } }
        @{ Case = 'a limit of no node'; Sent = 'PATCH STATUS'; Text = 'The document could not be retrieved *'
            Call = { Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-bad ir-self -Name none `
                -ConcurrentJobsLimit 3 } }
        @{ Case = 'credentials of a managed one'; Sent = 'POST'; Text = 'Credentials are synchronized only *'
            Call = { Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-bad ir-ssis -Force } }
        @{ Case = 'an upgrade of a managed one'; Sent = 'POST'; Text = 'Only a self-hosted integration runtime *'
            Call = { Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade rg adf-bad ir-ssis } }
        @{ Case = 'a connection to a managed one'; Sent = 'POST'; Text = 'Connection information exists only *'
            Call = { Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo rg adf-bad ir-ssis } }
        @{ Case = 'authoring on a self-hosted one'; Sent = 'POST'; Text = 'Interactive authoring *'
            Call = { Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring rg adf-bad ir-self `
                -AutoTerminationMinutes 10 } }
        @{ Case = 'metadata of a self-hosted one'; Sent = 'POST'; Text = 'Object metadata exist only *'
            Call = { Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata rg adf-bad ir-self } }
    ) {
        Assert-Refusal $Call "HTTP Status Code: *`nError Code: *`nError Message: $Text" $Sent
    }

    It 'is left to the service to refuse while others use it: a shared runtime' {
        Assert-Refusal {
            Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-self -Force -WarningAction SilentlyContinue
        } '*Remove the links first.*' 'DELETE STATUS'
    }

    It 'may be called secret: that is a name like any other' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-with-more -Type Managed -Location eastus `
            -Property @{ extra = @{ secret = @{ offset = 1 } } }
        (Get-SentBody PUT).properties.extra.secret.offset | Should -Be 1
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-with-more -Force
    }

    It 'may be the same whatever else is in the pipeline: each object on its own' {
        $result = @(Get-Refusal {
            5, 'text', $self, [pscustomobject]@{ Foo = 1 } |
                Wait-AzDataFactoryV2IntegrationRuntime -OutVariable global:AzirWaited -ErrorAction Continue | Out-Null
        })
        try {
            $result | Should -HaveCount 3
            $global:AzirWaited.Name | Should -Be 'ir-self'
        } finally {
            Remove-Variable AzirWaited -Scope Global
        }
    }
}
