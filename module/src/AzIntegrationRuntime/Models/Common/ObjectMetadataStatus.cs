namespace AzIntegrationRuntime;

/// <summary>Represents the outcome of a refresh of object metadata.</summary>
public class ObjectMetadataStatus
{
    /// <summary>Gets the name of the operation.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the status.</summary>
    public string? Status { get; internal set; }

    /// <summary>Gets the properties.</summary>
    public string? Properties { get; internal set; }

    /// <summary>Gets the error.</summary>
    public string? Error { get; internal set; }
}
