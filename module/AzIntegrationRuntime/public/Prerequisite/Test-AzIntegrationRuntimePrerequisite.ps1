function Test-AzIntegrationRuntimePrerequisite {
    <#
    .SYNOPSIS
    Checks whether this machine can become a node of a self-hosted integration runtime, and whether its network lets it.

    .DESCRIPTION
    Holds this machine and its network against what Microsoft's documents ask of the nodes of a self-hosted integration runtime, and
    writes a finding for each thing that was checked: what is required, what was found, the result, why it matters and what to do.

    The host part reads this machine: Windows, .NET Framework, processors, memory, disk, power plan, administrator, an integration
    runtime that is installed already. On other systems one finding says that nodes need Windows.

    The network part tries every domain and port of the service's table from here, in parallel: the name is resolved, a connection is
    made, and where the port is 443 the certificate is checked. Nothing else is sent. Where the environment or the system has a proxy,
    it makes the connections, and it resolves the names: their addresses are not seen then. A domain with '*' is not guessed at: its
    finding is Skipped and says how to try one name of it.

    Results: Passed; Failed, where a node will not work; Warning, where something is only recommended, or needed for some purposes
    only; Skipped, where it was not checked, with the reason.

    Nobody has to be signed in unless a data factory, workspace or account is named. While the emulator runs in this process, nothing
    but this machine is contacted, and the findings of all other endpoints are Skipped.

    .EXAMPLE
    Test-AzIntegrationRuntimePrerequisite -For DataFactory

    Checks this machine and the domains of Data Factory's table.

    .EXAMPLE
    Test-AzIntegrationRuntimePrerequisite -For Purview -AccountName 'pv-prod' -KeyVaultName 'kv-data' -PrivateEndpoint

    Checks for a node of a Purview account, with its managed storage account and event hub. What can have a private endpoint has to
    resolve to a private address.

    .EXAMPLE
    Test-AzIntegrationRuntimePrerequisite -For DataFactory -DataFactoryName 'adf-prod' -IntegrationRuntimeName 'ir-west' `
        -Source 'sql01.contoso.example:1433', 'https://api.contoso.example/'

    Also tries two stores that copies will read from, and takes the addresses of the service and the latest version from the status
    of a runtime.

    .EXAMPLE
    Test-AzIntegrationRuntimePrerequisite -For Synapse -Area Network -HostName 'g1-prod-am3-001-sb.servicebus.windows.net' |
        Where-Object Result -NE 'Passed' |
        Format-List Check, Found, Why, Fix

    Shows all of what did not pass, without the host part. The name stands for those that '*.servicebus.windows.net' allows.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' |
        Test-AzIntegrationRuntimePrerequisite -For DataFactory -Area Network -ErrorOnFailure

    Ends with an error if something failed. In a scheduled task: powershell -NoProfile -Command "Test-AzIntegrationRuntimePrerequisite
    -For Purview -ErrorOnFailure" has exit code 1 then. A script that is run with -File has it when it begins with
    $ErrorActionPreference = 'Stop'.

    .INPUTS
    PSObject. A data factory, Synapse workspace, Purview account or integration runtime can be piped in.

    .OUTPUTS
    AzIntegrationRuntime.PrerequisiteFinding: one for each thing that was checked, with Area, Check, Required, Found, Result, Why and
    Fix. They are written as they come.

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    Get-AzPurviewAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByNameParameterSet', PositionalBinding = $false)]
    [OutputType('AzIntegrationRuntime.PrerequisiteFinding')]
    param(
        # The service whose self-hosted integration runtime the node is for.
        [Parameter(Mandatory, Position = 0)]
        [ValidateSet('DataFactory', 'Synapse', 'Purview')]
        [string]$For,

        # The parts to check. Without it both are.
        [Parameter()]
        [ValidateSet('Host', 'Network')]
        [string[]]$Area,

        # The resource group that holds what is named. Without it the group is found by the name, which takes one more request.
        [Parameter(ParameterSetName = 'ByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory: its own address takes the place of the pattern in the table. With -For DataFactory.
        [Parameter(ParameterSetName = 'ByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$DataFactoryName,

        # The workspace. With -For Synapse.
        [Parameter(ParameterSetName = 'ByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The Purview account: its managed storage account and event hub take the place of the patterns in the table. With -For Purview.
        [Parameter(ParameterSetName = 'ByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$AccountName,

        # The resource id of a data factory, workspace, account or of an integration runtime, in place of names.
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceId,

        # A data factory, workspace, account or integration runtime as the Get cmdlets return it, in place of names.
        [Parameter(Mandatory, ParameterSetName = 'ByInputObjectParameterSet', ValueFromPipeline)]
        [Alias('AccountObject', 'WorkspaceObject')]
        [ValidateNotNull()]
        [psobject]$InputObject,

        # The integration runtime that the node is for. Its status tells the addresses of the service and the latest version, and whether
        # this machine is one of its nodes. Of an Azure-SSIS one the outbound dependencies are tried.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$IntegrationRuntimeName,

        # Key vaults that hold credentials: names, or host names.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string[]]$KeyVaultName,

        # Stores that the node will read or write: 'host:port', which has to accept a connection, or an address that begins with https://,
        # whose certificate is checked too.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string[]]$Source,

        # Names to try in place of those that a '*' in the table stands for, with a port where it is not the table's.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string[]]$HostName,

        # What can have a private endpoint, and all that is named with -KeyVaultName and -Source, has to resolve to a private address.
        [Parameter()]
        [switch]$PrivateEndpoint,

        # How long one endpoint may take. 10 seconds unless told otherwise.
        [Parameter()]
        [ValidateRange(1, 300)]
        [int]$TimeoutSeconds,

        # Ends with a terminating error if the result of a finding is Failed.
        [Parameter()]
        [switch]$ErrorOnFailure,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'prerequisite.test' -Argument $PSBoundParameters
    }
}
