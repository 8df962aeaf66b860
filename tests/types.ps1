# What the tests of types share: the objects that a file's cmdlets wrote, and how they differ from a table of
# contract/types.
#
# A file dot-sources this after common.ps1, notes what its cmdlets write with Add-Seen, and asks Get-TypeDifference of
# each type in its table.

$script:Seen = @{}

function Add-Seen {
    # Notes an object, and those in it that have a type of their own, under their type names.
    param([Parameter(ValueFromPipeline)]$Object)
    process {
        if ($Object -isnot [System.Management.Automation.PSCustomObject]) {
            return
        }
        $name = $Object.PSObject.TypeNames[0]
        if ($name -ne 'System.Management.Automation.PSCustomObject') {
            if (-not $script:Seen.ContainsKey($name)) {
                $script:Seen[$name] = New-Object System.Collections.ArrayList
            }
            $null = $script:Seen[$name].Add($Object)
        }
        foreach ($property in $Object.PSObject.Properties) {
            foreach ($value in $property.Value) {
                Add-Seen $value
            }
        }
    }
}

function Get-RowDifference {
    # How one property of an object differs from its row of the contract.
    param($Property, $Row)

    if ($null -eq $Property -or $null -eq $Property.Value) {
        if ($null -ne $Property -and $Row['NotNull']) {
            "$($Row.Name) is null"
        }
        return
    }
    if ($Row['Empty']) {
        "$($Row.Name) has a value"
    }
    $wanted = if ($Row.ContainsKey('OurType')) { $Row.OurType } else { $Row.Type }
    $wanted = $wanted -replace '^System\.Nullable\[(?<inner>.*)\]$', '${inner}'
    $is = $Property.Value.GetType().FullName
    if ($is -ne $wanted) {
        "$($Row.Name) is $is, wanted $wanted"
    }
    foreach ($item in $Property.Value | Where-Object { $Row['Items'] }) {
        if ($item.PSObject.TypeNames[0] -ne $Row.Items) {
            "$($Row.Name) has a $($item.PSObject.TypeNames[0]), wanted $($Row.Items)"
        }
    }
}

function Get-TypeDifference {
    # How the objects of a type that were seen differ from the contract: type names, properties in order, types of the
    # values; with -Filled also which property had a value in none of them.
    param([string]$Name, $Contract, [switch]$Filled)

    if (-not $script:Seen.ContainsKey($Name)) {
        return "no $Name was written"
    }
    $wanted = @($Contract.Properties.ForEach({ $_.Name }))
    $differences = foreach ($object in $script:Seen[$Name]) {
        $names = @($object.PSObject.TypeNames) -notmatch '^System\.|InList$'
        if ("$names" -cne "$(@($Name) + $Contract.TypeNames)".Trim()) {
            "type names: $names"
        }
        $is = @($object.PSObject.Properties.Name)
        if ($Contract['Open']) {
            $is = $is[0..($wanted.Count - 1)]
        }
        if ("$is" -cne "$wanted") {
            "properties: $is"
        }
        foreach ($row in $Contract.Properties) {
            Get-RowDifference $object.PSObject.Properties[$row.Name] $row
        }
    }
    $differences | Sort-Object -Unique
    # Without this a property that is always null would have any type.
    foreach ($row in $Contract.Properties | Where-Object { $Filled -and -not $_['Empty'] }) {
        $full = $script:Seen[$Name] | ForEach-Object { $_.PSObject.Properties[$row.Name] } |
            Where-Object { $_ -and $null -ne $_.Value -and @($_.Value).Count -gt 0 }
        if (-not $full) {
            "$($row.Name) never has a value"
        }
    }
}
