using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>
/// Waits for an integration runtime of a Synapse workspace to reach a state, or for an operation to end.
/// </summary>
/// <remarks>
/// <para>
/// Waits until an integration runtime reaches one of the given states, or until an operation ends that a cmdlet started
/// with -NoWait. The operation can come from another session: the object that -NoWait returns can be stored in a file.
/// </para>
/// <para>
/// The progress bar shows the state that the service reports and the elapsed time. Ctrl+C ends only the wait. An Azure
/// integration runtime in the state Limited is repaired by setting it again without changes; a warning says so.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $operation = Start-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis' -Force -NoWait
/// $operation | Wait-AzSynapseIntegrationRuntime -Timeout 3600
/// </code>
/// <para>Waits until an Azure-SSIS integration runtime is started, for at most an hour.</para>
/// </example>
/// <example>
/// <code>
/// Wait-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -State Online, Limited -Timeout 600
/// </code>
/// <para>Waits until a self-hosted integration runtime has an online node, for at most ten minutes.</para>
/// </example>
/// <example>
/// <code>
/// $file = Join-Path ([System.IO.Path]::GetTempPath()) 'stop.xml'
/// Stop-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis-running' -Force -NoWait |
///     Export-Clixml $file
/// Import-Clixml $file | Wait-AzSynapseIntegrationRuntime
/// </code>
/// <para>Stores an operation in a file and waits for it. The last line can run in another session.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime, an operation or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <inputs cref="AzIntegrationRuntime.Operation" />
/// <outputs cref="PSIntegrationRuntime">The integration runtime with its status. With -AsJob it is a job.</outputs>
/// <seealso>Start-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Stop-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Get-AzSynapseIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Wait, "AzSynapseIntegrationRuntime", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntime))]
public sealed class WaitAzSynapseIntegrationRuntimeCommand : NativeCmdlet
{
    private const string ByName = "WaitByNameParameterSet";
    private const string ByParentObject = "WaitByParentObjectParameterSet";
    private const string ByResourceId = "WaitByResourceIdParameterSet";
    private const string ByInputObject = "WaitByInputObjectParameterSet";

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.ResourceGroupName" />
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSSynapseWorkspace? WorkspaceObject { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceId" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>
    /// The integration runtime, an object that Get-AzSynapseIntegrationRuntime returns, or the operation that a cmdlet
    /// returned with -NoWait, in place of the names. The operation can come from a file.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc cref="WaitAzDataFactoryV2IntegrationRuntimeCommand.State" />
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WaitStateCompleter))]
    public string[]? State { get; set; }

    /// <inheritdoc cref="WaitAzDataFactoryV2IntegrationRuntimeCommand.Timeout" />
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Timeout { get; set; }

    /// <inheritdoc cref="WaitAzDataFactoryV2IntegrationRuntimeCommand.Interval" />
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Interval { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.wait";
}
