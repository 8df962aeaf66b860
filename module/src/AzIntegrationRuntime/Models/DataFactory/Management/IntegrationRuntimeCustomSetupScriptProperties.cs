namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents the custom setup script of an Azure-SSIS integration runtime.</summary>
public class IntegrationRuntimeCustomSetupScriptProperties
{
    /// <summary>Creates an empty object.</summary>
    public IntegrationRuntimeCustomSetupScriptProperties()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="blobContainerUri">The address of the container that the script is in.</param>
    /// <param name="sasToken">The token that gives access to the container.</param>
    public IntegrationRuntimeCustomSetupScriptProperties(
        string? blobContainerUri = null,
        SecureString? sasToken = null)
    {
        BlobContainerUri = blobContainerUri;
        SasToken = sasToken;
    }

    /// <summary>Gets or sets the address of the container that the script is in.</summary>
    public string? BlobContainerUri { get; set; }

    /// <summary>Gets or sets the token that gives access to the container.</summary>
    public SecureString? SasToken { get; set; }
}
