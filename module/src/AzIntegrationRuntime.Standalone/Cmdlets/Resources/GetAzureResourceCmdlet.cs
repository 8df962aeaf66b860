using System.Collections;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.Implementation;

/// <summary>Gets resources.</summary>
/// <remarks>
/// <para>
/// Gets the resources of the subscription, filtered by type, resource group, name or tag, or the resource of a resource
/// id. With -ExpandProperties the cmdlet also gets the properties of each resource, which takes one more request for
/// each of them.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzResource -ResourceType 'Microsoft.DataFactory/factories'
/// </code>
/// <para>Lists the data factories of the subscription.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzResource -ResourceGroupName 'rg-data' -Name 'adf-*' | Select-Object Name, ResourceType, Location
/// </code>
/// <para>Lists the resources of a resource group whose names begin with 'adf-'.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzResource -Tag @{ team = 'data' }
/// </code>
/// <para>Lists the resources with a tag.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with the property ResourceId (or Id).</inputs>
/// <outputs cref="PSResource">The resource.</outputs>
/// <seealso>Get-AzResourceGroup</seealso>
/// <seealso>Invoke-AzRestMethod</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzResource", DefaultParameterSetName = ByTagNameValue)]
[OutputType(typeof(PSResource))]
public sealed class GetAzureResourceCmdlet : ResourceManagerCmdlet
{
    private const string ByResourceId = "ByResourceId";
    private const string ByTagObject = "ByTagObjectParameterSet";
    private const string ByTagNameValue = "ByTagNameValueParameterSet";

    /// <summary>The resource id of the resource.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>The name of the resource. It can begin or end with the wildcard *.</summary>
    [Parameter(ParameterSetName = ByTagObject)]
    [Parameter(ParameterSetName = ByTagNameValue)]
    [Alias("ResourceName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Name { get; set; }

    /// <summary>The type of the resource, such as Microsoft.DataFactory/factories.</summary>
    [Parameter(ParameterSetName = ByTagObject)]
    [Parameter(ParameterSetName = ByTagNameValue)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    public string? ResourceType { get; set; }

    /// <summary>An OData filter that the cmdlet adds to the request.</summary>
    [Parameter(ParameterSetName = ByTagObject)]
    [Parameter(ParameterSetName = ByTagNameValue)]
    [Parameter(ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ODataQuery { get; set; }

    /// <summary>The name of the resource group. It can begin or end with the wildcard *.</summary>
    [Parameter(ParameterSetName = ByTagObject)]
    [Parameter(ParameterSetName = ByTagNameValue)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The tag of the resource: its name as key, its value as value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByTagObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? Tag { get; set; }

    /// <summary>The name of a tag of the resource.</summary>
    [Parameter(ParameterSetName = ByTagNameValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TagName { get; set; }

    /// <summary>The value of a tag of the resource.</summary>
    [Parameter(ParameterSetName = ByTagNameValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TagValue { get; set; }

    /// <summary>Also gets the properties of the resource.</summary>
    [Parameter]
    public SwitchParameter ExpandProperties { get; set; }

    /// <inheritdoc />
    protected override string Operation => "resource.get";
}
