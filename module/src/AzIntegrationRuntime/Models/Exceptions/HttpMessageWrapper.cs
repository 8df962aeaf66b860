using System.Collections.Generic;

namespace Microsoft.Rest;

/// <summary>Represents what is kept of a request or an answer.</summary>
public abstract class HttpMessageWrapper
{
    /// <summary>Gets or sets the body as text.</summary>
    public string? Content { get; protected internal set; }

    /// <summary>Gets the headers.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; } =
        new Dictionary<string, IEnumerable<string>>(System.StringComparer.OrdinalIgnoreCase);
}
