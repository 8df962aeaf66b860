using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Stops sharing an integration runtime with data factories.</summary>
/// <remarks>
/// <para>
/// Removes the link at the shared integration runtime, the linked integration runtime, and the role that the data
/// factory has on the shared one, in this order. A role on the data factory, resource group or subscription stays. Other
/// linked integration runtimes of the same data factory keep their links and the role.
/// </para>
/// <para>
/// The cmdlet asks for confirmation unless -Force is given. The question names the linked services that connect through
/// the linked integration runtime; with -Force a warning names them. Azure does not remove an integration runtime that
/// linked services refer to: it stays without access, and the error says so. The same command completes the removal
/// later.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared' |
///     Remove-AzIntegrationRuntimeShare -With 'adf-test' -Name 'ir-linked' -Force
/// </code>
/// <para>Stops sharing an integration runtime with a data factory.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeShare -DataFactoryName 'adf-prod' |
///     Where-Object Problem -Contains 'FactoryMissing' |
///     Remove-AzIntegrationRuntimeShare -Force -PassThru
/// </code>
/// <para>Removes the links of data factories that are gone.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Share">
/// You can pipe shares, the shared integration runtime, its resource id, or objects with an Id.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.Share">
/// With -PassThru, an object for each share. Its Outcome is Removed, PartlyRemoved or Failed.
/// </outputs>
/// <seealso>Get-AzIntegrationRuntimeShare</seealso>
/// <seealso>New-AzIntegrationRuntimeShare</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Remove, "AzIntegrationRuntimeShare",
    DefaultParameterSetName = ByInputObject, SupportsShouldProcess = true)]
[OutputType(typeof(Share))]
public sealed class RemoveAzIntegrationRuntimeShareCommand : ShareCmdlet
{
    /// <summary>
    /// A share that Get-AzIntegrationRuntimeShare returns; or, with -With, the shared integration runtime or its
    /// resource id.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The data factories that shall no longer use it: names, resource ids, or objects that Get-AzDataFactoryV2 returns.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public PSObject[]? With { get; set; }

    /// <summary>
    /// The name of the linked integration runtime. The default is that of the share, or of the shared integration
    /// runtime.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Name { get; set; }

    /// <summary>Returns an object for each share.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "share.remove";
}
