using System.Collections;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

/// <summary>Represents a resource provider and whether the subscription is registered for it.</summary>
public class PSResourceProvider
{
    /// <summary>Gets or sets the namespace.</summary>
    public string? ProviderNamespace { get; set; }

    /// <summary>Gets or sets the state, such as <c>Registered</c>.</summary>
    public string? RegistrationState { get; set; }

    /// <summary>Gets or sets the types of resources.</summary>
    public PSResourceProviderResourceType[]? ResourceTypes { get; set; }

    /// <summary>Gets the regions that have one of the types.</summary>
    public string[]? Locations { get; internal set; }

    /// <summary>Gets or sets the zones by region.</summary>
    public Hashtable? ZoneMappings { get; set; }
}
