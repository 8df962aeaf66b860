using System.Collections.Generic;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Standalone.Completion;

/// <summary>Completes response headers with an address to poll.</summary>
public sealed class PollFromCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "AzureAsyncLocation",
        "Location",
        "OriginalUri",
        "Operation-Location",
    ];
}
