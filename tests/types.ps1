# What the tests of types share: the objects that a file's cmdlets wrote, and how they differ from a table of
# contract/types.
#
# A file dot-sources this after common.ps1, notes what its cmdlets write with Add-Seen, and asks Get-TypeDifference of
# each type in its table. New-Model makes objects without a service.

$script:Seen = @{}

function New-Model {
    # An object as the native library's answer makes it: what a script may not set is set too.
    param([string]$Class, [hashtable]$Values = @{})
    $type = [type]$Class
    $model = [Activator]::CreateInstance($type)
    foreach ($name in $Values.Keys) {
        $property = $null
        for ($declaring = $type; $null -ne $declaring -and $null -eq $property; $declaring = $declaring.BaseType) {
            $property = $declaring.GetProperty($name, [Reflection.BindingFlags]'Instance, Public, DeclaredOnly')
        }
        $value = $Values[$name]
        if ($property.PropertyType.IsGenericType -and $property.PropertyType.Name -eq 'IList`1') {
            # An instance that PowerShell has not wrapped, as a property takes it.
            $element = $property.PropertyType.GetGenericArguments()[0].FullName
            $list = [Activator]::CreateInstance([type]"System.Collections.Generic.List[$element]")
            foreach ($item in $value) { $list.Add($item) }
            $value = $list
        }
        $property.SetValue($model, $value)
    }
    $model
}

function Get-ModelName {
    # The name of the class of an object that is an instance of one of the modules' own.
    param($Object)
    if ($null -ne $Object) {
        $name = $Object.PSObject.BaseObject.GetType().FullName
        if ($name -match '^(Microsoft\.Azure|AzIntegrationRuntime)\.') {
            $name
        }
    }
}

function Add-Seen {
    # Notes an object, and those in it that are of a class of the modules, under the names of their classes.
    param([Parameter(ValueFromPipeline)]$Object)
    process {
        $name = Get-ModelName $Object
        if (-not $name) {
            return
        }
        if (-not $script:Seen.ContainsKey($name)) {
            $script:Seen[$name] = New-Object System.Collections.ArrayList
        }
        $null = $script:Seen[$name].Add($Object)
        foreach ($property in $Object.PSObject.Properties) {
            $value = $property.Value
            if ($value -is [System.Collections.IDictionary]) {
                $value = $value.Values
            }
            foreach ($item in $value) {
                Add-Seen $item
            }
        }
    }
}

function Get-WantedType {
    # The type that a row of the contract has here.
    param($Row)
    if ($Row.ContainsKey('OurType')) { $Row.OurType } else { $Row.Type }
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
    $wanted = Get-WantedType $Row
    # A bag has nothing inside its wrapping.
    $fits = if ($wanted -eq 'System.Management.Automation.PSObject') { $Property.Value -is [psobject] }
    else { ([type]$wanted).IsInstanceOfType($Property.Value.PSObject.BaseObject) }
    if (-not $fits) {
        "$($Row.Name) is $($Property.Value.GetType().FullName), wanted $wanted"
    }
}

function Get-TypeDifference {
    # How the objects of a type that were seen differ from the contract: base classes, properties in order, types of the
    # values; with -Filled also which property had a value in none of them.
    param([string]$Name, $Contract, [switch]$Filled)

    if (-not $script:Seen.ContainsKey($Name)) {
        return "no $Name was written"
    }
    $wanted = @($Contract.Properties.ForEach({ $_.Name }))
    $differences = foreach ($object in $script:Seen[$Name]) {
        $names = @($object.PSObject.TypeNames) -notmatch '^System\.|#'
        if ("$names" -cne "$(@($Name) + $Contract.TypeNames)".Trim()) {
            "type names: $names"
        }
        $properties = @($object.PSObject.Properties)
        if ($Contract['Open']) {
            # What the class does not have stands beside it.
            $properties = @($properties | Where-Object { $_.MemberType -ne 'NoteProperty' })
        }
        if ("$($properties.Name)" -cne "$wanted") {
            "properties: $($properties.Name)"
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
