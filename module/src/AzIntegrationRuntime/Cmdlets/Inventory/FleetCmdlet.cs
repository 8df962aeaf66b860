using System.Collections;
using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet that works on a fleet: the integration runtimes that a selection names.</summary>
public abstract class FleetCmdlet : NativeCmdlet
{
    /// <summary>The name of a parameter set.</summary>
    protected const string BySelection = "BySelection";

    /// <summary>
    /// The names or ids of subscriptions. Names can have wildcards. The default is every subscription that the current
    /// context can see.
    /// </summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    public string[]? Subscription { get; set; }

    /// <summary>The names of management groups, whose subscriptions are read.</summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ManagementGroup { get; set; }

    /// <summary>
    /// The resource group of the data factories, workspaces and Purview accounts. Without -Subscription it is one of
    /// the current context's subscription.
    /// </summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public virtual string? ResourceGroupName { get; set; }

    /// <summary>The regions of the data factories, workspaces and Purview accounts.</summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string[]? Location { get; set; }

    /// <summary>
    /// The tags that the data factories, workspaces and Purview accounts must have. The value $null stands for any
    /// value.
    /// </summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? Tag { get; set; }

    /// <summary>The services. The default is all.</summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateSet("DataFactory", "Synapse", "Purview")]
    public string[]? Service { get; set; }

    /// <summary>The kinds of the integration runtimes. The default is all.</summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateSet("SelfHosted", "Linked", "Azure", "AzureDefault", "AzureSsis")]
    public string[]? Type { get; set; }

    /// <summary>The names of the integration runtimes. Wildcards are allowed. The default is all.</summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public virtual string[]? Name { get; set; }

    /// <summary>
    /// A condition of Azure Resource Graph on the data factories, workspaces and Purview accounts, such as
    /// tags.env == 'prod'.
    /// </summary>
    [Parameter(ParameterSetName = BySelection)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Query { get; set; }
}
