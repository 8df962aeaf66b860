using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Removes a data factory.</summary>
/// <remarks>
/// <para>
/// Removes a data factory and everything in it. The cmdlet asks for confirmation unless -Force is given. If the data
/// factory does not exist, the cmdlet writes a warning.
/// </para>
/// <para>
/// Before the question, and with -WhatIf, the cmdlet shows the integration runtimes of the data factory, the number of
/// registered nodes, and the links from other data factories that stop working. It reads them with one request, and one
/// more for each self-hosted integration runtime; with -Force it sends none of them.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Remove-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test' -WhatIf
/// </code>
/// <para>Shows what the cmdlet would remove.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test' | Remove-AzDataFactoryV2 -Force
/// </code>
/// <para>Removes a data factory without asking for confirmation.</para>
/// </example>
/// <inputs cref="PSDataFactory" />
/// <outputs type="None" />
/// <seealso>Set-AzDataFactoryV2</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Remove, "AzDataFactoryV2", DefaultParameterSetName = ByFactoryName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveAzureDataFactoryCommand : FactoryCmdlet
{
    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "factory.remove";
}
