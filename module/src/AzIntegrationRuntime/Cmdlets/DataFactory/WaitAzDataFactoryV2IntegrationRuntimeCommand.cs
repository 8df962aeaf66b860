using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Waits for an integration runtime to reach a state, or for an operation to end.</summary>
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
/// $operation = Start-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis' -Force -NoWait
/// $operation | Wait-AzDataFactoryV2IntegrationRuntime -Timeout 3600
/// </code>
/// <para>Waits until an Azure-SSIS integration runtime is started, for at most an hour.</para>
/// </example>
/// <example>
/// <code>
/// Wait-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-west' -State Online, Limited -Timeout 600
/// </code>
/// <para>Waits until a self-hosted integration runtime has an online node, for at most ten minutes.</para>
/// </example>
/// <example>
/// <code>
/// $file = Join-Path ([System.IO.Path]::GetTempPath()) 'stop.xml'
/// Stop-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' -Force -NoWait | Export-Clixml $file
/// Import-Clixml $file | Wait-AzDataFactoryV2IntegrationRuntime
/// </code>
/// <para>Stores an operation in a file and waits for it. The last line can run in another session.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, an operation, or objects with the properties ResourceGroupName, DataFactoryName
/// and Name, or Id.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.Operation" />
/// <outputs cref="PSIntegrationRuntime">The integration runtime with its status. With -AsJob it is a job.</outputs>
/// <seealso>Start-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Stop-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Wait, "AzDataFactoryV2IntegrationRuntime", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntime))]
public sealed class WaitAzDataFactoryV2IntegrationRuntimeCommand : NativeCmdlet
{
    private const string ByName = "ByIntegrationRuntimeName";
    private const string ByResourceId = "ByResourceId";
    private const string ByObject = "ByIntegrationRuntimeObject";

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceGroupName" />
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.DataFactoryName" />
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceId" />
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>
    /// The integration runtime, an object that Get-AzDataFactoryV2IntegrationRuntime returns, or the operation that a
    /// cmdlet returned with -NoWait, in place of the names. The operation can come from a file.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The states to wait for, such as Started, Stopped or Online. The wait ends when the integration runtime reaches
    /// any of them. The default is every state that is not a transition.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WaitStateCompleter))]
    public string[]? State { get; set; }

    /// <summary>
    /// The maximum number of seconds to wait, after which the cmdlet writes an error. The default is no limit.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Timeout { get; set; }

    /// <summary>The number of seconds between two polls. The default is the service's.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Interval { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "runtime.wait";
}
