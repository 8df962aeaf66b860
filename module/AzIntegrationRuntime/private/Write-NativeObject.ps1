function Write-NativeObject {
    <#
        Writes the results of an objects frame: CLIXML whose first item is a text that says which shape (type names, arrays, shapes
        of members) each of the others has.

        Ten thousand objects come through here in a list, so there is no pipeline and no function call for each of them.
    #>
    param($Cmdlet, [string]$Text, $Secrets)

    $items = [System.Management.Automation.PSSerializer]::DeserializeAsList($Text)
    # The same text comes with each page and each call: what was made of it is kept.
    $header = $script:NativeShape[$items[0]]
    if ($null -eq $header) {
        $header = Read-NativeShape $items[0]
    }
    $shapes = $header.Shapes
    $rows = $header.Rows

    if ($null -ne $Secrets) {
        foreach ($secret in $Secrets) {
            $object = $items[$secret['object'] + 1]
            $property = $object.PSObject.Properties[$secret['property']]
            if ($null -eq $property) {
                $object.PSObject.Properties.Add(
                    [System.Management.Automation.PSNoteProperty]::new($secret['property'], $secret['value']))
            } else {
                $property.Value = $secret['value']
            }
        }
    }

    if ($null -eq $rows -and $shapes[0].Simple) {
        $names = $shapes[0].Names
        for ($index = 1; $index -lt $items.Length; $index++) {
            $item = $items[$index]
            $typeNames = $item.pstypenames
            foreach ($name in $names) {
                $typeNames.Insert(0, $name)
            }
            $Cmdlet.WriteObject($item)
        }
        return
    }

    $row = 0
    for ($index = 1; $index -lt $items.Length; $index++) {
        $item = $items[$index]
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

function Read-NativeShape {
    # Takes the text of a header apart, and keeps the result for the next frame when it is the same for all results of a kind.
    param([string]$Text)

    $definition, $coded = $Text.Split('#')
    $shapes = [System.Collections.ArrayList]::new()
    foreach ($part in $definition.Split('|')) {
        $typeNames, $arrays, $members = $part.Split(';')
        # Put in front one after the other, so the most specific comes last.
        $names = $typeNames.Split(',')
        [array]::Reverse($names)
        $shape = @{
            Names   = $names
            Arrays  = @()
            Members = @{}
            Simple  = $true
        }
        if ($arrays) {
            $shape.Arrays = $arrays.Split(',')
            $shape.Simple = $false
        }
        if ($members) {
            foreach ($member in $members.Split(',')) {
                $name, $number = $member.Split('=')
                $shape.Members[$name] = [int]$number
            }
            $shape.Simple = $false
        }
        $null = $shapes.Add($shape)
    }
    $header = @{
        Shapes = $shapes
        Rows   = $null
    }
    if ($null -eq $coded) {
        $script:NativeShape[$Text] = $header
    } else {
        $header.Rows = [System.Convert]::FromBase64String($coded)
    }
    $header
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
        } else {
            $Object.$name = [object[]]$value
        }
    }
}
