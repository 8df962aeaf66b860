namespace Microsoft.Azure.Commands.DataFactoryV2.Models;

/// <summary>Represents the authentication keys of a self-hosted integration runtime.</summary>
/// <remarks>The text form is the name of the class, so that no log gets a key.</remarks>
public class PSIntegrationRuntimeKeys
{
    /// <summary>Gets the first key.</summary>
    public string? AuthKey1 { get; internal set; }

    /// <summary>Gets the second key.</summary>
    public string? AuthKey2 { get; internal set; }
}
