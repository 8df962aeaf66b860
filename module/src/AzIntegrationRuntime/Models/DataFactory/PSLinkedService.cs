using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2.Models;

/// <summary>Represents a linked service of a data factory.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSLinkedService : AdfSubResource
{
    /// <summary>Gets the name.</summary>
    public override string? Name { get; internal set; }

    /// <summary>Gets or sets the definition.</summary>
    public object? Properties { get; set; }

    /// <summary>Gets the resource id.</summary>
    public override string? Id { get; internal set; }

    /// <summary>Gets the version of the resource at the service.</summary>
    public override string? ETag { get; internal set; }
}
