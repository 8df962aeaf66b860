using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes the settings of public network access.</summary>
public sealed class PublicNetworkAccessCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "Enabled",
        "Disabled",
    ];
}
