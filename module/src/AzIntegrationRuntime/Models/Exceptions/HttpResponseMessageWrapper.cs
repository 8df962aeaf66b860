using System.Net;

namespace Microsoft.Rest;

/// <summary>Represents what is kept of an answer.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    /// <summary>Gets the status code.</summary>
    public HttpStatusCode StatusCode { get; internal set; }

    /// <summary>Gets the reason phrase.</summary>
    public string? ReasonPhrase { get; internal set; }
}
