using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.Implementation;

/// <summary>Gets resource providers.</summary>
/// <remarks>
/// <para>
/// Gets the resource providers that are registered with the subscription, all that are available, or the resource
/// providers of the given namespaces with their resource types.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzResourceProvider
/// </code>
/// <para>Lists the registered resource providers.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzResourceProvider -ProviderNamespace 'Microsoft.DataFactory' | Select-Object RegistrationState, Locations
/// </code>
/// <para>Shows the registration state and the regions of a resource provider.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with the property ProviderNamespace.</inputs>
/// <outputs cref="PSResourceProvider">The resource provider with its registration state.</outputs>
/// <seealso>Register-AzResourceProvider</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzResourceProvider", DefaultParameterSetName = ListAvailableSet)]
[OutputType(typeof(PSResourceProvider))]
public sealed class GetAzureProviderCmdlet : ResourceManagerCmdlet
{
    private const string ListAvailableSet = "ListAvailable";
    private const string IndividualProviderSet = "IndividualProvider";

    /// <summary>The namespaces of the resource providers, such as Microsoft.DataFactory.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IndividualProviderSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNamespaceCompleter))]
    public string[]? ProviderNamespace { get; set; }

    /// <summary>The Azure region that the resource provider supports.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? Location { get; set; }

    /// <summary>Also gets the resource providers that are not registered.</summary>
    [Parameter(ParameterSetName = ListAvailableSet)]
    public SwitchParameter ListAvailable { get; set; }

    /// <inheritdoc />
    protected override string Operation => "provider.get";
}
