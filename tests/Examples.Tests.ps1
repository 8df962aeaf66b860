# Every example of the help, run as it stands, each in the world of fixtures/examples.ps1.

BeforeDiscovery {
    $root = Split-Path $PSScriptRoot
    # What an example takes besides: an answer to its question, that no emulator runs when it begins, or something that
    # is there. Skip has the reason why it cannot run here.
    $needs = @{
        # The group is there already.
        'New-AzResourceGroup 1'                = @{ Answer = 'Yes' }
        'Remove-AzResourceGroup 1'             = @{ Answer = 'Yes' }
        'Start-AzIntegrationRuntimeEmulator 1' = @{ Stopped = $true }
        'Start-AzIntegrationRuntimeEmulator 2' = @{ Stopped = $true }
        'Start-AzIntegrationRuntimeEmulator 3' = @{ Stopped = $true }
        'Stop-AzIntegrationRuntimeEmulator 2'  = @{ Stopped = $true }
        'Connect-AzAccount 5'                  = @{ There = 'Certificate' }
        'Connect-AzAccount 6'                  = @{
            Skip = 'a certificate has to lie in the certificate store of Windows'
        }
        'Connect-AzAccount 7'                  = @{ There = 'FederatedToken' }
        'Connect-AzAccount 12'                 = @{ Stopped = $true }
    }
    $examples = foreach ($module in 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone') {
        $help = [xml]::new()
        $help.Load((Get-Item (Join-Path $root "output/$module/*/en-US/$module.dll-Help.xml")).FullName)
        foreach ($command in $help.helpItems.command) {
            $number = 0
            foreach ($example in @($command.examples.example)) {
                $number++
                $name = "$($command.details.name) $number"
                @{
                    Name    = $name
                    Cmdlet  = $command.details.name
                    Code    = $example.code
                    Answer  = @($needs[$name].Answer | Where-Object { $_ })
                    Stopped = [bool]$needs[$name].Stopped
                    There   = [string]$needs[$name].There
                    Skip    = [string]$needs[$name].Skip
                }
            }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    $before = @{}
    $world = Join-Path $TestDrive 'world.json'
    $null = Start-AzIntegrationRuntimeEmulator -StatePath $world -SubscriptionName Production -WarningAction Ignore `
        -ErrorAction Stop
    $null = & "$PSScriptRoot/fixtures/examples.ps1" 6>$null
    $key = (Get-AzDataFactoryV2IntegrationRuntimeKey rg-data adf-prod ir-shared).AuthKey1
    Stop-AzIntegrationRuntimeEmulator
    # What the emulator has other names for.
    [IO.File]::WriteAllText($world,
        [IO.File]::ReadAllText($world).Replace('Emulator Second', 'Test').Replace('home.azir.example',
            'contoso.onmicrosoft.com'))

    $variables = @{
        SQL_PASSWORD = 'of the catalog 2'
        SAS_URI = 'https://data.blob.core.windows.net/setup?sv=1&sig=x'
        IR_KEY = $key
        ID_TOKEN = $null
    }
    foreach ($name in $variables.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $variables[$name])
    }
}

AfterAll {
    foreach ($name in $before.Keys) {
        [Environment]::SetEnvironmentVariable($name, $before[$name])
    }
    Stop-TestEmulator
}

Describe 'The example <Name>' -ForEach $examples {
    BeforeEach {
        Stop-AzIntegrationRuntimeEmulator -WarningAction Ignore
        # Some of them keep contexts or add environments.
        Reset-TestProcess
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))
        # The reader's own files: a Git folder, a template, and what a name is in each environment.
        Copy-Item -Path (Join-Path $script:Root 'tests/fixtures/desired/page/*') -Destination $folder -Recurse
        # The script that one of them runs.
        Set-Content -LiteralPath (Join-Path $folder 'Deploy.ps1') -Value 'Get-AzResourceGroup'
        if (-not $Stopped) {
            $state = Join-Path $folder 'state.json'
            Copy-Item -LiteralPath $world -Destination $state
            $global:TestEmulator = Start-AzIntegrationRuntimeEmulator -StatePath $state -SubscriptionName Production `
                -WarningAction Ignore -ErrorAction Stop
        }
        switch ($There) {
            'Certificate' {
                $fixtures = Join-Path $script:Root 'native/core/tests/fixtures'
                Copy-Item -LiteralPath (Join-Path $fixtures 'app.pfx') -Destination $folder
                $certificate = [IO.File]::ReadAllText((Join-Path $fixtures 'certificate-only.pem'))
                $null = Invoke-Emulator POST '/emulator/certificates' @{
                    clientId = $script:Owner
                    certificate = $certificate
                }
            }
            'FederatedToken' {
                $null = Invoke-Emulator POST '/emulator/federated-credentials' @{
                    clientId = $script:Owner
                    subject = 'pipeline'
                }
                $env:ID_TOKEN = (Invoke-Emulator POST '/emulator/federated-tokens' @{ subject = 'pipeline' }).token
            }
        }
    }

    It 'runs without an error' {
        if ($Skip) {
            Set-ItResult -Skipped -Because $Skip
        }
        $script = @"
param(`$Folder, `$Secret)
Set-Location -LiteralPath `$Folder
# Who is asked for a password gives that of the emulator's owner.
function Get-Credential {
    param(`$UserName)
    [pscredential]::new(`$UserName, (ConvertTo-SecureString `$Secret -AsPlainText -Force))
}
# For a file's password, that of the certificate file.
function Read-Host { ConvertTo-SecureString 'planted-password' -AsPlainText -Force }
# The Azure CLI has a token of whoever is signed in.
function az { [pscredential]::new('token', (Get-AzAccessToken).Token).GetNetworkCredential().Password }
& {
$Code
}
Get-Job | Wait-Job | Receive-Job
Get-Job | Remove-Job
"@
        $result = Invoke-Answered $script -Answer $Answer -Argument @{
            Folder = $folder.FullName
            Secret = $script:OwnerSecret
        }
        $result.Thrown | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Unanswered | Should -Be 0
    }
}

Describe 'The list of what examples need' {
    It 'names examples that exist' -ForEach @(@{ Needs = @($needs.Keys); Examples = @($examples.Name) }) {
        $Needs | Where-Object { $Examples -notcontains $_ } | Should -BeNullOrEmpty
    }
}
