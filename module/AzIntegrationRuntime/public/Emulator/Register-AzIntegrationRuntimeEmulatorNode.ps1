function Register-AzIntegrationRuntimeEmulatorNode {
    <#
    .SYNOPSIS
    Registers a node with a self-hosted integration runtime of the emulator.

    .DESCRIPTION
    Does in the emulator what the installer of the self-hosted integration runtime does in Azure: registers a node with an
    authentication key. The runtime is online from then on.

    .EXAMPLE
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey 'rg-data' 'adf-prod' 'ir-west'
    Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'node-1'

    Registers a node with the first key.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntimeKey 'rg-data' 'adf-prod' 'ir-west' | Register-AzIntegrationRuntimeEmulatorNode -Version '5.50.9171.1'

    Registers a node of this version.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys. Keys can be piped in: the first one is used.

    .OUTPUTS
    AzIntegrationRuntime.EmulatorNode: the registered node.

    .LINK
    Start-AzIntegrationRuntimeEmulator

    .LINK
    Get-AzDataFactoryV2IntegrationRuntimeKey

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('AzIntegrationRuntime.EmulatorNode')]
    param(
        # The authentication key, as string or SecureString.
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)]
        [Alias('AuthKey1')]
        [ValidateNotNullOrEmpty()]
        [object]$AuthKey,

        # The node's name. Without it one is made up.
        [Parameter(Position = 1)]
        [ValidateNotNullOrEmpty()]
        [string]$NodeName,

        # The version of the node's software.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$Version,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'emulator.node' -Argument $PSBoundParameters
    }
}
