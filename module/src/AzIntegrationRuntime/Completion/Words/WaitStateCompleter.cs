using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes states of integration runtimes to wait for.</summary>
public sealed class WaitStateCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "Limited",
        "NeedRegistration",
        "Offline",
        "Online",
        "Started",
        "Stopped",
    ];
}
