namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents the GitHub repository that a data factory is kept in.</summary>
public class FactoryGitHubConfiguration : FactoryRepoConfiguration
{
    /// <summary>Creates an empty object.</summary>
    public FactoryGitHubConfiguration()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="accountName">The name of the account or organization.</param>
    /// <param name="repositoryName">The name of the repository.</param>
    /// <param name="collaborationBranch">The branch that is worked on together.</param>
    /// <param name="rootFolder">The folder in the repository.</param>
    /// <param name="lastCommitId">The id of the last commit.</param>
    /// <param name="disablePublish">Whether publishing from the studio is off.</param>
    /// <param name="hostName">The address of a GitHub Enterprise server.</param>
    /// <param name="clientId">The client id of an own GitHub application.</param>
    /// <param name="clientSecret">Where the secret of the own GitHub application is kept.</param>
    public FactoryGitHubConfiguration(
        string accountName,
        string repositoryName,
        string collaborationBranch,
        string rootFolder,
        string? lastCommitId = null,
        bool? disablePublish = null,
        string? hostName = null,
        string? clientId = null,
        GitHubClientSecret? clientSecret = null)
        : base(accountName, repositoryName, collaborationBranch, rootFolder, lastCommitId, disablePublish)
    {
        HostName = hostName;
        ClientId = clientId;
        ClientSecret = clientSecret;
    }

    /// <summary>Gets or sets the address of a GitHub Enterprise server.</summary>
    public string? HostName { get; set; }

    /// <summary>Gets or sets the client id of an own GitHub application.</summary>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets where the secret of the own GitHub application is kept.</summary>
    public GitHubClientSecret? ClientSecret { get; set; }
}
