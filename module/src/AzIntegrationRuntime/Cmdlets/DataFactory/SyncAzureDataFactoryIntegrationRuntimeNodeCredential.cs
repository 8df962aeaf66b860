using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Synchronizes the credentials among the nodes of a self-hosted integration runtime.</summary>
/// <remarks>
/// <para>
/// Copies the credentials of data stores from the dispatcher node of a self-hosted integration runtime to its other
/// nodes. The cmdlet asks for confirmation unless -Force is given.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Sync-AzDataFactoryV2IntegrationRuntimeCredential -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -IntegrationRuntimeName 'ir-west' -Force
/// </code>
/// <para>Synchronizes the credentials of the nodes without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' |
///     Where-Object Type -EQ 'SelfHosted' |
///     Sync-AzDataFactoryV2IntegrationRuntimeCredential -Force
/// </code>
/// <para>Synchronizes the credentials of every self-hosted integration runtime of a data factory.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and
/// IntegrationRuntimeName, or Id.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.FleetNode" />
/// <outputs type="None" />
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeNode</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsData.Sync, "AzDataFactoryV2IntegrationRuntimeCredential",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SyncAzureDataFactoryIntegrationRuntimeNodeCredential : FactoryRuntimeNodeCmdlet
{
    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "runtime.sync";
}
