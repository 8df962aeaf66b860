# The timer's function: the watch with the settings of the Function App. An error marks the run as failed.
param($Timer)

$ErrorActionPreference = 'Stop'
if ($Timer -and $Timer.IsPastDue) { Write-Information 'The run was due earlier.' }

# App settings are environment variables. A setting that is missing or empty leaves the default of the script.
$settings = @{
    FLEET_REPORT_CONTAINER = 'ReportContainer'
    FLEET_CLIENT_ID        = 'ClientId'
    FLEET_ENVIRONMENT      = 'Environment'
    FLEET_MANAGEMENT_GROUP = 'ManagementGroup'
    FLEET_SUBSCRIPTION     = 'Subscription'
    FLEET_SERVICE          = 'Service'
    FLEET_SKIP             = 'Skip'
    FLEET_EXPIRES_WITHIN   = 'ExpiresWithin'
    FLEET_ERROR_ON_FINDING = 'ErrorOnFinding'
}
$watch = @{}
foreach ($name in $settings.Keys) {
    $value = [Environment]::GetEnvironmentVariable($name)
    if ($value) { $watch[$settings[$name]] = $value }
}
if ([Environment]::GetEnvironmentVariable('FLEET_WEBHOOK')) { $watch.WebhookVariable = 'FLEET_WEBHOOK' }

# New-FunctionPackage.ps1 puts the script of the runbook here.
& (Join-Path $PSScriptRoot 'Watch-IntegrationRuntimeFleet.ps1') @watch
