using System.Collections.Generic;

namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents an error of the service.</summary>
public class ErrorDetail
{
    /// <summary>Gets the error code.</summary>
    public string? Code { get; internal set; }

    /// <summary>Gets the message.</summary>
    public string? Message { get; internal set; }

    /// <summary>Gets what the error is about.</summary>
    public string? Target { get; internal set; }

    /// <summary>Gets the errors that led to this one.</summary>
    public IList<ErrorDetail> Details { get; } = new List<ErrorDetail>();
}
