using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Checks whether this machine can be a node of a self-hosted integration runtime.</summary>
/// <remarks>
/// <para>
/// Compares this machine and its network with the documented requirements of a self-hosted node. The cmdlet writes a
/// finding for each check: the requirement, the observed value, the result, the reason and the fix.
/// </para>
/// <para>
/// The host checks read this machine: Windows, .NET Framework, processors, memory, disk, power plan, administrator
/// rights, and an installed integration runtime. On other systems a finding says that nodes need Windows.
/// </para>
/// <para>
/// The network checks cover every domain and port in the table of the service, in parallel. They resolve the name, open
/// a connection and, on port 443, check the certificate. They send nothing else. If the environment or the system has a
/// proxy, the proxy resolves the names and opens the connections; the findings then have no addresses. The finding of a
/// domain with '*' is Skipped and says how to check a name of it.
/// </para>
/// <para>
/// The results are Passed; Failed, if a node will not work; Warning, if something is only recommended or needed for
/// some purposes; and Skipped, with the reason, if it was not checked.
/// </para>
/// <para>
/// The cmdlet needs a sign-in only if a data factory, workspace or account is given. While the emulator runs in this
/// process, the cmdlet contacts only this machine, and the findings of all other endpoints are Skipped.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimePrerequisite -For DataFactory
/// </code>
/// <para>Checks this machine and the domains of Data Factory.</para>
/// </example>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimePrerequisite -For Purview -AccountName 'pv-prod' -KeyVaultName 'kv-data' -PrivateEndpoint
/// </code>
/// <para>
/// Checks the requirements of a node of a Purview account, with its managed storage account and event hub. Hosts that
/// can have a private endpoint must resolve to a private IP address.
/// </para>
/// </example>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimePrerequisite -For DataFactory -DataFactoryName 'adf-prod' `
///     -IntegrationRuntimeName 'ir-west' -Source 'sql01.contoso.example:1433', 'https://api.contoso.example/'
/// </code>
/// <para>
/// Also checks two data stores, and uses the addresses of the service and the latest version from the status of the
/// integration runtime.
/// </para>
/// </example>
/// <example>
/// <code>
/// Test-AzIntegrationRuntimePrerequisite -For Synapse -Area Network `
///     -HostName 'g1-prod-am3-001-sb.servicebus.windows.net' |
///     Where-Object Result -NE 'Passed' |
///     Format-List Check, Found, Why, Fix
/// </code>
/// <para>
/// Shows the network checks that did not pass. The host name takes the place of '*.servicebus.windows.net'.
/// </para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' |
///     Test-AzIntegrationRuntimePrerequisite -For DataFactory -Area Network -ErrorOnFailure
/// </code>
/// <para>
/// Ends with an error if a check failed. In a scheduled task, powershell -NoProfile -Command
/// "Test-AzIntegrationRuntimePrerequisite -For Purview -ErrorOnFailure" then has exit code 1. A script that runs with
/// -File has it if the script begins with $ErrorActionPreference = 'Stop'.
/// </para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe a data factory, Synapse workspace, Purview account or integration runtime.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.PrerequisiteFinding">
/// An object for each check, with Area, Check, Required, Found, Result, Why and Fix. The cmdlet writes each finding as
/// soon as the check ends.
/// </outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzPurviewAccount</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsDiagnostic.Test, "AzIntegrationRuntimePrerequisite", DefaultParameterSetName = ByName)]
[OutputType(typeof(PrerequisiteFinding))]
public sealed class TestAzIntegrationRuntimePrerequisiteCommand : NativeCmdlet
{
    private const string ByName = "ByNameParameterSet";
    private const string ByResourceId = "ByResourceIdParameterSet";
    private const string ByInputObject = "ByInputObjectParameterSet";

    /// <summary>The service of the self-hosted integration runtime.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("DataFactory", "Synapse", "Purview")]
    public string? For { get; set; }

    /// <summary>The area to check. The default is both.</summary>
    [Parameter]
    [ValidateSet("Host", "Network")]
    public string[]? Area { get; set; }

    /// <summary>
    /// The resource group of the data factory, workspace or Purview account. Without it the cmdlet finds the resource
    /// by its name, which takes one more request.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>
    /// The name of the data factory. The checks use its own address in place of the pattern in the table. Use it with
    /// -For DataFactory.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <summary>The name of the Synapse workspace. Use it with -For Synapse.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <summary>
    /// The name of the Purview account. The checks use its managed storage account and event hub in place of the
    /// patterns in the table. Use it with -For Purview.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public string? AccountName { get; set; }

    /// <summary>
    /// The resource id of a data factory, workspace, Purview account or integration runtime, in place of the names.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>
    /// A data factory, workspace, Purview account or integration runtime, an object that a Get cmdlet returns, in place
    /// of the names.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [Alias("AccountObject", "WorkspaceObject")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The name of the integration runtime. Its status gives the addresses of the service, the latest version, and
    /// whether this machine is a node. For an Azure-SSIS integration runtime the cmdlet checks the outbound network
    /// dependencies.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? IntegrationRuntimeName { get; set; }

    /// <summary>The key vaults that hold credentials: names or host names.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? KeyVaultName { get; set; }

    /// <summary>
    /// The data stores that the node reads or writes: 'host:port', which must accept a connection, or an address that
    /// begins with https://, whose certificate is checked too.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Source { get; set; }

    /// <summary>
    /// The host names to check in place of the names in the table that contain '*'. A port can follow where it differs
    /// from the table's.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? HostName { get; set; }

    /// <summary>
    /// Requires that every host that can have a private endpoint, and every host of -KeyVaultName and -Source, resolves
    /// to a private IP address.
    /// </summary>
    [Parameter]
    public SwitchParameter PrivateEndpoint { get; set; }

    /// <summary>The maximum number of seconds for each endpoint. The default is 10.</summary>
    [Parameter]
    [ValidateRange(1, 300)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int TimeoutSeconds { get; set; }

    /// <summary>Ends with a terminating error if the result of a finding is Failed.</summary>
    [Parameter]
    public SwitchParameter ErrorOnFailure { get; set; }

    /// <inheritdoc />
    protected override string Operation => "prerequisite.test";
}
