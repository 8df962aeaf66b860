<#
.SYNOPSIS
Writes the help of an assembly's cmdlets as MAML.

.DESCRIPTION
PowerShell names the cmdlets of the assembly, their parameters and sets; the XML comments of their classes have the
texts: summary, remarks, example (code and para), inputs and outputs (type or cref), seealso, and the summary of each
parameter. An inheritdoc takes the text of the member in its cref.

A cmdlet or parameter without a text is an error, and so is a cmdlet with fewer than two examples.

.PARAMETER Assembly
The path of the assembly.

.PARAMETER Documentation
The path of the assembly's XML documentation.

.PARAMETER OutputPath
The path of the help file.
#>
param([string]$Assembly, [string]$Documentation, [string]$OutputPath)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$script:Members = @{}
$script:Problems = [Collections.Generic.List[string]]::new()
$script:ShouldProcess = @{
    WhatIf  = 'Shows what the cmdlet would do. The cmdlet changes nothing.'
    Confirm = 'Asks for confirmation before the cmdlet changes something.'
}

function Read-Documentation {
    param([string]$Path)

    $xml = [xml]::new()
    $xml.PreserveWhitespace = $true
    $xml.Load($Path)
    foreach ($member in $xml.SelectNodes('/doc/members/member')) {
        $script:Members[$member.GetAttribute('name')] = $member
    }
}

function Get-Documentation {
    # The documentation of a member, or of the member that it takes its text from.
    param([string]$Id)

    for ($step = 0; $step -lt 8; $step++) {
        $member = $script:Members[$Id]
        if ($null -eq $member) { return $null }
        $inherited = $member.SelectSingleNode('inheritdoc[@cref]')
        if ($null -eq $inherited) { return $member }
        $Id = $inherited.GetAttribute('cref')
    }
    throw "The inheritdoc of $Id leads to itself."
}

function ConvertTo-Line {
    # The text of a node in one line; the last part of a cref stands for an element that has one.
    param([Xml.XmlNode]$Node)

    if ($null -eq $Node) { return '' }
    $parts = foreach ($child in $Node.ChildNodes) {
        $named = $child -is [Xml.XmlElement] -and $child.HasAttribute('cref')
        if ($named) { $child.GetAttribute('cref').Split('.')[-1] } else { $child.InnerText }
    }
    ((-join $parts) -replace '\s+', ' ').Trim()
}

function ConvertTo-Paragraph {
    # The paragraphs of a node, or its whole text as one.
    param([Xml.XmlNode]$Node)

    if ($null -eq $Node) { return }
    $paragraphs = $Node.SelectNodes('para')
    if ($paragraphs.Count -eq 0) { return ConvertTo-Line -Node $Node }
    foreach ($paragraph in $paragraphs) { ConvertTo-Line -Node $paragraph }
}

function ConvertTo-Code {
    # The lines of an example without the blank that the compiler leaves in front of them.
    param([Xml.XmlNode]$Node)

    $lines = @($Node.InnerText -replace "`r", '' -split "`n")
    $first, $last = 0, ($lines.Count - 1)
    while ($first -lt $last -and -not $lines[$first].Trim()) { $first++ }
    while ($last -gt $first -and -not $lines[$last].Trim()) { $last-- }
    $lines = $lines[$first..$last]
    $blanks = foreach ($line in $lines | Where-Object { $_.Trim() }) { $line.Length - $line.TrimStart().Length }
    $margin = ($blanks | Measure-Object -Minimum).Minimum
    @($lines | ForEach-Object { $_.PadRight($margin).Substring($margin).TrimEnd() }) -join "`n"
}

function ConvertTo-TypeName {
    # A type as the syntax of a cmdlet shows it.
    param([type]$Type)

    $inner = [Nullable]::GetUnderlyingType($Type)
    if ($inner) { $Type = $inner }
    if (-not $Type.IsGenericType) { return $Type.Name }
    $arguments = @($Type.GetGenericArguments() | ForEach-Object { $_.Name }) -join ','
    "$($Type.Name.Split('`')[0])[$arguments]"
}

function Format-Element {
    # An element of MAML as text: with a text, or with elements inside.
    param([string]$Name, [string]$Text, [string[]]$Inner, [Collections.IDictionary]$Attribute)

    $attributes = if ($Attribute) {
        foreach ($key in $Attribute.Keys) { ' {0}="{1}"' -f $key, [Security.SecurityElement]::Escape($Attribute[$key]) }
    }
    "<$Name$(-join $attributes)>" + [Security.SecurityElement]::Escape($Text) + (-join $Inner) + "</$Name>"
}

function Format-Description {
    param([string[]]$Paragraph)

    Format-Element -Name 'maml:description' -Inner @(
        foreach ($text in $Paragraph) { Format-Element -Name 'maml:para' -Text $text }
    )
}

function Get-ParameterText {
    param([type]$Class, [string]$Name)

    if ($script:ShouldProcess.ContainsKey($Name)) { return $script:ShouldProcess[$Name] }
    $member = Get-Documentation -Id "P:$($Class.GetProperty($Name).DeclaringType.FullName).$Name"
    $text = if ($member) { ConvertTo-Line -Node $member.SelectSingleNode('summary') }
    if (-not $text) { $script:Problems.Add("$($Class.FullName): parameter $Name has no summary.") }
    $text
}

function Format-Parameter {
    # A parameter with the facts of one of its sets. The syntax has no description, but the words that it accepts.
    param($Command, $Facts, [switch]$Syntax)

    $parameter = $Command.Parameters[$Facts.Name]
    $wildcards = @($parameter.Attributes | Where-Object { $_ -is [SupportsWildcards] }).Count -gt 0
    $pipeline = @(
        if ($Facts.ValueFromPipeline) { 'ByValue' }
        if ($Facts.ValueFromPipelineByPropertyName) { 'ByPropertyName' }
    )
    $attributes = [ordered]@{
        required       = "$($Facts.IsMandatory)".ToLowerInvariant()
        variableLength = 'true'
        globbing       = "$wildcards".ToLowerInvariant()
        pipelineInput  = if ($pipeline) { "True ($($pipeline -join ', '))" } else { 'False' }
        position       = if ($Facts.Position -ge 0) { "$($Facts.Position)" } else { 'named' }
        aliases        = if ($parameter.Aliases.Count) { $parameter.Aliases -join ', ' } else { 'none' }
    }
    $type = ConvertTo-TypeName -Type $parameter.ParameterType
    $isSwitch = $parameter.ParameterType -eq [switch]
    $words = @($parameter.Attributes | Where-Object { $_ -is [ValidateSet] } | ForEach-Object { $_.ValidValues })
    $optional = @{ required = 'false'; variableLength = 'false' }
    $needed = @{ required = 'true'; variableLength = 'false' }
    Format-Element -Name 'command:parameter' -Attribute $attributes -Inner @(
        Format-Element -Name 'maml:name' -Text $Facts.Name
        if (-not $Syntax) {
            Format-Description -Paragraph (Get-ParameterText -Class $Command.ImplementingType -Name $Facts.Name)
        } elseif ($words) {
            Format-Element -Name 'command:parameterValueGroup' -Inner @(
                foreach ($word in $words) {
                    Format-Element -Name 'command:parameterValue' -Text $word -Attribute $optional
                }
            )
        }
        if (-not $isSwitch) { Format-Element -Name 'command:parameterValue' -Text $type -Attribute $needed }
        if (-not $Syntax) {
            Format-Element -Name 'dev:type' -Inner (Format-Element -Name 'maml:name' -Text $type)
            Format-Element -Name 'dev:defaultValue' -Text $(if ($isSwitch) { 'False' } else { 'None' })
        }
    )
}

function Get-SetParameter {
    # The parameters of a set in the order of its syntax: by position, then mandatory, then optional ones.
    param($ParameterSet)

    $common = [System.Management.Automation.PSCmdlet]::CommonParameters
    $final = 'DefaultProfile', 'WhatIf', 'Confirm'
    $own = @($ParameterSet.Parameters | Where-Object { $common -notcontains $_.Name })
    $own | Where-Object { $_.Position -ge 0 } | Sort-Object -Property Position -Stable
    $named = @($own | Where-Object { $_.Position -lt 0 })
    $named | Where-Object IsMandatory
    $named | Where-Object { -not $_.IsMandatory -and $_.Name -notin $final }
    foreach ($name in $final) { $named | Where-Object Name -EQ $name }
}

function Format-TypeList {
    # Inputs or outputs: the types, and a sentence about each.
    param([string]$Name, [string]$Item, [Xml.XmlNodeList]$Node)

    Format-Element -Name $Name -Inner @(
        foreach ($entry in $Node) {
            $type = $entry.GetAttribute('type')
            if ($entry.HasAttribute('cref')) { $type = $entry.GetAttribute('cref') -replace '^\w:' }
            Format-Element -Name $Item -Inner @(
                Format-Element -Name 'dev:type' -Inner (Format-Element -Name 'maml:name' -Text $type)
                Format-Description -Paragraph (ConvertTo-Line -Node $entry)
            )
        }
    )
}

function Format-Example {
    param([Xml.XmlNode]$Node, [int]$Number)

    $title = "-------------------------- Example $Number --------------------------"
    Format-Element -Name 'command:example' -Inner @(
        Format-Element -Name 'maml:title' -Text $title
        Format-Element -Name 'dev:code' -Text (ConvertTo-Code -Node $Node.SelectSingleNode('code'))
        Format-Element -Name 'dev:remarks' -Inner @(
            foreach ($text in ConvertTo-Paragraph -Node $Node) { Format-Element -Name 'maml:para' -Text $text }
        )
    )
}

function Format-Command {
    param($Command)

    $name = $Command.ImplementingType.FullName
    $member = Get-Documentation -Id "T:$name"
    if ($null -eq $member) {
        $script:Problems.Add("$name has no documentation.")
        return
    }
    foreach ($tag in 'summary', 'remarks', 'example', 'inputs', 'outputs', 'seealso') {
        if (-not $member.SelectNodes($tag).Count) { $script:Problems.Add("$name needs <$tag>.") }
    }
    if ($member.SelectNodes('example').Count -lt 2) { $script:Problems.Add("$name needs two examples.") }

    $all = [ordered]@{}
    $syntax = foreach ($parameterSet in $Command.ParameterSets) {
        $facts = @(Get-SetParameter -ParameterSet $parameterSet)
        foreach ($fact in $facts) { if (-not $all.Contains($fact.Name)) { $all[$fact.Name] = $fact } }
        Format-Element -Name 'command:syntaxItem' -Inner @(
            Format-Element -Name 'maml:name' -Text $Command.Name
            foreach ($fact in $facts) { Format-Parameter -Command $Command -Facts $fact -Syntax }
        )
    }
    $number = 0
    Format-Element -Name 'command:command' -Inner @(
        Format-Element -Name 'command:details' -Inner @(
            Format-Element -Name 'command:name' -Text $Command.Name
            Format-Element -Name 'command:verb' -Text $Command.Verb
            Format-Element -Name 'command:noun' -Text $Command.Noun
            Format-Description -Paragraph (ConvertTo-Line -Node $member.SelectSingleNode('summary'))
        )
        Format-Description -Paragraph @(ConvertTo-Paragraph -Node $member.SelectSingleNode('remarks'))
        Format-Element -Name 'command:syntax' -Inner $syntax
        Format-Element -Name 'command:parameters' -Inner @(
            foreach ($fact in $all.Values) { Format-Parameter -Command $Command -Facts $fact }
        )
        Format-TypeList -Name 'command:inputTypes' -Item 'command:inputType' -Node $member.SelectNodes('inputs')
        Format-TypeList -Name 'command:returnValues' -Item 'command:returnValue' -Node $member.SelectNodes('outputs')
        Format-Element -Name 'command:examples' -Inner @(
            foreach ($example in $member.SelectNodes('example')) {
                $number++
                Format-Example -Node $example -Number $number
            }
        )
        Format-Element -Name 'command:relatedLinks' -Inner @(
            foreach ($link in $member.SelectNodes('seealso')) {
                Format-Element -Name 'maml:navigationLink' -Inner @(
                    Format-Element -Name 'maml:linkText' -Text (ConvertTo-Line -Node $link)
                    Format-Element -Name 'maml:uri'
                )
            }
        )
    )
}

# Standalone's classes derive from the main module's, whose project lies beside its own.
$main = $Assembly.Replace('AzIntegrationRuntime.Standalone', 'AzIntegrationRuntime')
foreach ($path in $main, $Assembly | Select-Object -Unique) { Import-Module -Name $path }
foreach ($path in [IO.Path]::ChangeExtension($main, '.xml'), $Documentation) { Read-Documentation -Path $path }

$module = [IO.Path]::GetFileNameWithoutExtension($Assembly)
$commands = @(Get-Command -Module $module -CommandType Cmdlet | Sort-Object -Property Name -Culture '')
$attributes = [ordered]@{
    'schema'        = 'maml'
    'xmlns'         = 'http://msh'
    'xmlns:maml'    = 'http://schemas.microsoft.com/maml/2004/10'
    'xmlns:command' = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    'xmlns:dev'     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}
$document = [xml]::new()
$document.LoadXml((Format-Element -Name 'helpItems' -Attribute $attributes -Inner @(
            foreach ($command in $commands) { Format-Command -Command $command }
        )))
if ($script:Problems.Count) {
    [Console]::Error.WriteLine($script:Problems -join "`n")
    exit 1
}

$settings = [Xml.XmlWriterSettings]::new()
$settings.Encoding = [Text.UTF8Encoding]::new($false)
$writer = [Xml.XmlWriter]::Create($OutputPath, $settings)
try { $document.Save($writer) } finally { $writer.Dispose() }
