using System;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Changes the automatic update of a self-hosted integration runtime.</summary>
/// <remarks>
/// <para>
/// Turns the automatic update of the nodes of a self-hosted integration runtime on or off, and sets its time of day.
/// Set-AzDataFactoryV2IntegrationRuntime changes all other settings.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Update-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-west' -AutoUpdate On -AutoUpdateDelayOffset '03:00:00'
/// </code>
/// <para>Turns on the automatic update of the nodes, at 3 AM.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' |
///     Where-Object Type -EQ 'SelfHosted' |
///     Update-AzDataFactoryV2IntegrationRuntime -AutoUpdate Off
/// </code>
/// <para>Turns off the automatic update of every self-hosted integration runtime of a data factory.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSSelfHostedIntegrationRuntime">
/// The integration runtime. Its status shows the settings of the automatic update.
/// </outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsData.Update, "AzDataFactoryV2IntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSSelfHostedIntegrationRuntimeStatus))]
public sealed class UpdateAzureDataFactoryIntegrationRuntimeCommand : NamedFactoryRuntimeCmdlet
{
    /// <summary>Turns the automatic update of the nodes On or Off.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateSet("On", "Off")]
    public string? AutoUpdate { get; set; }

    /// <summary>The time of day of the automatic update, in the time zone of the nodes. '03:00:00' is 3 AM.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan? AutoUpdateDelayOffset { get; set; }

    /// <inheritdoc />
    protected override string Operation => "runtime.update";
}
