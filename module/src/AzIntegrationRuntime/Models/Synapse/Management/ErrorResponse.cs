namespace Microsoft.Azure.Management.Synapse.Models;

/// <summary>Represents the body of an answer that is an error.</summary>
public class ErrorResponse
{
    /// <summary>Gets or sets the error.</summary>
    public ErrorDetail? Error { get; set; }
}
