using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes pricing tiers of an SSIS catalog.</summary>
public sealed class CatalogPricingTierCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "Basic",
        "Standard",
        "Premium",
        "PremiumRS",
    ];
}
