using System.Collections;
using System.Net.Http;
using System.Net.Http.Headers;

namespace Microsoft.Azure.Commands.Profile.Models;

/// <summary>Represents the answer to a request of <c>Invoke-AzRestMethod</c>.</summary>
public class PSHttpResponse
{
    private object? headers;

    /// <summary>Gets or sets the status code.</summary>
    public int StatusCode { get; set; }

    /// <summary>Gets or sets the body.</summary>
    public string? Content { get; set; }

    /// <summary>Gets the headers, in the class that Az has for them.</summary>
    public object? Headers
    {
        get => headers;
        internal set => headers = value is IDictionary table ? ToHeaders(table) : value;
    }

    /// <summary>Gets or sets the method of the request.</summary>
    public string? Method { get; set; }

    /// <summary>Gets or sets the address of the request.</summary>
    public string? RequestUri { get; set; }

    /// <summary>Gets or sets the version of HTTP; null where it is not known.</summary>
    public string? Version { get; set; }

    private static HttpResponseHeaders ToHeaders(IDictionary table)
    {
        using var response = new HttpResponseMessage();
        foreach (DictionaryEntry header in table)
        {
            // Headers of the content are not among those of the response.
            response.Headers.TryAddWithoutValidation($"{header.Key}", $"{header.Value}");
        }

        return response.Headers;
    }
}
