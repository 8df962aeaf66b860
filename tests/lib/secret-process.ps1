# A process that uses secrets which it makes of numbers, so that no file, command line or script text has them. It says
# when they exist and when they are used and disposed of, and waits for a line each time: tests/ProcessMemory.Tests.ps1
# reads its memory.
param([string[]]$Manifest)

$ErrorActionPreference = 'Stop'
$WarningPreference = $VerbosePreference = $DebugPreference = 'SilentlyContinue'

function New-PlantedSecret {
    param([int]$Seed)

    $secret = New-Object Security.SecureString
    foreach ($at in 0..39) { $secret.AppendChar([char](97 + ($at * $at * 7 + $at * $Seed + 3) % 26)) }
    $secret
}

foreach ($own in $Manifest -split '\|') { Import-Module $own }
try {
    $null = Start-AzIntegrationRuntimeEmulator
    $null = Connect-AzAccount
    $null = New-AzResourceGroup rg eastus -Force
    $null = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-memory -Location eastus -Force
    $secrets = @(5, 11, 17, 23 | ForEach-Object { New-PlantedSecret $_ })
    'made'
    $null = [Console]::In.ReadLine()

    $outcomes = @(
        # The key of a shared integration runtime.
        try { Set-AzDataFactoryV2IntegrationRuntime rg adf-memory ir-key -Type SelfHosted -AuthKey $secrets[0] -Force }
        catch { $_ }
        # The password of a catalog.
        $catalog = New-Object PSCredential 'admin', $secrets[1]
        try {
            Set-AzDataFactoryV2IntegrationRuntime rg adf-memory ir-catalog -Type Managed -Location EastUS `
                -NodeSize Standard_D4_v3 -CatalogServerEndpoint s -CatalogAdminCredential $catalog -Force
        }
        catch { $_ }
        # The secret of an application, which the sign-in refuses.
        $application = New-Object PSCredential '66666666-6666-4666-8666-666666666666', $secrets[2]
        try {
            Connect-AzAccount -ServicePrincipal -Credential $application -Tenant 11111111-1111-4111-8111-111111111111
        }
        catch { $_ }
        # The password of a certificate file, which is none.
        $file = [IO.Path]::GetTempFileName()
        try {
            Connect-AzAccount -ServicePrincipal -ApplicationId $application.UserName -CertificatePath $file `
                -CertificatePassword $secrets[3] -Tenant 11111111-1111-4111-8111-111111111111
        }
        catch { $_ }
        finally { Remove-Item -LiteralPath $file }
    )
    $secrets | ForEach-Object { $_.Dispose() }
    foreach ($turn in 1..3) {
        [GC]::Collect(2, [GCCollectionMode]::Forced, $true, $true)
        [GC]::WaitForPendingFinalizers()
    }
    "done $($outcomes.Count) $($outcomes | ForEach-Object { $_.GetType().Name })"
    $null = [Console]::In.ReadLine()
}
finally {
    Stop-AzIntegrationRuntimeEmulator
}
