using System;
using System.Net.Http;

namespace Microsoft.Rest;

/// <summary>Represents what is kept of a request.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    /// <summary>Gets the method.</summary>
    public HttpMethod? Method { get; internal set; }

    /// <summary>Gets the address.</summary>
    public Uri? RequestUri { get; internal set; }
}
