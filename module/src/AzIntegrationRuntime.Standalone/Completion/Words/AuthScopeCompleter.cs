using System.Collections.Generic;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Standalone.Completion;

/// <summary>Completes services whose token a sign-in can request.</summary>
public sealed class AuthScopeCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "AadGraph",
        "AnalysisServices",
        "Attestation",
        "Batch",
        "DataLake",
        "KeyVault",
        "ManagedHsm",
        "OperationalInsights",
        "Storage",
        "Synapse",
    ];
}
