using System.Collections.Generic;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Standalone.Completion;

/// <summary>Completes response headers with the address of a final response.</summary>
public sealed class FinalResultFromCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "FinalStateVia",
        "Location",
        "OriginalUri",
        "Operation-Location",
    ];
}
