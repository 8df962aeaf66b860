using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes types of resources that have integration runtimes, and of those beside them.</summary>
public sealed class ResourceTypeCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "Microsoft.DataFactory/factories",
        "Microsoft.Synapse/workspaces",
        "Microsoft.Purview/accounts",
        "Microsoft.KeyVault/vaults",
        "Microsoft.ManagedIdentity/userAssignedIdentities",
        "Microsoft.Storage/storageAccounts",
    ];
}
