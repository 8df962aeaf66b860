using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes nothing: keeps files from being offered for a value that is not a path.</summary>
public sealed class ValueCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [

    ];
}
