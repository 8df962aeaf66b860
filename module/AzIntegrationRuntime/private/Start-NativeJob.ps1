function Assert-NativeJob {
    # Says how to go on where there are no thread jobs.
    param($Cmdlet)

    if ($null -eq (Get-Command -Name Start-ThreadJob -ErrorAction Ignore)) {
        $exception = New-Object System.InvalidOperationException (
            'This PowerShell has no Start-ThreadJob, which -AsJob needs. Install the ThreadJob module ' +
            '(Install-Module ThreadJob -Scope CurrentUser) or leave -AsJob out.')
        $Cmdlet.ThrowTerminatingError(
            (New-Object System.Management.Automation.ErrorRecord $exception, 'ThreadJobMissing', 'NotInstalled', $null))
    }
}

function Start-NativeJob {
    # Writes a job that receives what is left of an operation. Its questions have been asked.
    param($Cmdlet, [long]$Operation, [bool]$Verbose, [bool]$Debug)

    $module = $ExecutionContext.SessionState.Module
    $argument = @{
        Name         = $Cmdlet.MyInvocation.MyCommand.Name
        ArgumentList = (Join-Path $module.ModuleBase "$($module.Name).psd1"), @{
            Operation      = $Operation
            Verbose        = $Verbose
            Debug          = $Debug
            # Az.Accounts is asked for the tokens of this context.
            DefaultProfile = $Cmdlet.MyInvocation.BoundParameters['DefaultProfile']
        }
        ScriptBlock  = {
            param($Manifest, $Rest)
            $module = Import-Module -Name $Manifest -PassThru -Verbose:$false -Debug:$false
            & $module { param($Rest) Resume-NativeOperation @Rest } $Rest
        }
    }
    try {
        $Cmdlet.WriteObject((Start-ThreadJob @argument))
    } catch {
        $null = [AzIntegrationRuntime.Native]::azir_close($Operation)
        throw
    }
}

function Resume-NativeOperation {
    # Receives in a job what another runspace of this process started: handles are the process's.
    [CmdletBinding()]
    param([long]$Operation, $DefaultProfile)

    $null = $DefaultProfile
    Initialize-NativeLibrary $PSCmdlet
    Receive-NativeFrame $PSCmdlet $Operation 'Continue' 'Never'
}
