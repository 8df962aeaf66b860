namespace Microsoft.Azure.Commands.DataFactoryV2.Models;

/// <summary>Represents a part of a data factory.</summary>
public abstract class AdfSubResource
{
    /// <summary>Gets the name.</summary>
    public virtual string? Name { get; internal set; }

    /// <summary>Gets the name of the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the name of the data factory.</summary>
    public string? DataFactoryName { get; internal set; }

    /// <summary>Gets the resource id.</summary>
    public virtual string? Id { get; internal set; }

    /// <summary>Gets the version of the resource at the service.</summary>
    public virtual string? ETag { get; internal set; }
}
