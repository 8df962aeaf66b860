namespace AzIntegrationRuntime.Completion;

/// <summary>Completes names of resource groups.</summary>
public sealed class GroupCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "group";
}

/// <summary>Completes names of Azure regions.</summary>
public sealed class LocationCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "location";
}

/// <summary>Completes names of data factories.</summary>
public sealed class FactoryCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "factory";
}

/// <summary>Completes resource ids of data factories.</summary>
public sealed class FactoryIdCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "factoryid";
}

/// <summary>Completes names of integration runtimes: of the data factory, workspace or account on the line.</summary>
public sealed class RuntimeCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "runtime";
}

/// <summary>Completes resource ids of a data factory's integration runtimes.</summary>
public sealed class RuntimeIdCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "runtimeid";
}

/// <summary>Completes names of the nodes of a data factory's integration runtime.</summary>
public sealed class NodeCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "node";
}

/// <summary>Completes names of Synapse workspaces.</summary>
public sealed class WorkspaceCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "workspace";
}

/// <summary>Completes resource ids of Synapse workspaces.</summary>
public sealed class WorkspaceIdCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "workspaceid";
}

/// <summary>Completes names of a workspace's integration runtimes.</summary>
public sealed class SynapseRuntimeCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "synapseruntime";
}

/// <summary>Completes resource ids of a workspace's integration runtimes.</summary>
public sealed class SynapseRuntimeIdCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "synapseruntimeid";
}

/// <summary>Completes names of the nodes of a workspace's integration runtime.</summary>
public sealed class SynapseNodeCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "synapsenode";
}

/// <summary>Completes names of Purview accounts.</summary>
public sealed class AccountCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "account";
}

/// <summary>Completes resource ids of Purview accounts.</summary>
public sealed class AccountIdCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "accountid";
}

/// <summary>Completes names of a Purview account's integration runtimes.</summary>
public sealed class PurviewRuntimeCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "purviewruntime";
}

/// <summary>Completes ids of a Purview account's integration runtimes.</summary>
public sealed class PurviewRuntimeIdCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "purviewruntimeid";
}

/// <summary>Completes names of contexts.</summary>
public sealed class ContextCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "context";
}

/// <summary>Completes names of Azure environments.</summary>
public sealed class EnvironmentCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "environment";
}

/// <summary>Completes scopes of role assignments: the subscription, its resource groups and data factories.</summary>
public sealed class ScopeCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "scope";
}

/// <summary>Completes names of a data factory's linked services.</summary>
public sealed class LinkedServiceCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "linkedservice";
}

/// <summary>Completes codes of findings, with what they mean.</summary>
public sealed class FindingCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "finding";
}

/// <summary>Completes names of subscriptions.</summary>
public sealed class SubscriptionCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "subscription";
}

/// <summary>Completes ids of subscriptions.</summary>
public sealed class SubscriptionIdCompleter : NativeCompleter
{
    /// <inheritdoc />
    protected override string Kind => "subscriptionid";
}
