using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Adds a link to a shared integration runtime.</summary>
/// <remarks>
/// <para>
/// Adds a link from a linked integration runtime in another data factory to a shared self-hosted integration runtime.
/// Set-AzDataFactoryV2IntegrationRuntime -SharedIntegrationRuntimeResourceId creates the linked integration runtime in
/// its own data factory, and also adds the link. New-AzIntegrationRuntimeShare does all of it in one step.
/// </para>
/// <para>
/// The service adds a link also if the linked integration runtime does not exist. If -LinkedDataFactoryName is a
/// resource id, the cmdlet looks for it, and the Problem of the object says what is missing.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// New-AzDataFactoryV2IntegrationRuntimeLink -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-shared' -LinkedIntegrationRuntimeName 'ir-second' -LinkedDataFactoryName 'adf-test'
/// </code>
/// <para>Adds a link from 'ir-second' in 'adf-test', which is in the same subscription and region.</para>
/// </example>
/// <example>
/// <code>
/// $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test'
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared' |
///     New-AzDataFactoryV2IntegrationRuntimeLink -LinkedIntegrationRuntimeName 'ir-third' `
///         -LinkedDataFactoryName $factory.DataFactoryId -LinkedDataFactoryLocation $factory.Location |
///     Format-List Outcome, Problem, Fix
/// </code>
/// <para>Adds a link of a data factory in any subscription, and shows whether its other side is there.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.Share">The shared and the linked integration runtime.</outputs>
/// <seealso>New-AzIntegrationRuntimeShare</seealso>
/// <seealso>Set-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Remove-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.New, "AzDataFactoryV2IntegrationRuntimeLink",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(Share))]
public sealed class NewAzDataFactoryV2IntegrationRuntimeLinkCommand : NamedFactoryRuntimeCmdlet
{
    /// <summary>The name of the linked integration runtime.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? LinkedIntegrationRuntimeName { get; set; }

    /// <summary>The name of the linked integration runtime's data factory.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? LinkedDataFactoryName { get; set; }

    /// <summary>
    /// The subscription id of the linked integration runtime's data factory. The default is the subscription of the
    /// shared integration runtime.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SubscriptionIdCompleter))]
    public string? LinkedSubscriptionId { get; set; }

    /// <summary>The Azure region of the linked integration runtime's data factory.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? LinkedDataFactoryLocation { get; set; }

    /// <inheritdoc />
    protected override string Operation => "link.new";
}
