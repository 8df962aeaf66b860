namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents where the secret of a GitHub application is kept.</summary>
public class GitHubClientSecret
{
    /// <summary>Creates an empty object.</summary>
    public GitHubClientSecret()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="byoaSecretAkvUrl">The address of the key vault.</param>
    /// <param name="byoaSecretName">The name of the secret.</param>
    public GitHubClientSecret(string? byoaSecretAkvUrl = null, string? byoaSecretName = null)
    {
        ByoaSecretAkvUrl = byoaSecretAkvUrl;
        ByoaSecretName = byoaSecretName;
    }

    /// <summary>Gets or sets the address of the key vault.</summary>
    public string? ByoaSecretAkvUrl { get; set; }

    /// <summary>Gets or sets the name of the secret.</summary>
    public string? ByoaSecretName { get; set; }
}
