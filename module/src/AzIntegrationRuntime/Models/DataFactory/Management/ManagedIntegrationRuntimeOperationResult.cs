using System;
using System.Collections.Generic;

namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents the last operation of an integration runtime whose compute Azure manages.</summary>
public class ManagedIntegrationRuntimeOperationResult
{
    /// <summary>Gets or sets what the service sends beyond these properties.</summary>
    public IDictionary<string, object>? AdditionalProperties { get; set; }

    /// <summary>Gets the operation: <c>Start</c> or <c>Stop</c>.</summary>
    public string? Type { get; internal set; }

    /// <summary>Gets when the operation began.</summary>
    public DateTime? StartTime { get; internal set; }

    /// <summary>Gets the result: <c>Succeeded</c>, <c>Failed</c> or <c>InProgress</c>.</summary>
    public string? Result { get; internal set; }

    /// <summary>Gets the error code.</summary>
    public string? ErrorCode { get; internal set; }

    /// <summary>Gets the values that the message of the error is made of.</summary>
    public IList<string>? Parameters { get; internal set; }

    /// <summary>Gets the activity id, for Azure support.</summary>
    public string? ActivityId { get; internal set; }

    /// <summary>Returns the type and the result of the operation.</summary>
    public override string ToString() =>
        Type == null ? base.ToString() : $"{Type}: {Result}";
}
