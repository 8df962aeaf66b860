using System.Collections;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.Implementation;

/// <summary>Gets resource groups.</summary>
/// <remarks>
/// <para>
/// Gets the resource groups of the subscription, or the resource groups of a name, an id, a region or a tag. The name
/// can have wildcards.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzResourceGroup
/// </code>
/// <para>Lists the resource groups.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzResourceGroup -Name 'rg-data*'
/// </code>
/// <para>Lists the resource groups whose names begin with 'rg-data'.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzResourceGroup -Tag @{ team = 'data' }
/// </code>
/// <para>Lists the resource groups with a tag.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe objects with the properties Name (or ResourceGroupName), Location, Id (or ResourceId) and Tag.
/// </inputs>
/// <outputs cref="PSResourceGroup" />
/// <seealso>New-AzResourceGroup</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzResourceGroup", DefaultParameterSetName = ByResourceGroupName)]
[OutputType(typeof(PSResourceGroup))]
public sealed class GetAzureResourceGroupCmdlet : ResourceManagerCmdlet
{
    private const string ByResourceGroupName = "GetByResourceGroupName";
    private const string ByResourceGroupId = "GetByResourceGroupId";

    /// <summary>The name of the resource group. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = ByResourceGroupName, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceGroupName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryCommand.Location" />
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? Location { get; set; }

    /// <summary>The resource id of the resource group.</summary>
    [Parameter(ParameterSetName = ByResourceGroupId, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceGroupId", "ResourceId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Id { get; set; }

    /// <summary>The tag that the resource groups have.</summary>
    [Parameter(ParameterSetName = ByResourceGroupName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? Tag { get; set; }

    /// <summary>Returns all properties of the resource groups.</summary>
    [Parameter]
    public SwitchParameter ExpandProperties { get; set; }

    /// <inheritdoc />
    protected override string Operation => "group.get";
}
