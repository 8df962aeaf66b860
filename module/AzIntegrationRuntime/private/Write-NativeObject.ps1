function Write-NativeObject {
    <#
        Writes the results of an objects frame. The first item is a text that says which shape (type names, arrays, shapes of
        members) each of the others has; the secrets that came before the frame belong in the objects.
    #>
    param($Cmdlet, $Items, $Secrets)

    $definition, $coded = $Items[0] -split '#'
    $shapes = $script:NativeShape[$definition]
    if ($null -eq $shapes) {
        # The same text comes with each page and each call: what was made of it is kept.
        $shapes = @($definition -split '\|' | Read-NativeShape)
        $script:NativeShape[$definition] = $shapes
    }
    $rows = $null
    if ($coded) {
        $rows = [System.Convert]::FromBase64String($coded)
    }

    foreach ($secret in $Secrets) {
        $Items[$secret['object'] + 1].PSObject.Properties[$secret['property']].Value = $secret['value']
    }

    $row = 0
    for ($index = 1; $index -lt $Items.Length; $index++) {
        $item = $Items[$index]
        if ($null -ne $rows) {
            $row = $rows[$index - 1]
        }
        if ($row -ne 255) {
            $shape = $shapes[$row]
            if ($shape.Simple) {
                $typeNames = $item.pstypenames
                foreach ($name in $shape.Names) {
                    $typeNames.Insert(0, $name)
                }
            } else {
                Set-NativeShape $item $shape $shapes
            }
        }
        $Cmdlet.WriteObject($item)
    }
}

filter Read-NativeShape {
    # Takes the text of a shape apart: type names;arrays;members.
    $names, $arrays, $members = $_ -split ';'
    $shape = @{
        Names   = $names -split ','
        Arrays  = @($arrays -split ',' -ne '')
        Members = @{}
        Simple  = $null -eq $arrays
    }
    foreach ($member in $members -split ',' -ne '') {
        $name, $number = $member -split '='
        $shape.Members[$name] = [int]$number
    }
    $shape
}

function Set-NativeShape {
    # Gives an object its type names, casts the members that are arrays by contract, and does the same for its members.
    param($Object, $Shape, $Shapes)

    $typeNames = $Object.pstypenames
    foreach ($name in $Shape.Names) {
        $typeNames.Insert(0, $name)
    }
    foreach ($name in $Shape.Members.Keys) {
        $value = $Object.$name
        if ($null -eq $value) {
            continue
        }
        $inner = $Shapes[$Shape.Members[$name]]
        if ($value -is [System.Collections.IList]) {
            foreach ($element in $value) {
                if ($null -ne $element) {
                    Set-NativeShape $element $inner $Shapes
                }
            }
        } else {
            Set-NativeShape $value $inner $Shapes
        }
    }
    foreach ($entry in $Shape.Arrays) {
        $name, $kind = $entry.Split(':')
        $value = $Object.$name
        if ($null -eq $value) {
            continue
        }
        if ($kind -eq 'string') {
            $Object.$name = [string[]]$value
        } elseif ($kind -eq 'offset') {
            $Object.$name = [System.DateTimeOffset]$value
        } else {
            $Object.$name = [object[]]$value
        }
    }
}
