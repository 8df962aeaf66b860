using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes types of resources whose deletion can be forced.</summary>
public sealed class ForceDeletionTypeCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "Microsoft.Compute/virtualMachines",
        "Microsoft.Compute/virtualMachineScaleSets",
    ];
}
