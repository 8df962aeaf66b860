using System.Collections.Generic;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Standalone.Completion;

/// <summary>Completes types of principals.</summary>
public sealed class PrincipalTypeCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "User",
        "Group",
        "Service Principal",
    ];
}
