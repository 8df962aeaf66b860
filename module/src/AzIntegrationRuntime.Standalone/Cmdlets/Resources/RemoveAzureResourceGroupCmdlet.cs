using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.Implementation;

/// <summary>Removes a resource group and everything in it.</summary>
/// <remarks>
/// <para>
/// Removes a resource group with all its resources, and waits for the operation to end. The cmdlet asks for
/// confirmation unless -Force is given.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Remove-AzResourceGroup -Name 'rg-test'
/// </code>
/// <para>Removes a resource group after asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzResourceGroup -Name 'rg-test' | Remove-AzResourceGroup -Force -AsJob
/// </code>
/// <para>Removes a resource group as a job.</para>
/// </example>
/// <inputs cref="PSResourceGroup" />
/// <outputs cref="bool">$true.</outputs>
/// <seealso>New-AzResourceGroup</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Remove, "AzResourceGroup",
    DefaultParameterSetName = ByResourceGroupName, SupportsShouldProcess = true)]
[OutputType(typeof(bool))]
public sealed class RemoveAzureResourceGroupCmdlet : ResourceManagerCmdlet
{
    private const string ByResourceGroupName = "RemoveByResourceGroupName";
    private const string ByResourceGroupId = "RemoveByResourceGroupId";

    /// <inheritdoc cref="NewAzureResourceGroupCmdlet.Name" />
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByResourceGroupName, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceGroupName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="GetAzureResourceGroupCmdlet.Id" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceGroupId, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceGroupId", "ResourceId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Id { get; set; }

    /// <summary>The resource types to delete by force.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ForceDeletionTypeCompleter))]
    public string? ForceDeletionType { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "group.remove";
}
