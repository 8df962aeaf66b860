function ConvertFrom-NativeJson {
    <#
        Reads the JSON of a frame: objects become hashtables, arrays lists.
        ConvertFrom-Json would load two assemblies for it (0.3 s in a cold process), turn texts that look like dates
        into dates on PowerShell 7 and not on 5.1, and give objects whose absent members are errors in strict mode.
        The library wrote the text, so it is well formed.
    #>
    param([string]$Text)

    $position = 0
    Read-NativeJsonValue $Text ([ref]$position)
}

function Read-NativeJsonValue {
    param([string]$Text, [ref]$Position)

    $at = $Position.Value
    while ([char]::IsWhiteSpace($Text[$at])) {
        $at++
    }
    $first = $Text[$at]
    if ($first -eq '"') {
        $Position.Value = $at
        return Read-NativeJsonString $Text $Position
    }
    if ($first -eq '{' -or $first -eq '[') {
        $isObject = $first -eq '{'
        if ($isObject) {
            $result = @{}
        } else {
            $result = New-Object System.Collections.ArrayList
        }
        $at++
        while ($true) {
            while ($Text[$at] -eq ',' -or [char]::IsWhiteSpace($Text[$at])) {
                $at++
            }
            if ($Text[$at] -eq '}' -or $Text[$at] -eq ']') {
                break
            }
            $Position.Value = $at
            if ($isObject) {
                $name = Read-NativeJsonString $Text $Position
                $Position.Value = $Text.IndexOf(':', $Position.Value) + 1
                $result[$name] = Read-NativeJsonValue $Text $Position
            } else {
                $null = $result.Add((Read-NativeJsonValue $Text $Position))
            }
            $at = $Position.Value
        }
        $Position.Value = $at + 1
        if ($isObject) {
            return $result
        }
        return , $result
    }
    $end = $Text.IndexOfAny(',]} '.ToCharArray(), $at)
    if ($end -lt 0) {
        $end = $Text.Length
    }
    $Position.Value = $end
    $word = $Text.Substring($at, $end - $at).Trim()
    switch ($word) {
        'true' { return $true }
        'false' { return $false }
        'null' { return $null }
    }
    $whole = [long]0
    if ([long]::TryParse($word, [ref]$whole)) {
        return $whole
    }
    [double]::Parse($word, [System.Globalization.CultureInfo]::InvariantCulture)
}

function Read-NativeJsonString {
    # Reads the string whose opening quote is at Position and leaves Position behind the closing one.
    param([string]$Text, [ref]$Position)

    $start = $Position.Value + 1
    $end = $Text.IndexOf('"', $start)
    $escape = $Text.IndexOf('\', $start, $end - $start)
    if ($escape -lt 0) {
        $Position.Value = $end + 1
        return $Text.Substring($start, $end - $start)
    }
    $builder = New-Object System.Text.StringBuilder
    $at = $start
    while ($true) {
        $next = $Text.IndexOfAny('"\'.ToCharArray(), $at)
        $null = $builder.Append($Text, $at, $next - $at)
        if ($Text[$next] -eq '"') {
            break
        }
        $at = $next + 2
        $code = $Text[$next + 1]
        if ($code -ceq 'u') {
            $null = $builder.Append([char][Convert]::ToInt32($Text.Substring($at, 4), 16))
            $at += 4
        } elseif ($code -ceq 'n') {
            $null = $builder.Append("`n")
        } elseif ($code -ceq 'r') {
            $null = $builder.Append("`r")
        } elseif ($code -ceq 't') {
            $null = $builder.Append("`t")
        } elseif ($code -ceq 'b') {
            $null = $builder.Append("`b")
        } elseif ($code -ceq 'f') {
            $null = $builder.Append("`f")
        } else {
            $null = $builder.Append($code)
        }
    }
    $Position.Value = $next + 1
    $builder.ToString()
}
