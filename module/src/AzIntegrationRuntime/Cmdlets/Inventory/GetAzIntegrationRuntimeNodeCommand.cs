using System.Management.Automation;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets the nodes of self-hosted integration runtimes, one row each.</summary>
/// <remarks>
/// <para>
/// Gets the nodes of the self-hosted integration runtimes of all data factories, Synapse workspaces and Purview
/// accounts that the current context can see, in all subscriptions. -Subscription, -ManagementGroup,
/// -ResourceGroupName, -Location, -Tag, -Service, -Type, -Name and -Query narrow the selection.
/// </para>
/// <para>
/// A row has no nested objects, so Export-Csv, Group-Object and Where-Object work on all of it. ExpiryTime is the date
/// that the service sends. Where the service sends none, the cmdlet estimates the date from the version, and
/// ExpiryIsEstimated is true.
/// </para>
/// <para>
/// A linked integration runtime has the nodes of the shared one. They appear once, with the shared one, while that is
/// in the selection. The rows also have the names DataFactoryName, IRName, Registered and LastUsed for Parent,
/// IntegrationRuntime, RegisterTime and LastConnectTime; DataFactoryName is empty for another service.
/// </para>
/// <para>
/// You can pipe the rows to the Get-, Update- and Remove- cmdlets of nodes, such as
/// Remove-AzDataFactoryV2IntegrationRuntimeNode, and to the cmdlets that get integration runtimes. A cmdlet of another
/// service refuses a row.
/// </para>
/// <para>
/// Data Factory needs the role Reader. Synapse needs a role with the action getStatus. Purview needs the role Data
/// source administrator of a collection.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeNode | Export-Csv -Path ./nodes.csv -NoTypeInformation
/// </code>
/// <para>Writes every node of all subscriptions to a file.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeNode |
///     Where-Object ExpiryTime -LT (Get-Date).AddDays(60) |
///     Sort-Object ExpiryTime |
///     Format-Table Subscription, Parent, IntegrationRuntime, NodeName, Version, ExpiryTime
/// </code>
/// <para>Lists the nodes whose version expires within 60 days.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeNode -Service DataFactory -Name 'ir-prod*' | Group-Object Version -NoElement
/// </code>
/// <para>Counts the versions of the nodes of some integration runtimes.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeNode -Service DataFactory |
///     Where-Object Status -EQ 'Offline' |
///     Remove-AzDataFactoryV2IntegrationRuntimeNode -WhatIf
/// </code>
/// <para>Shows which offline nodes of data factories the cmdlet would remove.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="FleetNode">A node with its integration runtime, parent and subscription.</outputs>
/// <seealso>Get-AzIntegrationRuntime</seealso>
/// <seealso>Test-AzIntegrationRuntimeFleet</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzIntegrationRuntimeNode", DefaultParameterSetName = BySelection)]
[OutputType(typeof(FleetNode))]
public sealed class GetAzIntegrationRuntimeNodeCommand : FleetCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "inventory.node.get";
}
