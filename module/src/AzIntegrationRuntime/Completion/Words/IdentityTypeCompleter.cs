using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes types of managed identities.</summary>
public sealed class IdentityTypeCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "SystemAssigned",
        "UserAssigned",
        "SystemAssigned,UserAssigned",
    ];
}
