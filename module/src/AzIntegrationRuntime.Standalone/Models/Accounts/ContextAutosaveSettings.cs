using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Common.Authentication;

/// <summary>Represents whether contexts are kept for other sessions, and where.</summary>
public class ContextAutosaveSettings
{
    /// <summary>Gets or sets the mode: <c>CurrentUser</c> or <c>Process</c>.</summary>
    public string? Mode { get; set; }

    /// <summary>Gets or sets the folder of the contexts.</summary>
    public string? ContextDirectory { get; set; }

    /// <summary>Gets or sets the file of the contexts.</summary>
    public string? ContextFile { get; set; }

    /// <summary>Gets or sets the folder of the tokens.</summary>
    public string? CacheDirectory { get; set; }

    /// <summary>Gets or sets the file of the tokens.</summary>
    public string? CacheFile { get; set; }

    /// <summary>Gets or sets further settings by name.</summary>
    public IDictionary<string, string>? Settings { get; set; }
}
