using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Removes an integration runtime, or links to a shared integration runtime.</summary>
/// <remarks>
/// <para>
/// Removes an integration runtime. With -LinkedDataFactoryName the cmdlet removes only the links from these data
/// factories; the integration runtime stays. With -RemoveLinks it removes all links, and then the integration runtime.
/// </para>
/// <para>
/// The cmdlet asks for confirmation unless -Force is given. The question names the data factories that still link to
/// the integration runtime; with -Force a warning names them. If the integration runtime does not exist, the cmdlet
/// writes a warning.
/// </para>
/// <para>
/// The AutoResolveIntegrationRuntime of a data factory cannot be removed. The cmdlet refuses it before it sends a
/// request, also with -Force.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-west' -WhatIf
/// Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-west' -Force
/// </code>
/// <para>Shows what the cmdlet would remove, and removes it without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-shared' -LinkedDataFactoryName 'adf-test' -Force
/// </code>
/// <para>Revokes the sharing with 'adf-test': removes its links to the shared integration runtime, which stays.</para>
/// </example>
/// <example>
/// <code>
/// $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared'
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' |
///     Where-Object DataFactoryName -Like 'adf-test*' |
///     Select-Object @{ Name = 'LinkedDataFactoryName'; Expression = { $_.DataFactoryId } } |
///     Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $shared.Id -Force
/// </code>
/// <para>Revokes the sharing with several data factories.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared' |
///     Remove-AzDataFactoryV2IntegrationRuntime -RemoveLinks -Force
/// </code>
/// <para>Removes a shared integration runtime and its links.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id, and LinkedDataFactoryName.
/// </inputs>
/// <outputs type="None" />
/// <seealso>Set-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Remove, "AzDataFactoryV2IntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveAzureDataFactoryIntegrationRuntimeCommand : NamedFactoryRuntimeCmdlet
{
    /// <summary>
    /// The data factories whose links to this shared integration runtime the cmdlet removes: names, resource ids, or *
    /// for all.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string[]? LinkedDataFactoryName { get; set; }

    /// <summary>
    /// Removes the links to this shared integration runtime before it removes the integration runtime.
    /// </summary>
    [Parameter]
    public SwitchParameter RemoveLinks { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "runtime.remove";
}
