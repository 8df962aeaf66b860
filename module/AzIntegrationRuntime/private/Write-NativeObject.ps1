function Write-NativeObject {
    <#
        Writes the results of an objects frame: CLIXML whose first item says which shape (type names, arrays, shapes of members)
        each of the others has.

        Ten thousand objects come through here in a list, so there is no pipeline and no function call for each of them.
    #>
    param($Cmdlet, [string]$Text, $Secrets)

    $items = [System.Management.Automation.PSSerializer]::DeserializeAsList($Text)
    $header = $items[0]
    $rows = [byte[]]$header.Rows
    $shapes = $header.Shapes

    if ($null -ne $Secrets) {
        foreach ($secret in $Secrets) {
            $object = $items[$secret['object'] + 1]
            $property = $object.PSObject.Properties[$secret['property']]
            if ($null -eq $property) {
                $object.PSObject.Properties.Add(
                    (New-Object System.Management.Automation.PSNoteProperty $secret['property'], $secret['value']))
            } else {
                $property.Value = $secret['value']
            }
        }
    }

    $current = -1
    $simple = $true
    $shape = $null
    $names = $null
    for ($index = 1; $index -lt $items.Length; $index++) {
        $item = $items[$index]
        $row = $rows[$index - 1]
        if ($row -ne 255) {
            if ($row -ne $current) {
                $current = $row
                $shape = $shapes[$row]
                $names = [string[]]$shape.TypeNames
                [array]::Reverse($names)
                $simple = @($shape.Arrays).Count -eq 0 -and ($null -eq $shape.Members -or $shape.Members.Count -eq 0)
            }
            if ($simple) {
                $typeNames = $item.pstypenames
                foreach ($name in $names) {
                    $typeNames.Insert(0, $name)
                }
            } else {
                Set-NativeShape $item $shape $shapes
            }
        }
        $Cmdlet.WriteObject($item)
    }
}

function Set-NativeShape {
    # Gives an object its type names, casts the members that are arrays by contract, and does the same for its members.
    param($Object, $Shape, $Shapes)

    $typeNames = $Object.pstypenames
    for ($index = $Shape.TypeNames.Count - 1; $index -ge 0; $index--) {
        $typeNames.Insert(0, $Shape.TypeNames[$index])
    }
    if ($null -ne $Shape.Members) {
        foreach ($name in $Shape.Members.Keys) {
            $value = $Object.$name
            $inner = $Shapes[$Shape.Members[$name]]
            if ($value -is [System.Collections.IList]) {
                foreach ($element in $value) {
                    if ($null -ne $element) {
                        Set-NativeShape $element $inner $Shapes
                    }
                }
            } elseif ($null -ne $value) {
                Set-NativeShape $value $inner $Shapes
            }
        }
    }
    foreach ($entry in $Shape.Arrays) {
        $name, $kind = ([string]$entry).Split(':')
        $value = $Object.$name
        if ($null -eq $value) {
            continue
        }
        if ($kind -eq 'string') {
            $Object.$name = [string[]]$value
        } else {
            $Object.$name = [object[]]$value
        }
    }
}
