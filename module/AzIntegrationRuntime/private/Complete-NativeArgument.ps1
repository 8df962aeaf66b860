function Complete-NativeArgument {
    <#
        Completes an argument with names that the library looks up. An ArgumentCompleter calls it with the kind of name in front of
        what PowerShell hands over. It writes nothing but completions, asks nobody, and ends within a second: what is not there by
        then is left out.
    #>
    [CmdletBinding()]
    param($Kind, $CommandName, $ParameterName, $WordToComplete, $CommandAst, $FakeBoundParameters)

    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $errors = $global:Error.Count
    # As it stands on the line: with the quote that was typed, and sometimes one behind it that was not.
    $quote = ''
    $word = [string]$WordToComplete
    if ($word -match '^[''"]') {
        $quote = $Matches[0]
        $word = $word.Substring(1) -replace "$quote$"
    }
    $bound = $FakeBoundParameters
    if ($null -eq $bound) {
        $bound = @{}
    }
    # A cmdlet for every service has runtimes of whatever was named.
    if ($Kind -eq 'runtime' -and $bound['WorkspaceName']) {
        $Kind = 'synapseruntime'
    } elseif ($Kind -eq 'runtime' -and $bound['AccountName']) {
        $Kind = 'purviewruntime'
    }
    $operation = 'completion.get'
    if ($Kind -match '^(synapse|workspace)') {
        $operation = 'synapse.completion.get'
    } elseif ($Kind -match '^(purview|account)') {
        $operation = 'purview.completion.get'
    }
    $argument = @{
        Kind = $Kind -replace '^synapse'
        Word = $word
    }
    $names = 'ResourceGroupName', 'DataFactoryName', 'WorkspaceName', 'AccountName', 'IntegrationRuntimeName', 'Name', 'ResourceId', 'DefaultProfile'
    foreach ($name in $names) {
        if ($null -ne $bound[$name] -and $name -ne $ParameterName) {
            $argument[$name] = $bound[$name]
        }
    }
    foreach ($parent in 'WorkspaceObject', 'AccountObject') {
        if ($null -ne $bound[$parent]) {
            # Az's own workspace has its group in the id only.
            $argument[$parent -replace 'Object$', 'Name'] = $bound[$parent].Name
            $argument['ResourceGroupName'] = $bound[$parent].Id -replace '^.*/resourceGroups/([^/]+)/.*$', '$1'
        }
    }
    if ($null -ne $bound['InputObject']) {
        # A runtime, or a data factory where that is what the cmdlet takes.
        $object = $bound['InputObject']
        foreach ($name in 'ResourceGroupName', 'DataFactoryName', 'WorkspaceName', 'AccountName') {
            foreach ($property in $object.PSObject.Properties[$name]) {
                $argument[$name] = $property.Value
            }
        }
        $argument['IntegrationRuntimeName'] = $object.Name
    }

    $handle = [long[]]::new(1)
    $length = [long[]]::new(1)
    $texts = $null
    try {
        if ($null -eq $script:NativeReady) {
            if (-not [System.IO.File]::Exists((Get-NativePlatform).Library)) {
                return
            }
            Initialize-NativeLibrary $PSCmdlet
        }
        $message = New-NativeRequest $PSCmdlet $operation $argument $false $false
        $null = [AzIntegrationRuntime.Native]::azir_start(
            $message.Request, $message.Request.Length, $message.Secrets, $message.Secrets.Length, $handle)
        [array]::Clear($message.Secrets, 0, $message.Secrets.Length)
        while ($watch.ElapsedMilliseconds -lt 1000) {
            $state = [AzIntegrationRuntime.Native]::azir_next($handle[0], 50, $length)
            if ($state -lt 0 -or $state -eq 4) {
                break
            }
            if ($state -eq 0) {
                continue
            }
            $buffer = [byte[]]::new($length[0])
            $null = [AzIntegrationRuntime.Native]::azir_read($handle[0], $buffer, $buffer.Length)
            if ($state -eq 3) {
                continue
            }
            $text = [System.Text.Encoding]::UTF8.GetString($buffer)
            if ($state -eq 2) {
                # What comes first is not an answer but their header.
                $items = [System.Management.Automation.PSSerializer]::DeserializeAsList($text)
                for ($index = 1; $index -lt $items.Length; $index++) {
                    $texts += @($items[$index])
                }
                continue
            }
            $frame = [System.Management.Automation.PSSerializer]::Deserialize($text)
            if ('token', 'context', 'environment' -contains $frame['frame']) {
                $answer = [byte[]]::new(0)
                # Az.Accounts is not imported for this, nor another way to sign in begun: that takes seconds.
                if ($frame['frame'] -ne 'environment' -and $null -ne (Get-Module -Name Az.Accounts)) {
                    $answer = Get-HostAnswer $PSCmdlet $frame
                }
                $null = [AzIntegrationRuntime.Native]::azir_answer($handle[0], $answer, $answer.Length)
                [array]::Clear($answer, 0, $answer.Length)
            }
        }
    } catch {
        # Who presses Tab wants names or nothing.
        $texts = $null
    } finally {
        if ($handle[0] -ne 0) {
            $null = [AzIntegrationRuntime.Native]::azir_close($handle[0])
        }
        while ($global:Error.Count -gt $errors) {
            $global:Error.RemoveAt(0)
        }
    }

    foreach ($text in $texts) {
        if ($text.StartsWith($word, [System.StringComparison]::OrdinalIgnoreCase)) {
            [System.Management.Automation.CompletionResult]::new(
                (ConvertTo-NativeCompletion $text $quote), $text, 'ParameterValue', $text)
        }
    }
}

function ConvertTo-NativeCompletion {
    # A text as it has to stand on a command line: in the quotes that were begun, else in none where it needs none.
    param([string]$Text, [string]$Quote)

    if ($Quote -eq '"') {
        return '"' + ($Text -replace '([`"$\u201c-\u201e])', '`$1') + '"'
    }
    if ($Quote -or $Text -notmatch '^[\p{L}\p{Nd}_/][\p{L}\p{Nd}_/.-]*$') {
        return "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($Text) + "'"
    }
    $Text
}
