# Signs in with a certificate and with a federated token through the built modules and their own emulator, and writes
# one line of JSON: what the emulator was sent, and what a list of factories answered.
param(
    [string]$Modules,
    # A certificate with its key, PEM.
    [string]$CertificatePath,
    # A key set and a token that another library signed.
    [string]$KeysPath,
    [string]$TokenPath
)

$ErrorActionPreference = 'Stop'
$WarningPreference = 'SilentlyContinue'
$env:PSModulePath = $Modules + [IO.Path]::PathSeparator + $env:PSModulePath
Import-Module AzIntegrationRuntime
Import-Module AzIntegrationRuntime.Standalone
$emulator = Start-AzIntegrationRuntimeEmulator

function Send {
    param([string]$Name, $Body, [string]$Method = 'Post')

    $argument = @{
        Uri = "$($emulator.Endpoint.TrimEnd('/'))/emulator/$Name"
        Method = $Method
        SkipCertificateCheck = $true
        NoProxy = $true
    }
    if ($Body) {
        $argument['Body'] = ConvertTo-Json $Body -Depth 9
        $argument['ContentType'] = 'application/json'
    }
    Invoke-RestMethod @argument
}

try {
    $application = '66666666-6666-4666-8666-666666666666'
    $tenant = '11111111-1111-4111-8111-111111111111'
    $null = Connect-AzAccount
    $null = New-AzResourceGroup rg -Location westeurope
    $null = Set-AzDataFactoryV2 rg adf-signed -Location westeurope
    $certificate = (Get-Content $CertificatePath -Raw) -replace '(?s)-----BEGIN PRIVATE KEY.*END PRIVATE KEY-----'
    $null = Send certificates @{ clientId = $application; certificate = $certificate }
    $null = Send settings @{ rememberAssertions = $true }
    $results = foreach ($chain in $false, $true) {
        $null = Connect-AzAccount -ServicePrincipal -ApplicationId $application -Tenant $tenant `
            -CertificatePath $CertificatePath -SendCertificateChain:$chain
        $factories = @(Get-AzDataFactoryV2 rg).DataFactoryName
        @{ factories = @($factories); assertion = (Send client-assertion -Method Get).assertion }
    }
    $claims = Get-Content $TokenPath -Raw
    $keys = Get-Content $KeysPath -Raw | ConvertFrom-Json
    $null = Send federated-credentials @{
        clientId = $application
        subject = 'oracles'
        issuer = 'https://issuer.oracles.example'
        keys = $keys
    }
    $null = Connect-AzAccount -ServicePrincipal -ApplicationId $application -Tenant $tenant -FederatedToken $claims
    $results += @{
        factories = @((Get-AzDataFactoryV2 rg).DataFactoryName)
        assertion = (Send client-assertion -Method Get).assertion
    }
    ConvertTo-Json @{ endpoint = $emulator.Endpoint; results = @($results) } -Depth 5 -Compress
} finally {
    Stop-AzIntegrationRuntimeEmulator
}
