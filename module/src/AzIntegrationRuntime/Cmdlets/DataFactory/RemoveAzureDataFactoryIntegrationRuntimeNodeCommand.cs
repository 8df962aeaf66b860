using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Removes a node of a self-hosted integration runtime.</summary>
/// <remarks>
/// <para>
/// Removes a node from a self-hosted integration runtime. The software stays on the machine, which can register again
/// with an authentication key. The cmdlet asks for confirmation unless -Force is given. If the node does not exist, the
/// cmdlet writes a warning.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Remove-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -IntegrationRuntimeName 'ir-west' -NodeName 'west-2' -Force
/// </code>
/// <para>Removes a node without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Status
/// $runtime.Nodes |
///     Where-Object Status -EQ 'Offline' |
///     ForEach-Object { $runtime | Remove-AzDataFactoryV2IntegrationRuntimeNode -NodeName $_.NodeName -Force }
/// </code>
/// <para>Removes the offline nodes of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' |
///     Remove-AzDataFactoryV2IntegrationRuntimeNode -NodeName 'west-1' -WhatIf
/// </code>
/// <para>Shows what the cmdlet would remove.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and
/// IntegrationRuntimeName, or Id.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.FleetNode" />
/// <outputs type="None" />
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeNode</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Remove, "AzDataFactoryV2IntegrationRuntimeNode",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveAzureDataFactoryIntegrationRuntimeNodeCommand : FactoryRuntimeNodeCmdlet
{
    /// <summary>The name of the node.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [Parameter(Mandatory = true, ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NodeCompleter))]
    public string? NodeName { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "node.remove";
}
