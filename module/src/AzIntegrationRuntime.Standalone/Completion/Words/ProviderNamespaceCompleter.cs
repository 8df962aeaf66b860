using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes resource providers that integration runtimes need.</summary>
public sealed class ProviderNamespaceCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "Microsoft.DataFactory",
        "Microsoft.Synapse",
        "Microsoft.Purview",
        "Microsoft.Batch",
        "Microsoft.EventGrid",
        "Microsoft.Network",
        "Microsoft.Storage",
    ];
}
