# What Windows PowerShell 5.1 can load: every type and member of .NET that the assemblies use is in .NET Framework
# 4.7.2, and views and type data use nothing newer. What the assemblies use of PowerShell itself, the compiler checks.
# The tests are made to run there too: their C# is of version 5, and lib/desktop.ps1 stands for what 5.1 lacks.

BeforeDiscovery {
    $root = Split-Path $PSScriptRoot
    $modules = 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone'
    # The build's output. Without one the assemblies where the compiler left them.
    $assemblies = foreach ($name in $modules) {
        $search = @{ Filter = "$name.dll"; Recurse = $true; File = $true; ErrorAction = 'Ignore' }
        $built = foreach ($folder in "output/$name", "module/src/$name/bin") {
            Get-ChildItem -Path (Join-Path $root $folder) @search
        }
        @{ Name = $name; Path = $built.FullName | Select-Object -First 1 }
    }
    $files = Get-ChildItem -Path (Join-Path $root 'module') -Filter *.ps1xml -Recurse -File |
        Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' } |
        ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }

    # Microsoft's package with the reference assemblies of .NET Framework 4.7.2, in NuGet's usual folder.
    function Get-FrameworkFolder {
        if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) {
            return
        }
        $project = Join-Path ([IO.Path]::GetTempPath()) "azir-net472-$PID"
        $null = New-Item -ItemType Directory -Path $project -Force
        try {
            Set-Content -LiteralPath (Join-Path $project 'net472.csproj') -Value @'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="Microsoft.NETFramework.ReferenceAssemblies.net472" Version="[1.0.3]" />
  </ItemGroup>
</Project>
'@
            $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
            $null = dotnet restore $project 2>&1
            $packages = (dotnet nuget locals global-packages --list) -replace '^[^:]*:\s*' | Select-Object -First 1
            $package = Join-Path $packages 'microsoft.netframework.referenceassemblies.net472/1.0.3'
            $folder = Join-Path $package 'build/.NETFramework/v4.7.2'
            if (Test-Path -LiteralPath $folder) {
                $folder
            }
        } finally {
            Remove-Item -LiteralPath $project -Recurse -Force
        }
    }
    $framework = if ($PSVersionTable.PSVersion.Major -gt 5) { Get-FrameworkFolder }
    if (-not $framework) {
        Write-Warning ('The assemblies are not compared with .NET Framework 4.7.2: its reference assemblies are ' +
            'missing. They come from the NuGet package Microsoft.NETFramework.ReferenceAssemblies.net472 and need ' +
            'dotnet and PowerShell 7.')
    }
    $frameworkCase = @{ Framework = $framework }
}

Describe '.NET Framework 4.7.2' -ForEach $frameworkCase -Skip:(-not $framework) {
    BeforeAll {
        if (-not ('FrameworkReferences' -as [type])) {
            $needed = 'System.Reflection.Metadata', 'System.Collections.Immutable', 'System.Collections',
            'System.Linq', 'System.Runtime', 'netstandard'
            $source = Join-Path $PSScriptRoot 'lib/FrameworkReferences.cs'
            Add-Type -Path $source -ReferencedAssemblies $needed -ErrorAction Stop
        }
        # The framework's own folder and the one where netstandard.dll passes types on to it.
        $references = @(Get-ChildItem -LiteralPath $Framework -Filter *.dll -Recurse -File).FullName
        $checker = [FrameworkReferences]::new([string[]]$references)
    }
    AfterAll {
        if ($checker) { $checker.Dispose() }
    }

    It 'the reference assemblies are read' {
        $checker.TypeCount | Should -BeGreaterThan 10000
    }
    It 'has what <Name> uses' -ForEach $assemblies {
        $Path | Should -Not -BeNullOrEmpty -Because 'the assembly has to be built first: run build.ps1'
        $answer = $checker.Check($Path, [string[]]@('System.Management.Automation', 'AzIntegrationRuntime'))
        $answer.Item1 | Should -BeGreaterThan 20
        $answer.Item2 | Should -BeNullOrEmpty
    }
    It 'notices what it does not have' {
        # PowerShell 7 is made for .NET.
        $missing = $checker.Check([psobject].Assembly.Location, [string[]]@()).Item2
        $missing | Should -Contain 'System.Runtime.Loader.AssemblyLoadContext'
    }
}

Describe '<Name>.dll' -ForEach $assemblies {
    It 'needs no other assembly than PowerShell and .NET Standard' {
        $Path | Should -Not -BeNullOrEmpty -Because 'the assembly has to be built first: run build.ps1'
        $assembly = [Reflection.Assembly]::Load([IO.File]::ReadAllBytes($Path))
        $allowed = 'netstandard', 'System.Management.Automation', 'AzIntegrationRuntime'
        $assembly.GetReferencedAssemblies().Name | Where-Object { $_ -notin $allowed } | Should -BeNullOrEmpty
        # Windows PowerShell 5.1 refuses others.
        $assembly.ImageRuntimeVersion | Should -Be 'v4.0.30319'
    }
}

Describe '<Name>' -ForEach $files {
    BeforeAll {
        $document = New-Object System.Xml.XmlDocument
        $document.Load($Path)
    }
    It 'has elements that Windows PowerShell 5.1 knows' {
        $known = -split @'
        Configuration ViewDefinitions View Name ViewSelectedBy TypeName GroupBy Label PropertyName ScriptBlock
        TableControl TableHeaders TableColumnHeader Width Alignment AutoSize HideTableHeaders TableRowEntries
        TableRowEntry EntrySelectedBy Wrap TableColumnItems TableColumnItem FormatString
        ListControl ListEntries ListEntry ListItems ListItem ItemSelectionCondition
        Types Type Members MemberSet NoteProperty Value TypeConverter CodeProperty GetCodeReference MethodName
        AliasProperty ReferencedMemberName
'@
        $document.SelectNodes('//*').LocalName | Sort-Object -Unique | Where-Object { $_ -notin $known } |
            Should -BeNullOrEmpty
    }
    It 'has scripts in the language of Windows PowerShell 5.1' {
        foreach ($script in $document.SelectNodes('//ScriptBlock')) {
            $tokens = $errors = $null
            $parser = [System.Management.Automation.Language.Parser]
            $null = $parser::ParseInput($script.InnerText, [ref]$tokens, [ref]$errors)
            $errors | Should -BeNullOrEmpty
            $newer = 'QuestionMark', 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket',
            'AndAnd', 'OrOr'
            $tokens.Where({ "$($_.Kind)" -in $newer }) | Should -BeNullOrEmpty -Because $script.InnerText
            # Windows PowerShell has no such variable.
            if ($script.InnerText -match '\$PSStyle') {
                $script.InnerText | Should -Match '\$PSVersionTable\.PSVersion\.Major -gt 5'
            }
        }
    }
}

Describe 'The tests themselves' -Skip:($PSVersionTable.PSVersion.Major -le 5) {
    BeforeAll {
        . $PSScriptRoot/common.ps1
        Start-TestEmulator
    }
    AfterAll { Stop-TestEmulator }

    It 'have C# that the compiler of .NET Framework knows' {
        $options = [Microsoft.CodeAnalysis.CSharp.CSharpParseOptions]::Default.WithLanguageVersion('CSharp5')
        $isHereString = {
            $args[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] -and
            "$($args[0].StringConstantType)" -eq 'SingleQuotedHereString'
        }
        $sources = foreach ($file in Get-Item -Path "$PSScriptRoot/*.ps1", "$PSScriptRoot/lib/*.ps1") {
            $ast = [System.Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref]$null, [ref]$null)
            $ast.FindAll($isHereString, $true) | ForEach-Object { $_.Value } |
                Where-Object { $_ -match '(?m)^public (static )?class' }
        }
        @($sources).Count | Should -BeGreaterThan 3
        foreach ($source in $sources) {
            $tree = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($source, $options)
            "$($tree.GetDiagnostics())" | Should -BeNullOrEmpty
        }
    }
    It 'reach the emulator by what stands for Invoke-RestMethod' {
        . $PSScriptRoot/lib/desktop.ps1
        Get-Command Invoke-RestMethod | ForEach-Object CommandType | Should -Be 'Function'
        (New-TestFactory 'adf-desktop').DataFactoryName | Should -Be 'adf-desktop'
        Get-SentRequest | Should -Contain 'PUT /factories/adf-desktop'
        $list = Invoke-ResourceManager GET "/subscriptions/$script:SubscriptionId/resourcegroups?api-version=2024-03-01"
        $list.value.name | Should -Contain 'rg'
        $token = Invoke-RestMethod -SkipCertificateCheck -NoProxy -Method Post `
            -Uri "$($global:TestEmulator.Endpoint)/$script:HomeTenant/oauth2/v2.0/token" -Body @{
            grant_type = 'client_credentials'; client_id = $script:Owner; client_secret = $script:OwnerSecret
            scope = 'https://management.azure.com/.default' }
        $token.access_token | Should -Match '^eyJ'
        { Invoke-Emulator GET '/emulator/none' } | Should -Throw '*404*'
    }
}
