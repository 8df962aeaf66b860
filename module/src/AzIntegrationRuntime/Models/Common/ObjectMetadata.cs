namespace AzIntegrationRuntime;

/// <summary>Represents an object of the SSIS catalog: a folder, a project, a package or an environment.</summary>
public class ObjectMetadata
{
    /// <summary>Gets the type of the object.</summary>
    public string? Type { get; internal set; }

    /// <summary>Gets the id in the catalog.</summary>
    public int? Id { get; internal set; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; internal set; }
}
