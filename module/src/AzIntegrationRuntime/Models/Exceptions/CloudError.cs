using System.Collections.Generic;

namespace Microsoft.Rest.Azure;

/// <summary>Represents an error of a service.</summary>
public class CloudError
{
    /// <summary>Gets or sets the error code.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the message.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets what the error is about.</summary>
    public string? Target { get; set; }

    /// <summary>Gets the errors that led to this one.</summary>
    public IList<CloudError> Details { get; } = new List<CloudError>();
}
