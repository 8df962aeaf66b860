<#
.SYNOPSIS
Checks all integration runtimes with a managed identity, keeps the reports in a container, and fails on findings.

.DESCRIPTION
The script runs as an Automation runbook, in a Function App, and on a machine with a managed identity. It needs
PowerShell 7 and the module AzIntegrationRuntime.Standalone. It starts no process and writes to the temporary folder
only.

It reads the snapshot of the run before from the container, checks the fleet, and writes to the container:

  fleet.json                     the snapshot, the baseline of the next run
  fleet.html                     the report of the latest run
  reports/<day>/<time>.html      the same report, kept
  reports/<day>/<time>.json      the findings for programs

The blob fleet-rules.json is the rules file if it exists. The output is a short summary, because the output of a
runbook is limited. The script ends with a terminating error if there is a finding of the severity -ErrorOnFinding.

.PARAMETER ReportContainer
The address of a container, such as https://<account>.blob.core.windows.net/fleet-reports. The identity needs the role
Storage Blob Data Contributor on it. Without the parameter nothing is kept and nothing is compared.

.PARAMETER ClientId
The client id of a user-assigned managed identity. The default is the system-assigned one.

.PARAMETER Environment
The cloud, such as AzureCloud or AzureUSGovernment.

.PARAMETER ManagementGroup
The names of management groups, separated by commas. The default is everything that the identity can read.

.PARAMETER Subscription
The names or ids of subscriptions, separated by commas.

.PARAMETER Service
DataFactory, Synapse or Purview, separated by commas. The default is all.

.PARAMETER Skip
The codes of findings to leave out, separated by commas. Wildcards are allowed.

.PARAMETER ExpiresWithin
The days before the expiry of a version from which on it is a finding.

.PARAMETER ErrorOnFinding
The least severity that makes the run fail: Error, Warning or None.

.PARAMETER WebhookVariable
The name of an encrypted Automation variable, or of an environment variable, with the address that gets the summary.

.EXAMPLE
./Watch-IntegrationRuntimeFleet.ps1 -ReportContainer https://stfleet.blob.core.windows.net/fleet-reports

Checks everything that the identity of the machine can read.
#>
param(
    [string]$ReportContainer,

    [string]$ClientId,

    [string]$Environment = 'AzureCloud',

    [string]$ManagementGroup,

    [string]$Subscription,

    [string]$Service,

    [string]$Skip,

    [int]$ExpiresWithin = 60,

    [ValidateSet('Error', 'Warning', 'None')]
    [string]$ErrorOnFinding = 'Error',

    [string]$WebhookVariable
)

# A host of runbooks takes no preferences from outside. An error ends the job, so that it is marked as failed.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version Latest

function Invoke-Blob {
    # Reads a blob into a file, or writes it from one. Returns whether a blob to read exists.
    param([string]$Name, [string]$InFile, [string]$OutFile, [string]$ContentType)

    $request = @{
        Uri            = $container + '/' + $Name
        Method         = 'Get'
        # A token for storage. It stays a SecureString, and PowerShell sends it over https only.
        Authentication = 'Bearer'
        Token          = (Get-AzAccessToken -ResourceUrl 'https://storage.azure.com/').Token
        Headers        = @{ 'x-ms-version' = '2023-11-03' }
        # A redirect would take the token to another host.
        MaximumRedirection = 0
    }
    if ($OutFile) {
        $request.OutFile = $OutFile
    } else {
        $request.Method = 'Put'
        $request.InFile = $InFile
        $request.ContentType = $ContentType
        $request.Headers['x-ms-blob-type'] = 'BlockBlob'
    }
    for ($try = 1; ; $try++) {
        try {
            $null = Invoke-RestMethod @request
            return $true
        } catch {
            $failure = $_
        }
        $response = $failure.Exception.PSObject.Properties['Response']
        $status = if ($response -and $response.Value) { [int]$response.Value.StatusCode } else { 0 }
        if ($OutFile -and $status -eq 404) {
            return $false
        }
        # -MaximumRetryCount would repeat what stays so too, such as 404.
        if ($try -lt 4 -and ($status -eq 0 -or $status -eq 429 -or $status -ge 500)) {
            Start-Sleep -Seconds $try
            continue
        }
        $hint = if ($status -eq 403) {
            ' Give the identity the role Storage Blob Data Contributor on the container.'
        } else {
            ''
        }
        throw ("The blob '$Name' of '$container' could not be $(if ($OutFile) { 'read' } else { 'written' }): " +
            "$($failure.Exception.Message)$hint")
    }
}

function Get-WebhookAddress {
    # The address is a secret, so that no parameter has it: the parameters of a job can be read afterwards.
    $address = [System.Environment]::GetEnvironmentVariable($WebhookVariable)
    if (-not $address -and (Get-Command -Name Get-AutomationVariable -ErrorAction Ignore)) {
        $address = Get-AutomationVariable -Name $WebhookVariable
    }
    if (-not $address) {
        throw ("The variable '$WebhookVariable' for the webhook is missing. Add an encrypted variable of this name " +
            'to the Automation account, or an app setting to the Function App.')
    }
    $address
}

if ($ReportContainer -and $ReportContainer -notmatch '^https://[^/?#]+/[^?#]+$') {
    throw ("-ReportContainer '$($ReportContainer -replace '\?.*$')' is not the https address of a container. Give an " +
        'address such as https://<account>.blob.core.windows.net/fleet-reports, without a SAS.')
}
$container = "$ReportContainer".TrimEnd('/')

Import-Module AzIntegrationRuntime.Standalone
# Jobs of one account can share a process and a profile. The sign-in of this job stays in its own runspace.
$null = Disable-AzContextAutosave -Scope Process
$identity = @{ Identity = $true; Environment = $Environment }
if ($ClientId) { $identity.AccountId = $ClientId }
$null = Connect-AzAccount @identity

$check = @{ ExpiresWithin = $ExpiresWithin }
foreach ($name in 'ManagementGroup', 'Subscription', 'Service', 'Skip') {
    $values = @((Get-Variable -Name $name -ValueOnly) -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ })
    if ($values) { $check[$name] = $values }
}
if ($ErrorOnFinding -ne 'None') { $check.ErrorOnFinding = $ErrorOnFinding }
if ($WebhookVariable) { $check.Webhook = Get-WebhookAddress }

# Two jobs at the same time have folders of their own.
$folder = Join-Path ([IO.Path]::GetTempPath()) "fleet-$([guid]::NewGuid().ToString('N'))"
$null = New-Item -ItemType Directory -Path $folder
try {
    if ($container) {
        $snapshot = Join-Path $folder 'fleet.json'
        $rules = Join-Path $folder 'fleet-rules.json'
        $html = Join-Path $folder 'report.html'
        $json = Join-Path $folder 'report.json'
        $check.Snapshot = $snapshot
        $check.ReportPath = $html, $json
        if (Invoke-Blob -Name 'fleet.json' -OutFile $snapshot) { $check.Baseline = $snapshot }
        if (Invoke-Blob -Name 'fleet-rules.json' -OutFile $rules) { $check.RulesFile = $rules }
    }

    $found = @()
    $failure = $null
    try {
        $null = Test-AzIntegrationRuntimeFleet @check -OutVariable found -InformationAction SilentlyContinue
    } catch {
        # The reports are written before this error, and are wanted most when there is one.
        if ($_.FullyQualifiedErrorId -notlike 'FleetFinding*') { throw }
        $failure = $_
    }

    if ($container) {
        $now = [datetime]::UtcNow
        $kept = 'reports/' + $now.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) + '/' +
            $now.ToString('HHmmss', [cultureinfo]::InvariantCulture)
        $page = @{ InFile = $html; ContentType = 'text/html; charset=utf-8' }
        $null = Invoke-Blob -Name 'fleet.html' @page
        $null = Invoke-Blob -Name "$kept.html" @page
        $null = Invoke-Blob -Name "$kept.json" -InFile $json -ContentType 'application/json'
        # Last: if a report is not written, the next run compares with the same baseline again.
        $null = Invoke-Blob -Name 'fleet.json' -InFile $snapshot -ContentType 'application/json'
    }

    # The summary: counts, the first findings, and where the rest is.
    $findings = @($found | Where-Object { $_.PSObject.Properties['Severity'] -and $_.PSObject.Properties['Code'] })
    $counts = foreach ($severity in 'Error', 'Warning', 'Information') {
        "$(@($findings | Where-Object Severity -EQ $severity).Count) $severity"
    }
    "Findings: $($counts -join ', '). Changes since the last run: $($found.Count - $findings.Count)."
    foreach ($finding in $findings | Where-Object Severity -NE 'Information' | Select-Object -First 20) {
        $place = @($finding.Parent, $finding.Runtime, $finding.Node | Where-Object { $_ })
        "$($finding.Severity) $($finding.Code) $($place -join '/'): $($finding.Title)"
    }
    $report = ''
    if ($container) {
        $report = " Report: $container/$kept.html"
        $report.Trim()
    }
    if ($failure) {
        # The message names the files in the temporary folder, which is removed now.
        throw (($failure.Exception.Message -replace (' Reports: .*' + [regex]::Escape($folder) + '.*$')) + $report)
    }
} finally {
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
}
