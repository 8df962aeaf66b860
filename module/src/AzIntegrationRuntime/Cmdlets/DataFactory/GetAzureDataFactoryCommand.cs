using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Gets data factories.</summary>
/// <remarks>
/// <para>Gets the data factories of the subscription or of a resource group, or the data factory of a name.</para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2
/// </code>
/// <para>Lists the data factories of the subscription.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data'
/// </code>
/// <para>Lists the data factories of a resource group.</para>
/// </example>
/// <example>
/// <code>
/// (Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test').Identity.PrincipalId
/// </code>
/// <para>Gets the object id of a data factory's managed identity, for New-AzRoleAssignment.</para>
/// </example>
/// <example>
/// <code>
/// $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod'
/// $newer = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' -IfNoneMatch $factory.ETag
/// if ($newer) { $factory = $newer }
/// </code>
/// <para>Gets the data factory again only if it has changed since.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe objects with the properties ResourceGroupName and Name (or DataFactoryName).
/// </inputs>
/// <outputs cref="PSDataFactory" />
/// <seealso>Set-AzDataFactoryV2</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzDataFactoryV2", DefaultParameterSetName = BySubscriptionId)]
[OutputType(typeof(PSDataFactory))]
public sealed class GetAzureDataFactoryCommand : NativeCmdlet
{
    private const string ByFactoryName = "ByFactoryName";
    private const string BySubscriptionId = "BySubscriptionId";

    /// <inheritdoc cref="FactoryCmdlet.ResourceGroupName" />
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the data factory. The default is all data factories of the resource group.</summary>
    [Parameter(Position = 1, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [Alias("DataFactoryName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? Name { get; set; }

    /// <summary>
    /// The ETag of the data factory that was read before. The cmdlet returns the data factory only if it has changed
    /// since.
    /// </summary>
    [Parameter(ParameterSetName = ByFactoryName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? IfNoneMatch { get; set; }

    /// <inheritdoc />
    protected override string Operation => "factory.get";
}
