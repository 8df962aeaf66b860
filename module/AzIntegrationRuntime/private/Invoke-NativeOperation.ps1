function Invoke-NativeOperation {
    <#
        Runs an operation of the native library for a cmdlet: the one place where native code is called.

        What the library yields (objects, warnings, questions, errors) is done with the cmdlet that is handed in, so streams,
        ShouldProcess and error records are the caller's own. Standalone's cmdlets come through here too.
    #>
    param($Cmdlet, $Name, $Argument)

    # A function of a module does not see the preferences of the script that calls it; a compiled cmdlet does. What is set here is
    # what the methods of $Cmdlet go by, unless the parameter was given.
    $ErrorActionPreference = 'Stop'
    $callers = $Cmdlet.SessionState.PSVariable
    $errorPreference = $callers.GetValue('ErrorActionPreference', 'Continue')
    $WarningPreference = $callers.GetValue('WarningPreference', 'Continue')
    $VerbosePreference = $callers.GetValue('VerbosePreference', 'SilentlyContinue')
    $DebugPreference = $callers.GetValue('DebugPreference', 'SilentlyContinue')
    $InformationPreference = $callers.GetValue('InformationPreference', 'SilentlyContinue')
    $ProgressPreference = $callers.GetValue('ProgressPreference', 'Continue')
    $ConfirmPreference = $callers.GetValue('ConfirmPreference', 'High')
    $WhatIfPreference = [bool]$callers.GetValue('WhatIfPreference', $false)

    if ($null -eq $script:NativeReady) {
        Initialize-NativeLibrary $Cmdlet
    }

    if ($Argument.ContainsKey('Verbose')) {
        $wantsVerbose = [bool]$Argument['Verbose']
    } else {
        $wantsVerbose = 'SilentlyContinue', 'Ignore' -notcontains $VerbosePreference
    }
    if ($Argument.ContainsKey('Debug')) {
        $wantsDebug = [bool]$Argument['Debug']
    } else {
        $wantsDebug = 'SilentlyContinue', 'Ignore' -notcontains $DebugPreference
    }

    $asJob = $Argument.ContainsKey('AsJob') -and $Argument['AsJob']
    if ($asJob) {
        Assert-NativeJob $Cmdlet
    }

    $operation = [long[]]::new(1)
    $message = New-NativeRequest $Cmdlet $Name $Argument $wantsVerbose $wantsDebug
    try {
        $status = [AzIntegrationRuntime.Native]::azir_start(
            $message.Request, $message.Request.Length, $message.Secrets, $message.Secrets.Length, $operation)
    } finally {
        [array]::Clear($message.Secrets, 0, $message.Secrets.Length)
    }
    if ($status -lt 0) {
        $Cmdlet.ThrowTerminatingError((New-NativeStatusRecord "start '$Name'" $status))
    }

    $handOver = 'Never'
    if ($asJob) {
        $handOver = 'AtOnce'
        if ($Cmdlet.MyInvocation.MyCommand.Parameters.ContainsKey('Confirm')) {
            $handOver = 'AfterLastQuestion'
        }
    }
    if ($handOver -eq 'AtOnce') {
        Start-NativeJob $Cmdlet $operation[0] $wantsVerbose $wantsDebug
    } else {
        Receive-NativeFrame $Cmdlet $operation[0] $errorPreference $handOver $wantsVerbose $wantsDebug
    }
}

function Receive-NativeFrame {
    # Does what the frames of an operation say, until it is finished, and closes it whatever happens. What is left of it after the last
    # question goes to a job when HandOver says so; Verbose and Debug are for that job.
    param($Cmdlet, $Operation, $ErrorPreference, $HandOver, $Verbose, $Debug)

    # Anything unexpected in here ends the operation.
    $ErrorActionPreference = 'Stop'
    $length = [long[]]::new(1)
    $buffer = [byte[]]::new(16384)
    $announced = $null
    $received = $null
    $open = $true
    try {
        while ($true) {
            # A short wait: between two of them PowerShell sees Ctrl+C.
            $kind = [AzIntegrationRuntime.Native]::azir_next($Operation, 100, $length)
            if ($kind -eq 0) {
                continue
            }
            if ($kind -eq 4) {
                break
            }
            if ($kind -lt 0) {
                $Cmdlet.ThrowTerminatingError((New-NativeStatusRecord 'wait' $kind))
            }
            $size = $length[0]
            if ($buffer.Length -lt $size) {
                $buffer = [byte[]]::new($size * 2)
            }
            $status = [AzIntegrationRuntime.Native]::azir_read($Operation, $buffer, $buffer.Length)
            if ($status -lt 0) {
                $Cmdlet.ThrowTerminatingError((New-NativeStatusRecord 'read' $status))
            }

            if ($kind -eq 2) {
                $items = [System.Management.Automation.PSSerializer]::DeserializeAsList([System.Text.Encoding]::UTF8.GetString($buffer, 0, $size))
                $header = $items[0]
                $names = $script:NativeTypeName[$header]
                if ($null -eq $names -and $null -eq $received -and $header -notmatch '[;|#]') {
                    $names = $header -split ','
                    $script:NativeTypeName[$header] = $names
                }
                if ($null -ne $names -and $null -eq $received) {
                    # Objects of one kind with nothing but type names, such as a page of runtimes: ten thousand of them come through
                    # here, so there is no pipeline and no function call for each.
                    for ($index = 1; $index -lt $items.Length; $index++) {
                        $item = $items[$index]
                        $typeNames = $item.pstypenames
                        foreach ($name in $names) {
                            $typeNames.Insert(0, $name)
                        }
                        $Cmdlet.WriteObject($item)
                    }
                } else {
                    Write-NativeObject $Cmdlet $items $received
                    $received = $null
                }
                continue
            }
            if ($kind -eq 3) {
                if ($null -eq $received) {
                    $received = New-Object System.Collections.ArrayList
                }
                if ($announced['as'] -eq 'securestring') {
                    $announced['value'] = ConvertTo-NativeSecureString $buffer $size
                } else {
                    # Upstream's property is a string, so this is where it has to become one.
                    $announced['value'] = [System.Text.Encoding]::UTF8.GetString($buffer, 0, $size)
                }
                [array]::Clear($buffer, 0, $size)
                $null = $received.Add($announced)
                continue
            }

            $frame = [System.Management.Automation.PSSerializer]::Deserialize([System.Text.Encoding]::UTF8.GetString($buffer, 0, $size))
            $answer = $null
            switch ($frame['frame']) {
                'secret' { $announced = $frame }
                'verbose' { $Cmdlet.WriteVerbose($frame['message']) }
                'debug' { $Cmdlet.WriteDebug($frame['message']) }
                'warning' { $Cmdlet.WriteWarning($frame['message']) }
                # Of this tag the host shows it as it shows what Write-Host writes, unless it is caught or to be ignored.
                'information' { $Cmdlet.WriteInformation($frame['message'], [string[]](@('PSHOST') + $frame['tags'])) }
                'progress' { Write-NativeProgress $Cmdlet $frame }
                'error' {
                    $record = New-NativeErrorRecord $frame
                    if ($frame['terminating']) {
                        $Cmdlet.ThrowTerminatingError($record)
                    }
                    Write-NativeError $Cmdlet $record $ErrorPreference
                }
                { $_ -eq 'token' -or $_ -eq 'context' -or $_ -eq 'environment' } {
                    $bytes = Get-HostAnswer $Cmdlet $frame
                    $status = [AzIntegrationRuntime.Native]::azir_answer($Operation, $bytes, $bytes.Length)
                    [array]::Clear($bytes, 0, $bytes.Length)
                }
                { $_ -eq 'shouldProcess' -or $_ -eq 'shouldContinue' } {
                    try {
                        if ($_ -eq 'shouldProcess') {
                            $answer = $Cmdlet.ShouldProcess($frame['target'], $frame['action'])
                        } else {
                            $answer = $Cmdlet.ShouldContinue($frame['query'], [string]$frame['caption'])
                        }
                    } catch {
                        # Nobody can be asked here.
                        $cause = $_.Exception
                        if ($null -ne $cause.InnerException) {
                            $cause = $cause.InnerException
                        }
                        $record = New-Object System.Management.Automation.ErrorRecord $cause, '', 'CloseError', $null
                        Write-NativeError $Cmdlet $record $ErrorPreference
                        return
                    }
                    $bytes = [System.Text.Encoding]::UTF8.GetBytes(([string][bool]$answer).ToLowerInvariant())
                    $status = [AzIntegrationRuntime.Native]::azir_answer($Operation, $bytes, $bytes.Length)
                }
            }
            if ($status -lt 0) {
                $Cmdlet.ThrowTerminatingError((New-NativeStatusRecord 'answer' $status))
            }
            if ($HandOver -eq 'AfterLastQuestion' -and ($frame['frame'] -eq 'lastQuestion' -or ($answer -and $frame['last']))) {
                Start-NativeJob $Cmdlet $Operation $Verbose $Debug
                $open = $false
                return
            }
        }
    } finally {
        if ($open) {
            $null = [AzIntegrationRuntime.Native]::azir_close($Operation)
        }
    }
}

function ConvertTo-NativeSecureString {
    # UTF-8 bytes as a SecureString, without a .NET string on the way: strings cannot be wiped.
    param([byte[]]$Bytes, [int]$Length)

    $characters = [System.Text.Encoding]::UTF8.GetChars($Bytes, 0, $Length)
    $secure = New-Object System.Security.SecureString
    foreach ($character in $characters) {
        $secure.AppendChar($character)
    }
    $secure.MakeReadOnly()
    [array]::Clear($characters, 0, $characters.Length)
    $secure
}

function Write-NativeError {
    # Writes an error as the caller's own preference has it.
    param($Cmdlet, [System.Management.Automation.ErrorRecord]$Record, $Preference)

    $ErrorActionPreference = $Preference
    $Cmdlet.WriteError($Record)
}

function Write-NativeProgress {
    param($Cmdlet, $Frame)

    $status = $Frame['status']
    if ([string]::IsNullOrEmpty($status)) {
        $status = ' '
    }
    $record = New-Object System.Management.Automation.ProgressRecord ([int]$Frame['id']), $Frame['activity'], $status
    $record.PercentComplete = [int]$Frame['percent']
    if ($Frame['completed']) {
        $record.RecordType = 'Completed'
    }
    $Cmdlet.WriteProgress($record)
}

function New-NativeErrorRecord {
    # The error record that an error frame describes.
    param($Frame)

    $message = $Frame['message']
    $parameter = $Frame['parameter']
    switch ($Frame['exception']) {
        'System.Management.Automation.PSArgumentException' {
            # Its message is the given text, without the parameter's name behind it.
            $exception = New-Object System.Management.Automation.PSArgumentException $message, $parameter
        }
        'System.Management.Automation.PSInvalidOperationException' {
            $exception = New-Object System.Management.Automation.PSInvalidOperationException $message
        }
        'System.ArgumentException' {
            $exception = New-Object System.ArgumentException $message, $parameter
        }
        'System.InvalidOperationException' {
            $exception = New-Object System.InvalidOperationException $message
        }
        'System.TimeoutException' {
            $exception = New-Object System.TimeoutException $message
        }
        default {
            $exception = New-Object System.Exception $message
        }
    }
    $data = $Frame['data']
    if ($null -ne $data) {
        foreach ($key in $data.Keys) {
            $exception.Data[$key] = $data[$key]
        }
    }
    New-Object System.Management.Automation.ErrorRecord $exception, ([string]$Frame['id']), $Frame['category'], $Frame['target']
}

function New-NativeStatusRecord {
    # The error for a status that no correct use of the library gives.
    param([string]$Doing, [int]$Status)

    switch ($Status) {
        -5 { $reason = 'the request was not understood; module and library may be of different builds: restart PowerShell' }
        -6 { $reason = 'an internal error; the session can go on' }
        default { $reason = 'an internal error' }
    }
    $exception = New-Object System.InvalidOperationException "The native library could not $($Doing): $reason (status $Status)."
    New-Object System.Management.Automation.ErrorRecord $exception, 'NativeStatus', 'InvalidResult', $null
}
