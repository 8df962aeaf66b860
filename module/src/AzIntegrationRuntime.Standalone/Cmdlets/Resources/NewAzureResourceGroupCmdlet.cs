using System.Collections;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.Implementation;

/// <summary>Creates a resource group.</summary>
/// <remarks>
/// <para>
/// Creates a resource group in a region. For an existing resource group the cmdlet asks for confirmation unless -Force
/// is given.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// New-AzResourceGroup -Name 'rg-data' -Location WestEurope
/// </code>
/// <para>Creates a resource group.</para>
/// </example>
/// <example>
/// <code>
/// New-AzResourceGroup -Name 'rg-data' -Location WestEurope -Tag @{ team = 'data' } -Force
/// </code>
/// <para>Creates a resource group, or sets the tags of the existing one.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe objects with the properties Name (or ResourceGroupName), Location and Tag.
/// </inputs>
/// <outputs cref="PSResourceGroup" />
/// <seealso>Get-AzResourceGroup</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.New, "AzResourceGroup", SupportsShouldProcess = true)]
[OutputType(typeof(PSResourceGroup))]
public sealed class NewAzureResourceGroupCmdlet : ResourceManagerCmdlet
{
    /// <summary>The name of the resource group.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceGroupName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryCommand.Location" />
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? Location { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryCommand.Tag" />
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? Tag { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "group.new";
}
