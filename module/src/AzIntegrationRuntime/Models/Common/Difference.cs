namespace AzIntegrationRuntime;

/// <summary>Represents a difference between an integration runtime in a file and the live one.</summary>
public class Difference
{
    /// <summary>Gets the name of the integration runtime; null where a file does not tell it.</summary>
    public string? Name { get; internal set; }

    /// <summary>
    /// Gets the severity: <c>Destructive</c>, <c>NotCompared</c>, <c>Difference</c> or <c>Information</c>.
    /// </summary>
    public string? Severity { get; internal set; }

    /// <summary>Gets the path of the member; null where the difference is the whole integration runtime.</summary>
    public string? Member { get; internal set; }

    /// <summary>Gets the value in the file; null where the file has none.</summary>
    public string? InFile { get; internal set; }

    /// <summary>Gets the live value; null where there is none.</summary>
    public string? Live { get; internal set; }

    /// <summary>Gets the difference in words.</summary>
    public string? Message { get; internal set; }

    /// <summary>Gets the names of the linked services in the files that use the integration runtime.</summary>
    public TextList? LinkedServices { get; internal set; }

    /// <summary>Gets the next step; null where none is known.</summary>
    public string? Fix { get; internal set; }

    /// <summary>Gets the file; null for what only the service has.</summary>
    public string? File { get; internal set; }

    /// <summary>Gets the line in the file; null where it is not known.</summary>
    public int? Line { get; internal set; }

    /// <summary>Gets the service: <c>DataFactory</c> or <c>Synapse</c>.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the data factory or workspace.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the resource id of the integration runtime.</summary>
    public string? Id { get; internal set; }
}
