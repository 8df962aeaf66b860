function Start-AzIntegrationRuntimeEmulator {
    <#
    .SYNOPSIS
    Starts an emulated Azure on this computer and sends every cmdlet there.

    .DESCRIPTION
    Starts the emulator that comes with the module: Azure Resource Manager, sign-in and integration runtimes on 127.0.0.1, over
    HTTPS with a certificate authority of its own. From then until Stop-AzIntegrationRuntimeEmulator, every cmdlet of
    AzIntegrationRuntime and AzIntegrationRuntime.Standalone in this process goes there and nowhere else; a warning says so.

    You are signed in as an owner of the subscription 'Emulator'. A bare Connect-AzAccount signs in to the emulator as well. It
    ends with this process.

    .EXAMPLE
    Start-AzIntegrationRuntimeEmulator
    New-AzResourceGroup -Name 'rg' -Location EastUS
    Set-AzDataFactoryV2 -ResourceGroupName 'rg' -Name 'adf-try' -Location EastUS

    Tries a cmdlet without an Azure subscription. New-AzResourceGroup is in AzIntegrationRuntime.Standalone.

    .EXAMPLE
    $emulator = Start-AzIntegrationRuntimeEmulator -StatePath ./emulator.json -SubscriptionName 'Contoso Test'
    $emulator.Endpoint

    Keeps what is created in a file, for the next time, and names the subscription as a script expects it.

    .EXAMPLE
    Start-AzIntegrationRuntimeEmulator -TrafficPath ./traffic.jsonl

    Writes down each request and its answer, without secrets.

    .INPUTS
    None.

    .OUTPUTS
    AzIntegrationRuntime.Emulator: its addresses, its process, and the tenant and subscription to use.

    .LINK
    Stop-AzIntegrationRuntimeEmulator

    .LINK
    Register-AzIntegrationRuntimeEmulatorNode

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('AzIntegrationRuntime.Emulator')]
    param(
        # The port to listen on. Without it any that is free.
        [Parameter()]
        [ValidateRange(0, 65535)]
        [int]$Port,

        # A file in which everything is kept. It is made when it does not exist.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$StatePath,

        # A file to which each request and its answer is appended as a line of JSON. Keys, tokens and passwords are left out.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$TrafficPath,

        # The name of the subscription, in place of 'Emulator'.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$SubscriptionName,

        # How long each answer is held back, to see what a distant service is like.
        [Parameter()]
        [ValidateRange(0, 60000)]
        [int]$LatencyMilliseconds,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        $argument = @{}
        foreach ($key in $PSBoundParameters.Keys) {
            $argument[$key] = $PSBoundParameters[$key]
        }
        foreach ($key in 'StatePath', 'TrafficPath') {
            if ($argument.ContainsKey($key)) {
                $argument[$key] = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($argument[$key])
            }
        }
        $argument['ProgramPath'] = (Get-NativePlatform).Program
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'emulator.start' -Argument $argument
    }
}
