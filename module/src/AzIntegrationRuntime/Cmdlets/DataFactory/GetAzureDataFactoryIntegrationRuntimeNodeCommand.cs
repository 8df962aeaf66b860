using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Gets a node of an integration runtime.</summary>
/// <remarks>
/// <para>
/// Gets a node by its name, which is case-sensitive. The name of a self-hosted node is the name that it registered
/// with; the name of an Azure-SSIS node is its node id. With -IpAddress the cmdlet also gets the IP address of a
/// self-hosted node.
/// </para>
/// <para>The property Nodes of an integration runtime's status lists its nodes.</para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -IntegrationRuntimeName 'ir-west' -Name 'west-1'
/// </code>
/// <para>Gets a node.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -IntegrationRuntimeName 'ir-west' -Name 'west-1' -IpAddress
/// </code>
/// <para>Gets a node with its IP address.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Status
/// $runtime.Nodes |
///     ForEach-Object { $runtime | Get-AzDataFactoryV2IntegrationRuntimeNode -Name $_.NodeName -IpAddress } |
///     Select-Object Name, Status, Version, IpAddress
/// </code>
/// <para>Lists the nodes of an integration runtime with their IP addresses.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and
/// IntegrationRuntimeName, or Id.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.FleetNode" />
/// <outputs cref="PSSelfHostedIntegrationRuntimeNode">
/// A self-hosted node. For an Azure-SSIS integration runtime it is a
/// Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeNode.
/// </outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Update-AzDataFactoryV2IntegrationRuntimeNode</seealso>
/// <seealso>Remove-AzDataFactoryV2IntegrationRuntimeNode</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzDataFactoryV2IntegrationRuntimeNode", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSManagedIntegrationRuntimeNode))]
[OutputType(typeof(PSSelfHostedIntegrationRuntimeNode))]
public sealed class GetAzureDataFactoryIntegrationRuntimeNodeCommand : FactoryRuntimeNodeCmdlet
{
    /// <summary>The name of the node. The name of the integration runtime is -IntegrationRuntimeName.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [Parameter(Mandatory = true, ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NodeCompleter))]
    public string? Name { get; set; }

    /// <summary>Also gets the IP address of a self-hosted node, which takes one more request.</summary>
    [Parameter]
    public SwitchParameter IpAddress { get; set; }

    /// <inheritdoc />
    protected override string Operation => "node.get";
}
