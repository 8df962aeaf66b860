using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes compute types of data flows.</summary>
public sealed class DataFlowComputeTypeCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "General",
        "MemoryOptimized",
        "ComputeOptimized",
    ];
}
