using System;
using System.Collections.Generic;

namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents an error of an integration runtime whose compute Azure manages.</summary>
public class ManagedIntegrationRuntimeError
{
    /// <summary>Gets or sets what the service sends beyond these properties.</summary>
    public IDictionary<string, object>? AdditionalProperties { get; set; }

    /// <summary>Gets when the error occurred.</summary>
    public DateTime? Time { get; internal set; }

    /// <summary>Gets the error code.</summary>
    public string? Code { get; internal set; }

    /// <summary>Gets the values that the message is made of.</summary>
    public IList<string>? Parameters { get; internal set; }

    /// <summary>Gets the message.</summary>
    public string? Message { get; internal set; }
}
