using System.Collections;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.Implementation;

/// <summary>Changes the tags of a resource group.</summary>
/// <remarks>
/// <para>Replaces the tags of a resource group. The cmdlet removes the tags that are not given.</para>
/// </remarks>
/// <example>
/// <code>
/// Set-AzResourceGroup -Name 'rg-data' -Tag @{ team = 'data' }
/// </code>
/// <para>Sets a single tag on a resource group.</para>
/// </example>
/// <example>
/// <code>
/// $tags = @{ stage = 'test' } + (Get-AzResourceGroup -Name 'rg-data').Tags
/// Set-AzResourceGroup -Name 'rg-data' -Tag $tags
/// </code>
/// <para>Adds a tag to the existing tags.</para>
/// </example>
/// <example>
/// <code>
/// Set-AzResourceGroup -Name 'rg-data' -Tag @{}
/// </code>
/// <para>Removes all tags.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe objects with the properties Name (or ResourceGroupName) and Tag (or Tags).
/// </inputs>
/// <outputs cref="PSResourceGroup" />
/// <seealso>Get-AzResourceGroup</seealso>
/// <seealso>New-AzResourceGroup</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Set, "AzResourceGroup", DefaultParameterSetName = ByResourceGroupName)]
[OutputType(typeof(PSResourceGroup))]
public sealed class SetAzureResourceGroupCmdlet : ResourceManagerCmdlet
{
    private const string ByResourceGroupName = "SetByResourceGroupName";
    private const string ByResourceGroupId = "SetByResourceGroupId";

    /// <inheritdoc cref="NewAzureResourceGroupCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceGroupName, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceGroupName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="UpdateAzureDataFactoryCommand.Tag" />
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? Tag { get; set; }

    /// <inheritdoc cref="GetAzureResourceGroupCmdlet.Id" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceGroupId)]
    [Alias("ResourceGroupId", "ResourceId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Id { get; set; }

    /// <inheritdoc />
    protected override string Operation => "group.set";
}
