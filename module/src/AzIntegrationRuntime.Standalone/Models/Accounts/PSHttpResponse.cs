namespace Microsoft.Azure.Commands.Profile.Models;

/// <summary>Represents the answer to a request of <c>Invoke-AzRestMethod</c>.</summary>
public class PSHttpResponse
{
    /// <summary>Gets or sets the status code.</summary>
    public int StatusCode { get; set; }

    /// <summary>Gets or sets the body.</summary>
    public string? Content { get; set; }

    /// <summary>Gets the headers.</summary>
    public object? Headers { get; internal set; }

    /// <summary>Gets or sets the method of the request.</summary>
    public string? Method { get; set; }

    /// <summary>Gets or sets the address of the request.</summary>
    public string? RequestUri { get; set; }

    /// <summary>Gets or sets the version of HTTP.</summary>
    public string? Version { get; set; }
}
