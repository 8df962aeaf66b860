# What the tests share: the built modules, an emulator for each file, and a host that answers questions.
#
# A test file begins with
#
#     BeforeAll {
#         . $PSScriptRoot/common.ps1
#         Start-TestEmulator
#     }
#     AfterAll { Stop-TestEmulator }

Set-StrictMode -Version Latest

$script:Root = Split-Path $PSScriptRoot
. (Join-Path $script:Root 'build/Pwsh.ps1')
if ($PSVersionTable.PSEdition -eq 'Desktop') { . (Join-Path $PSScriptRoot 'lib/desktop.ps1') }
$script:Version =
    (Import-PowerShellDataFile (
        Join-Path $script:Root 'module/AzIntegrationRuntime/AzIntegrationRuntime.psd1'
    )).ModuleVersion
$script:MainManifest = Join-Path $script:Root "output/AzIntegrationRuntime/$script:Version/AzIntegrationRuntime.psd1"
$script:StandaloneManifest =
    Join-Path $script:Root "output/AzIntegrationRuntime.Standalone/$script:Version/AzIntegrationRuntime.Standalone.psd1"

foreach ($manifest in $script:MainManifest, $script:StandaloneManifest) {
    if (-not (Test-Path -LiteralPath $manifest)) {
        throw "'$manifest' does not exist: the tests are of the built modules. Run build.ps1 first."
    }
}
$output = Join-Path $script:Root 'output'
if (($env:PSModulePath -split [IO.Path]::PathSeparator) -notcontains $output) {
    $env:PSModulePath = $output + [IO.Path]::PathSeparator + $env:PSModulePath
}
Import-Module $script:MainManifest -Global
Import-Module $script:StandaloneManifest -Global

# Nothing of the user's own is read or written: contexts are kept here, where a test keeps any.
if (-not $env:AZIR_PROFILE) {
    $env:AZIR_PROFILE = Join-Path ([IO.Path]::GetTempPath()) "azir-tests-$PID"
}

# The emulator's well-known principals and places.
$script:HomeTenant = '11111111-1111-4111-8111-111111111111'
$script:OtherTenant = '22222222-2222-4222-8222-222222222222'
$script:SubscriptionId = '33333333-3333-4333-8333-333333333333'
$script:SecondSubscriptionId = '44444444-4444-4444-8444-444444444444'
$script:OtherSubscriptionId = '55555555-5555-4555-8555-555555555555'
$script:Owner = '66666666-6666-4666-8666-666666666666'
$script:OwnerSecret = 'azir-emulator-owner-secret'
$script:Reader = '77777777-7777-4777-8777-777777777777'
$script:ReaderSecret = 'azir-emulator-reader-secret'

function Reset-TestProcess {
    # What another test file made of this process is gone: contexts that are kept, and environments that were added.
    $null = Disable-AzContextAutosave
    Get-AzEnvironment | Where-Object { $_.Name -notin 'AzureCloud', 'AzureChinaCloud', 'AzureUSGovernment' } |
        Remove-AzEnvironment
    Remove-Item -LiteralPath $env:AZIR_PROFILE -Recurse -Force -ErrorAction Ignore
}

function Get-EmulatorPath {
    # The emulator of the built module for this system, in the folder of its platform.
    $system = if ($IsWindows) { 'win' }
    elseif ($IsMacOS) { 'osx' }
    else { 'linux' }
    $cpu = "$([Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()
    $programs = Join-Path (Split-Path $script:MainManifest) "$system*-$cpu/azir-emulator*"
    @(Get-ChildItem -Path $programs -File | Sort-Object { $_.FullName.Length })[0].FullName
}

function Start-TestEmulator {
    # Starts the emulator, signs in as its owner and makes the resource group 'rg'.
    Reset-TestProcess
    $global:TestEmulator = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue -ErrorAction Stop
    $null = Connect-AzAccount -ErrorAction Stop
    $null = New-AzResourceGroup -Name 'rg' -Location 'eastus' -ErrorAction Stop
}

function Stop-TestEmulator {
    Stop-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
    Reset-TestProcess
    if ($null -ne (Get-Variable -Name TestRunspace -Scope Global -ErrorAction Ignore)) {
        $global:TestRunspace.Dispose()
        Remove-Variable -Name TestRunspace -Scope Global
    }
}

function Invoke-Emulator {
    # A call of the emulator's control plane.
    param([string]$Method, [string]$Path, $Body)

    $argument = @{
        Method               = $Method
        Uri                  = $global:TestEmulator.Endpoint.TrimEnd('/') + $Path
        SkipCertificateCheck = $true
        NoProxy              = $true
    }
    if ($null -ne $Body) {
        $argument['Body'] = ConvertTo-Json $Body -Depth 8 -Compress
        $argument['ContentType'] = 'application/json'
    }
    Invoke-RestMethod @argument
}

function Add-Fault {
    # Makes the emulator misbehave, once unless told otherwise.
    param([hashtable]$Fault)

    $null = Invoke-Emulator POST '/emulator/faults' $Fault
}

function Clear-Fault {
    $null = Invoke-Emulator DELETE '/emulator/faults'
}

function Clear-SentRequest {
    $null = Invoke-Emulator DELETE '/emulator/requests'
}

function Get-SentRequest {
    # What reached the emulator's Resource Manager since Clear-SentRequest: 'METHOD path-and-query'.
    param([switch]$Whole)

    $requests = @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ } |
        Where-Object { $_.url -like '*/subscriptions*' })
    if ($Whole) {
        return $requests
    }
    foreach ($request in $requests) {
        '{0} {1}' -f $request.method,
            ($request.url -replace '^https?://[^/]+', '' -replace '\?.*$',
                '' -replace '^.*/providers/Microsoft\.(DataFactory|Synapse|Purview)', '')
    }
}

function Get-SentBody {
    # The body of the latest request with this method.
    param([string]$Method)

    @(Get-SentRequest -Whole | Where-Object { $_.method -eq $Method })[-1].body
}

function Get-ScanRequest {
    # What reached the scan endpoints of Purview accounts since Clear-SentRequest: 'METHOD path'.
    param([switch]$Whole)

    $requests = @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ } |
        Where-Object { $_.url -like 'https://*.purview.localhost*' })
    if ($Whole) {
        return $requests
    }
    foreach ($request in $requests) {
        '{0} {1}' -f $request.method, ($request.url -replace '^https://[^/]+/scan' -replace '\?.*$')
    }
}

function Set-Emulator {
    # Changes how the emulator behaves.
    param([hashtable]$Setting)

    $null = Invoke-Emulator POST '/emulator/settings' $Setting
}

function New-TestFactory {
    param([string]$Name)
    Set-AzDataFactoryV2 -ResourceGroupName rg -Name $Name -Location eastus -Force -ErrorAction Stop
}

function New-TestRuntime {
    param([string]$Factory, [string]$Name)
    Set-AzDataFactoryV2IntegrationRuntime rg $Factory $Name -Type SelfHosted -Force -ErrorAction Stop
}

function Invoke-ResourceManager {
    # What no cmdlet here does, such as making a workspace: a request to the emulator's Resource Manager as whoever is
    # signed in.
    param([string]$Method, [string]$Path, $Body)

    $argument = @{
        Method               = $Method
        Uri                  = $global:TestEmulator.Endpoint.TrimEnd('/') + $Path
        Authentication       = 'Bearer'
        Token                = (Get-AzAccessToken -ErrorAction Stop).Token
        SkipCertificateCheck = $true
        NoProxy              = $true
    }
    if ($null -ne $Body) {
        $argument['Body'] = ConvertTo-Json $Body -Depth 8 -Compress
        $argument['ContentType'] = 'application/json'
    }
    Invoke-RestMethod @argument
}

function New-TestWorkspace {
    param([string]$Name, [string]$ResourceGroupName = 'rg')

    $null = Invoke-ResourceManager PUT (
        "/subscriptions/$script:SubscriptionId/resourceGroups/$ResourceGroupName/providers/Microsoft.Synapse/" +
        "workspaces/${Name}?api-version=2021-06-01") @{
        location   = 'eastus'
        identity   = @{ type = 'SystemAssigned' }
        tags       = @{ team = 'data' }
        properties = @{
            defaultDataLakeStorage = @{ accountUrl = 'https://contosolake.dfs.core.windows.net'; filesystem = 'data' }
            sqlAdministratorLogin  = 'sqladminuser'
        }
    }
    Get-AzSynapseWorkspace -ResourceGroupName $ResourceGroupName -Name $Name -ErrorAction Stop
}

function New-TestSynapseRuntime {
    param([string]$Workspace, [string]$Name)
    Set-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName $Workspace -Name $Name -Type SelfHosted `
        -Force -ErrorAction Stop
}

function New-TestAccount {
    param([string]$Name, [string]$ResourceGroupName = 'rg', [string]$SubscriptionId = $script:SubscriptionId)

    $null = Invoke-ResourceManager PUT (
        "/subscriptions/$SubscriptionId/resourceGroups/$ResourceGroupName/providers/Microsoft.Purview/accounts/" +
        "${Name}?api-version=2021-12-01") @{
        location = 'eastus'
        tags     = @{ team = 'data' }
    }
    Get-AzPurviewAccount -ResourceGroupName $ResourceGroupName -Name $Name -ErrorAction Stop
}

function New-TestPurviewRuntime {
    param([string]$Account, [string]$Name)
    Set-AzPurviewIntegrationRuntime -AccountName $Account -Name $Name -Type SelfHosted -Force -ErrorAction Stop
}

function New-StartInfo {
    # How to start a program with these arguments and read what it writes.
    param([string]$Program, [string[]]$Argument = @())

    # .NET Framework has no list of arguments. This is how programs take a line apart, on each system.
    $words = foreach ($word in $Argument) { '"' + ($word -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"' }
    $start = New-Object System.Diagnostics.ProcessStartInfo $Program, ($words -join ' ')
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start
}

function Get-OpenFileText {
    # The text of a file that another process still writes. Windows demands that the reader permits it.
    param([string]$Path)

    $stream = New-Object System.IO.FileStream $Path, Open, Read, 'ReadWrite, Delete'
    $reader = New-Object System.IO.StreamReader $stream
    try {
        $reader.ReadToEnd()
    } finally {
        $reader.Dispose()
    }
}

function Get-FiveLine {
    # The five lines of a service's error, the last two without what differs each time.
    param($Record)

    $Record.Exception.Message -replace '(?m)^Request Id: [0-9a-f-]{36}$', 'Request Id: ID' -replace
    'Timestamp \(Utc\):\d\d/\d\d/\d{4} \d\d:\d\d:\d\d$', 'Timestamp (Utc):NOW'
}

function Get-Refusal {
    # Runs what has to fail and returns all its error records, the caught exception's included.
    param([scriptblock]$Command)

    $before = $global:Error.Count
    $records = @(try { & $Command 2>&1 } catch { $_ }) |
        Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
    for ($count = $global:Error.Count - $before; $count -gt 0; $count--) {
        $global:Error.RemoveAt(0)
    }
    $records
}

Add-Type -ErrorAction Ignore -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

// A host that notes what it is asked and answers from a list. Without an answer left it says that it cannot ask.
public class TestHost : PSHost
{
    private readonly TestHostUI ui = new TestHostUI();
    public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }
    public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }
    private readonly Guid id = Guid.NewGuid();
    public override Guid InstanceId { get { return id; } }
    public override string Name { get { return "TestHost"; } }
    public override PSHostUserInterface UI { get { return ui; } }
    public override Version Version { get { return new Version(1, 0); } }
    public TestHostUI Questions { get { return ui; } }
    public override void EnterNestedPrompt() { }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}

public class TestHostUI : PSHostUserInterface
{
    public List<string> Asked = new List<string>();
    public List<string> Captions = new List<string>();
    public List<string> Written = new List<string>();
    public Queue<string> Answers = new Queue<string>();
    public override PSHostRawUserInterface RawUI { get { return null; } }
    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Asked.Add(message);
        Captions.Add(caption);
        if (Answers.Count == 0) throw new PSInvalidOperationException("Nobody is here to answer.");
        string answer = Answers.Dequeue();
        for (int i = 0; i < choices.Count; i++)
            if (choices[i].Label.Replace("&", "").StartsWith(answer, StringComparison.OrdinalIgnoreCase)) return i;
        throw new PSInvalidOperationException("There is no such choice: " + answer);
    }
    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    { throw new NotImplementedException(); }
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName)
    { throw new NotImplementedException(); }
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes types,
        PSCredentialUIOptions options)
    { throw new NotImplementedException(); }
    public override string ReadLine() { throw new NotImplementedException(); }
    public override SecureString ReadLineAsSecureString() { throw new NotImplementedException(); }
    public override void Write(string value) { Written.Add(value); }
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) { Written.Add(value); }
    public override void WriteLine(string value) { Written.Add(value); }
    public override void WriteErrorLine(string value) { Written.Add(value); }
    public override void WriteDebugLine(string message) { }
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override void WriteVerboseLine(string message) { }
    public override void WriteWarningLine(string message) { }
}
'@

function Invoke-Answered {
    <#
        Runs a script where its questions are answered from a list, and returns all that came of it. The runspace is
        another, the process and with it the sign-in the same.
    #>
    param([string]$Script, [string[]]$Answer = @(), [hashtable]$Argument = @{})

    if ($null -eq (Get-Variable -Name TestRunspace -Scope Global -ErrorAction Ignore)) {
        $global:TestRunspaceHost = New-Object TestHost
        $global:TestRunspace = [runspacefactory]::CreateRunspace($global:TestRunspaceHost)
        $global:TestRunspace.Open()
        $shell = [powershell]::Create()
        $shell.Runspace = $global:TestRunspace
        $null = $shell.AddScript('param($Path) Set-StrictMode -Version Latest; Import-Module $Path').AddArgument(
            @($script:MainManifest, $script:StandaloneManifest)).Invoke()
        $shell.Dispose()
    }
    $questions = $global:TestRunspaceHost.Questions
    $questions.Asked.Clear()
    $questions.Captions.Clear()
    $questions.Written.Clear()
    $questions.Answers.Clear()
    foreach ($one in $Answer) {
        $questions.Answers.Enqueue($one)
    }
    $shell = [powershell]::Create()
    $shell.Runspace = $global:TestRunspace
    try {
        $null = $shell.AddScript($Script)
        foreach ($key in $Argument.Keys) {
            $null = $shell.AddParameter($key, $Argument[$key])
        }
        $thrown = $null
        $output = @()
        try {
            $output = @($shell.Invoke())
        } catch {
            $thrown = $_.Exception.InnerException
        }
        [pscustomobject]@{
            Output      = $output
            Asked       = @($questions.Asked)
            Captions    = @($questions.Captions)
            Written     = @($questions.Written)
            Unanswered  = $questions.Answers.Count
            Errors      = @($shell.Streams.Error)
            Warnings    = @($shell.Streams.Warning | ForEach-Object { $_.Message })
            Verbose     = @($shell.Streams.Verbose | ForEach-Object { $_.Message })
            Debug       = @($shell.Streams.Debug | ForEach-Object { $_.Message })
            Information = @($shell.Streams.Information | ForEach-Object { "$_" })
            Progress    = @($shell.Streams.Progress)
            Thrown      = $thrown
        }
    } finally {
        $shell.Dispose()
    }
}
