function Stop-AzIntegrationRuntimeEmulator {
    <#
    .SYNOPSIS
    Stops the emulator.

    .DESCRIPTION
    Stops the emulator that Start-AzIntegrationRuntimeEmulator started in this process. From then on the cmdlets go to Azure
    again, as whoever was signed in before.

    .EXAMPLE
    Stop-AzIntegrationRuntimeEmulator

    Stops the emulator.

    .EXAMPLE
    Start-AzIntegrationRuntimeEmulator
    try {
        ./Deploy.ps1
    } finally {
        Stop-AzIntegrationRuntimeEmulator
    }

    Runs a script against the emulator and stops it whatever happens.

    .INPUTS
    None.

    .OUTPUTS
    None.

    .LINK
    Start-AzIntegrationRuntimeEmulator

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    param(
        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'emulator.stop' -Argument $PSBoundParameters
    }
}
