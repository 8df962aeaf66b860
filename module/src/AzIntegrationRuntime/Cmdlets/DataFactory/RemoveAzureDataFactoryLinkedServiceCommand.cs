using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Removes a linked service of a data factory.</summary>
/// <remarks>
/// <para>
/// Removes a linked service. The cmdlet asks for confirmation unless -Force is given. If the linked service does not
/// exist, the cmdlet writes a warning.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Remove-AzDataFactoryV2LinkedService -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'blob' -Force
/// </code>
/// <para>Removes a linked service without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2LinkedService -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' |
///     Where-Object { $_.Properties.ConnectVia.ReferenceName -eq 'ir-west' } |
///     Remove-AzDataFactoryV2LinkedService -WhatIf
/// </code>
/// <para>Shows which linked services of an integration runtime the cmdlet would remove.</para>
/// </example>
/// <inputs cref="PSLinkedService">You can pipe a linked service.</inputs>
/// <outputs type="None" />
/// <seealso>Get-AzDataFactoryV2LinkedService</seealso>
/// <seealso>Set-AzDataFactoryV2LinkedService</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Remove, "AzDataFactoryV2LinkedService",
    DefaultParameterSetName = ByFactoryName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveAzureDataFactoryLinkedServiceCommand : LinkedServiceCmdlet
{
    private const string ByInputObject = "ByInputObject";

    /// <inheritdoc cref="SetAzureDataFactoryLinkedServiceCommand.Name" />
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ByFactoryName)]
    [Alias("LinkedServiceName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LinkedServiceCompleter))]
    public string? Name { get; set; }

    /// <summary>
    /// The linked service, an object that Get-AzDataFactoryV2LinkedService returns, in place of the names.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSLinkedService? InputObject { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "linkedservice.remove";
}
