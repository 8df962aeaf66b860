using System.Collections.Generic;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes sizes of the virtual machines of an Azure-SSIS integration runtime.</summary>
public sealed class NodeSizeCompleter : WordCompleter
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Words { get; } =
    [
        "Standard_D2_v3",
        "Standard_D4_v3",
        "Standard_D8_v3",
        "Standard_D16_v3",
        "Standard_D32_v3",
        "Standard_D64_v3",
        "Standard_E2_v3",
        "Standard_E4_v3",
        "Standard_E8_v3",
        "Standard_E16_v3",
        "Standard_E32_v3",
        "Standard_E64_v3",
        "Standard_A4_v2",
        "Standard_A8_v2",
    ];
}
