function Invoke-MainOperation {
    # Runs an operation in the scope of AzIntegrationRuntime, which has the library and the pump.
    param($Cmdlet, [string]$Name, [System.Collections.IDictionary]$Argument)

    $main = Get-Module -Name AzIntegrationRuntime
    if ($null -eq $main) {
        $exception = New-Object System.InvalidOperationException (
            'The module AzIntegrationRuntime is no longer loaded. Run Import-Module AzIntegrationRuntime.')
        $Cmdlet.ThrowTerminatingError(
            (New-Object System.Management.Automation.ErrorRecord $exception, 'MainModuleMissing', 'ResourceUnavailable', $null))
    }
    & @($main)[0] { Invoke-NativeOperation -Cmdlet $args[0] -Name $args[1] -Argument $args[2] } $Cmdlet $Name $Argument
}
