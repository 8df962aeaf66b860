using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Restores what is missing in a share of an integration runtime.</summary>
/// <remarks>
/// <para>
/// Gives the role again, creates the linked integration runtime again, and adds the link that the shared integration
/// runtime does not list. If a deployment replaced the linked integration runtime by a self-hosted one without nodes,
/// the cmdlet turns that into a linked one again; linked services that refer to it need no change. It refuses one that
/// has nodes. Where only the role is left, the linked integration runtime gets the name of the shared one. At the end
/// the cmdlet verifies the share from both sides.
/// </para>
/// <para>
/// A share whose data factory or shared integration runtime is gone cannot be repaired;
/// Remove-AzIntegrationRuntimeShare removes what is left of it.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeShare -DataFactoryName 'adf-prod' |
///     Where-Object Outcome -EQ 'Broken' |
///     Repair-AzIntegrationRuntimeShare
/// </code>
/// <para>Repairs all broken shares of a data factory.</para>
/// </example>
/// <example>
/// <code>
/// $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared'
/// Repair-AzIntegrationRuntimeShare -ResourceId $shared.Id -With 'adf-test' -Name 'ir-linked' -WhatIf
/// </code>
/// <para>Shows what is missing in the share with a data factory, and changes nothing.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Share">
/// You can pipe shares, the shared integration runtime, its resource id, or objects with an Id.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.Share">
/// An object for each share. Its Outcome is Repaired, AlreadyShared or Failed.
/// </outputs>
/// <seealso>Get-AzIntegrationRuntimeShare</seealso>
/// <seealso>New-AzIntegrationRuntimeShare</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsDiagnostic.Repair, "AzIntegrationRuntimeShare",
    DefaultParameterSetName = ByInputObject, SupportsShouldProcess = true)]
[OutputType(typeof(Share))]
public sealed class RepairAzIntegrationRuntimeShareCommand : GrantingShareCmdlet
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
    /// The data factories that shall use it again: names, resource ids, or objects that Get-AzDataFactoryV2 returns.
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

    /// <inheritdoc />
    protected override string Operation => "share.repair";
}
