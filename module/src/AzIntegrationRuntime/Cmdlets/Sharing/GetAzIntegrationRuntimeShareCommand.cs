using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets the shares of integration runtimes, and what is broken in them.</summary>
/// <remarks>
/// <para>
/// Shows which data factories use a shared integration runtime: one object for each data factory, with its role, the
/// linked integration runtime and its state. Without parameters the cmdlet reads all data factories that the account can
/// see, in all subscriptions.
/// </para>
/// <para>
/// Outcome is Shared, or Broken with the reasons in Problem: GrantMissing (no role), LinkMissing (the shared one does
/// not list the linked one), LinkedRuntimeMissing, LinkedRuntimeReplaced (a deployment put a self-hosted integration
/// runtime in its place), LinkedElsewhere (the linked one refers to another one), FactoryMissing, OwnerMissing, and
/// NotLinked (a role, but no link). Fix has the command for it.
/// </para>
/// <para>
/// What the account may not read is Unknown, and not a problem; the verbose stream has the details. An integration
/// runtime that is linked with an authentication key does not show to which one, and is left out.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzIntegrationRuntimeShare -DataFactoryName 'adf-prod'
/// </code>
/// <para>Gets the shares that a data factory gives, and those that it uses.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared' |
///     Get-AzIntegrationRuntimeShare |
///     Where-Object Outcome -EQ 'Broken' |
///     Format-List DataFactoryName, Problem, Fix
/// </code>
/// <para>Shows what is broken in the shares of an integration runtime, and how to repair it.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe a shared or linked integration runtime, a data factory, their resource ids, and objects with an Id.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.Share">
/// An object for each shared integration runtime and data factory that uses it.
/// </outputs>
/// <seealso>New-AzIntegrationRuntimeShare</seealso>
/// <seealso>Repair-AzIntegrationRuntimeShare</seealso>
/// <seealso>Remove-AzIntegrationRuntimeShare</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzIntegrationRuntimeShare", DefaultParameterSetName = ByFleet)]
[OutputType(typeof(Share))]
public sealed class GetAzIntegrationRuntimeShareCommand : NativeCmdlet
{
    private const string ByFleet = nameof(ByFleet);
    private const string ByDataFactory = nameof(ByDataFactory);
    private const string ByResourceId = nameof(ByResourceId);
    private const string ByInputObject = nameof(ByInputObject);

    /// <summary>
    /// A shared or linked integration runtime, or a data factory: an object that a Get cmdlet returns, or a resource id.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>The resource id of a shared or linked integration runtime, or of a data factory.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>The resource group of the data factory. Without it the cmdlet finds the data factory by name.</summary>
    [Parameter(ParameterSetName = ByDataFactory)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of a data factory.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByDataFactory)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <summary>The name of an integration runtime of the data factory. The default is all.</summary>
    [Parameter(ParameterSetName = ByDataFactory)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public string? IntegrationRuntimeName { get; set; }

    /// <summary>The subscriptions to read: names or ids. The default is all that the account can see.</summary>
    [Parameter(ParameterSetName = ByFleet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    public string[]? Subscription { get; set; }

    /// <inheritdoc />
    protected override string Operation => "share.get";
}
