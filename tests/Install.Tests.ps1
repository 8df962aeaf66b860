# The installation: the commands of docs/install.md, and what PowerShell's own tools make of the packages. The packages
# are made of the built modules in output/.

BeforeDiscovery {
    # The build needs 7.4 and cargo.
    $without = $PSVersionTable.PSVersion -lt [version]'7.4' -or
        -not (Get-Command -Name cargo -CommandType Application -ErrorAction Ignore)
    # On Windows the folder of the user's modules cannot be moved for a process: only a machine of CI is used so.
    $windows = $env:OS -like 'Windows*'
    $shared = $windows -and -not $env:CI
    $tools = @(
        @{
            Tool         = 'PSResourceGet'
            Module       = 'Microsoft.PowerShell.PSResourceGet'
            Register     = 'Register-PSResourceRepository -Name azir -Uri $Repository -Trusted'
            Find         = 'Find-PSResource -Repository azir -Name AzIntegrationRuntime*'
            Install      = 'Install-PSResource -Repository azir -Name AzIntegrationRuntime.Standalone'
            Update       = 'Update-PSResource -Repository azir -Name AzIntegrationRuntime.Standalone'
            Installed    = 'Get-InstalledPSResource -Name AzIntegrationRuntime*'
            Uninstall    = 'Uninstall-PSResource -Version'
            UninstallAll = "Uninstall-PSResource -Version '*' -Name"
        }
        @{
            Tool         = 'PowerShellGet 2'
            Module       = 'PowerShellGet'
            Register     = 'Register-PSRepository -Name azir -SourceLocation $Repository -InstallationPolicy Trusted'
            Find         = 'Find-Module -Repository azir -Name AzIntegrationRuntime*'
            Install      = 'Install-Module -Repository azir -Name AzIntegrationRuntime.Standalone -Scope CurrentUser'
            Update       = 'Update-Module -Name AzIntegrationRuntime.Standalone'
            Installed    = '@(foreach ($name in "AzIntegrationRuntime", "AzIntegrationRuntime.Standalone") {' +
                ' Get-InstalledModule -Name $name -AllVersions })'
            Uninstall    = 'Uninstall-Module -RequiredVersion'
            UninstallAll = 'Uninstall-Module -AllVersions -Name'
        }
    )
    foreach ($tool in $tools) {
        $tool.Missing = -not (Get-Module -ListAvailable -Name $tool.Module | Where-Object { $_.Version.Major -lt 3 })
    }
}

Describe 'The commands of docs/install.md' -Skip:($without -or $windows) {
    BeforeAll {
        . $PSScriptRoot/common.ps1
        . $PSScriptRoot/install.ps1
        . (Join-Path $script:Root 'build/Package.ps1')
        $InformationPreference = 'Ignore'
        $rid = (Get-Platform).Rid
        $built = [pscustomobject]@{
            Version    = $script:Version
            Main       = Split-Path $script:MainManifest
            Standalone = Split-Path $script:StandaloneManifest
        }
        $release = Join-Path $TestDrive 'release'
        $null = New-Package -Built $built -OutputPath $release -Platform (
            [ordered]@{ $rid = Join-Path $built.Main $rid })
        $page = [IO.File]::ReadAllText((Join-Path $script:Root 'docs/install.md'))
        $blocks = @([regex]::Matches(
                $page, '(?s)<!-- run by tests/Install\.Tests\.ps1 -->\n```powershell\n(.*?)```') |
                ForEach-Object { $_.Groups[1].Value })
        $find = { param($Word) @($blocks -match $Word) | Should -HaveCount 1; @($blocks -match $Word)[0] }
        $present = "`nGet-Module -ListAvailable AzIntegrationRuntime* | Sort-Object Name | ForEach-Object Name"
        $names = 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone'

        function Invoke-Page {
            # Runs blocks of the page in the folder of the release, for a user who has nothing yet.
            param([string]$User, [string]$Script)

            $folder = Join-Path $TestDrive $User
            $null = [IO.Directory]::CreateDirectory($folder)
            Invoke-UserSession -UserFolder $folder -Script "Set-Location -LiteralPath '$release'`n$Script"
        }
    }

    It 'are each run by this test' {
        $blocks | Should -HaveCount 6
    }

    It 'check the files, and find a damaged one' {
        $check = & $find 'SHA256SUMS'
        Invoke-Page 'check' $check | Should -BeNullOrEmpty
        $damaged = Join-Path $release "AzIntegrationRuntime-$($script:Version).zip"
        $bytes = [IO.File]::ReadAllBytes($damaged)
        try {
            $changed = $bytes.Clone()
            $changed[$changed.Length / 2] = $changed[$changed.Length / 2] -bxor 1
            [IO.File]::WriteAllBytes($damaged, $changed)
            "$(Invoke-Page 'check' $check)" |
                Should -BeLike "*AzIntegrationRuntime-$($script:Version).zip is damaged, or is not the file*"
        }
        finally { [IO.File]::WriteAllBytes($damaged, $bytes) }
    }

    It 'install, update and uninstall with PSResourceGet' {
        Invoke-Page 'resource' ((& $find '(?m)^Install-PSResource') + $present) | Should -BeExactly $names
        Invoke-Page 'resource' (& $find 'Update-PSResource') | Should -BeNullOrEmpty
        Invoke-Page 'resource' ((& $find 'Uninstall-PSResource') + $present) | Should -BeNullOrEmpty
    }

    It 'install with PowerShellGet 2' {
        $said = Invoke-Page 'module' ('Import-Module PowerShellGet -MaximumVersion 2.99; ' +
            (& $find 'Install-Module') + $present)
        $said | Should -BeExactly $names
    }

    It 'install offline' {
        $said = Invoke-Page 'offline' ((& $find 'Expand-Archive') + $present)
        $said | Should -BeExactly $names
    }
}

Describe 'Installation from a folder with <Tool>' -ForEach $tools -Skip:($without -or $shared) {
    BeforeAll {
        . $PSScriptRoot/common.ps1
        . $PSScriptRoot/install.ps1
        . (Join-Path $script:Root 'build/Package.ps1')
        $repository = (New-Item -ItemType Directory -Path (Join-Path $TestDrive "$Tool-repository")).FullName
        $next = '99.0.0'

        function Save-TestPackage {
            # The built modules as packages of some version.
            param([string]$Version)

            foreach ($source in $script:MainManifest, $script:StandaloneManifest) {
                $name = [IO.Path]::GetFileNameWithoutExtension($source)
                $copy = Join-Path $TestDrive "$([guid]::NewGuid())"
                Copy-Item -LiteralPath (Split-Path $source) -Destination $copy -Recurse
                $manifest = Join-Path $copy "$name.psd1"
                $text = [IO.File]::ReadAllText($manifest).Replace("'$($script:Version)'", "'$Version'")
                [IO.File]::WriteAllText($manifest, $text)
                Save-NuGetPackage -Path (Join-Path $repository "$name.$Version.nupkg") -Name $name -ReleaseNotes 'x' `
                    -Manifest (Import-PowerShellDataFile $manifest) -Entry (Get-FolderEntry -Folder $copy)
            }
        }

        # Each step is a new process, as the user's next session is. The user's folders are elsewhere for it.
        $user = (New-Item -ItemType Directory -Path (Join-Path $TestDrive "$Tool-home")).FullName
        function Invoke-Session {
            param([string]$Script)

            Invoke-UserSession -UserFolder $user -Script (
                "`$Repository = '$repository'`nImport-Module $Module -MaximumVersion 2.99`n$Script")
        }

        $list = "$Installed | Sort-Object Name, { [version]`$_.Version } |" +
            "ForEach-Object { `$_.Name + ' ' + `$_.Version }"
        $both = { param($Version) "AzIntegrationRuntime $Version", "AzIntegrationRuntime.Standalone $Version" }
        Save-TestPackage -Version $script:Version
    }

    AfterAll {
        if ($env:OS -like 'Windows*') {
            $null = Invoke-Session "$UninstallAll AzIntegrationRuntime.Standalone; $UninstallAll AzIntegrationRuntime"
        }
    }

    It 'finds both modules' -Skip:$Missing {
        $said = Invoke-Session "$Register; $Find | Sort-Object Name | ForEach-Object { `$_.Name + ' ' + `$_.Version }"
        $said | Should -BeExactly (& $both $script:Version)
    }

    It 'installs Standalone with the module that it needs' -Skip:$Missing {
        $said = Invoke-Session "$Install; $list"
        $said | Should -BeExactly (& $both $script:Version)
    }

    It 'has a module that works in a new session' -Skip:$Missing {
        $said = Invoke-Session @'
Import-Module AzIntegrationRuntime.Standalone
$null = Start-AzIntegrationRuntimeEmulator -WarningAction Ignore
try {
    $null = New-AzResourceGroup -Name rg -Location eastus
    (Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-installed -Location eastus).DataFactoryName
}
finally { Stop-AzIntegrationRuntimeEmulator }
(Get-Help about_AzIntegrationRuntime) -match 'AzIntegrationRuntime' | Select-Object -First 1 | ForEach-Object { 'help' }
'@
        $said | Should -BeExactly 'adf-installed', 'help'
    }

    It 'updates to a new version, beside the old one' -Skip:$Missing {
        Save-TestPackage -Version $next
        $said = Invoke-Session "$Update; $list"
        $said | Should -BeExactly ("AzIntegrationRuntime $($script:Version)", "AzIntegrationRuntime $next",
            "AzIntegrationRuntime.Standalone $($script:Version)", "AzIntegrationRuntime.Standalone $next")
    }

    It 'imports the newest version, or the one that is named, with the module of the same version' -Skip:$Missing {
        $loaded = 'Get-Module AzIntegrationRuntime* | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Version)" }'
        Invoke-Session "Import-Module AzIntegrationRuntime.Standalone; $loaded" | Should -BeExactly (& $both $next)
        $named = "Import-Module AzIntegrationRuntime.Standalone -RequiredVersion $($script:Version); $loaded"
        Invoke-Session $named | Should -BeExactly (& $both $script:Version)
    }

    # PowerShellGet 2 keeps each version of a module while any version of Standalone, which needs it, is installed.
    It 'uninstalls one version' -Skip:($Missing -or $Tool -ne 'PSResourceGet') {
        $names = "'AzIntegrationRuntime.Standalone', 'AzIntegrationRuntime'"
        $said = Invoke-Session "foreach (`$name in $names) { $Uninstall $next -Name `$name }; $list"
        $said | Should -BeExactly (& $both $script:Version)
    }

    It 'uninstalls all versions' -Skip:$Missing {
        $said = Invoke-Session (
            "$UninstallAll AzIntegrationRuntime.Standalone; $UninstallAll AzIntegrationRuntime; " +
            '@(Get-Module -ListAvailable AzIntegrationRuntime*).Count')
        $said | Should -BeExactly '0'
    }
}
