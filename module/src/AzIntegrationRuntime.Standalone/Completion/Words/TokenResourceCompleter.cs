using System.Collections.Generic;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Standalone.Completion;

/// <summary>Completes services that an access token can be for.</summary>
public sealed class TokenResourceCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "AadGraph",
        "AnalysisServices",
        "AppConfiguration",
        "Arm",
        "Attestation",
        "Batch",
        "CommunicationEmail",
        "DataLake",
        "KeyVault",
        "ManagedHsm",
        "MSGraph",
        "OperationalInsights",
        "ResourceManager",
        "Storage",
        "Synapse",
    ];
}
