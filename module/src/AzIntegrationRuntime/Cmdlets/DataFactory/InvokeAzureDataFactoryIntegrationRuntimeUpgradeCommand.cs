using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Upgrades the nodes of a self-hosted integration runtime.</summary>
/// <remarks>
/// <para>
/// Upgrades the nodes of a self-hosted integration runtime to the latest version. The service upgrades one node after
/// another; the status of the nodes shows the progress.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-west'
/// </code>
/// <para>Upgrades the nodes of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' -Status |
///     Where-Object { $_.Type -eq 'SelfHosted' -and $_.VersionStatus -eq 'UpdateAvailable' } |
///     Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade
/// </code>
/// <para>Upgrades every self-hosted integration runtime of a data factory that has an update.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs type="None" />
/// <seealso>Update-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeNode</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Invoke, "AzDataFactoryV2IntegrationRuntimeUpgrade",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class InvokeAzureDataFactoryIntegrationRuntimeUpgradeCommand : NamedFactoryRuntimeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "runtime.upgrade";
}
