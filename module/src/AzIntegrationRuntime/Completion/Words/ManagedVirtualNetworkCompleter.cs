using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes the managed virtual network of a Purview account.</summary>
public sealed class ManagedVirtualNetworkCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "defaultv2",
    ];
}
