using System.Collections;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

/// <summary>Represents a type of resource of a resource provider.</summary>
public class PSResourceProviderResourceType
{
    /// <summary>Gets or sets the name of the type.</summary>
    public string? ResourceTypeName { get; set; }

    /// <summary>Gets or sets the regions that have the type.</summary>
    public string[]? Locations { get; set; }

    /// <summary>Gets or sets the API versions.</summary>
    public string[]? ApiVersions { get; set; }

    /// <summary>Gets or sets the zones by region.</summary>
    public Hashtable? ZoneMappings { get; set; }

    /// <summary>Gets or sets the default API version.</summary>
    public string? DefaultApiVersion { get; set; }
}
