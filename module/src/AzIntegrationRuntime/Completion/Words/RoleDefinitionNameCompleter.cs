using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes roles that are assigned for integration runtimes.</summary>
public sealed class RoleDefinitionNameCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "Contributor",
        "Data Factory Contributor",
        "Owner",
        "Reader",
        "User Access Administrator",
    ];
}
