namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents the repository that a data factory is kept in.</summary>
public class FactoryRepoConfiguration
{
    /// <summary>Creates an empty object.</summary>
    public FactoryRepoConfiguration()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="accountName">The name of the account or organization.</param>
    /// <param name="repositoryName">The name of the repository.</param>
    /// <param name="collaborationBranch">The branch that is worked on together.</param>
    /// <param name="rootFolder">The folder in the repository.</param>
    /// <param name="lastCommitId">The id of the last commit.</param>
    /// <param name="disablePublish">Whether publishing from the studio is off.</param>
    public FactoryRepoConfiguration(
        string accountName,
        string repositoryName,
        string collaborationBranch,
        string rootFolder,
        string? lastCommitId = null,
        bool? disablePublish = null)
    {
        AccountName = accountName;
        RepositoryName = repositoryName;
        CollaborationBranch = collaborationBranch;
        RootFolder = rootFolder;
        LastCommitId = lastCommitId;
        DisablePublish = disablePublish;
    }

    /// <summary>Gets or sets the name of the account or organization.</summary>
    public string? AccountName { get; set; }

    /// <summary>Gets or sets the name of the repository.</summary>
    public string? RepositoryName { get; set; }

    /// <summary>Gets or sets the branch that is worked on together.</summary>
    public string? CollaborationBranch { get; set; }

    /// <summary>Gets or sets the folder in the repository.</summary>
    public string? RootFolder { get; set; }

    /// <summary>Gets or sets the id of the last commit.</summary>
    public string? LastCommitId { get; set; }

    /// <summary>Gets or sets whether publishing from the studio is off.</summary>
    public bool? DisablePublish { get; set; }

    /// <summary>Returns the account and the name of the repository.</summary>
    public override string ToString() =>
        RepositoryName == null ? base.ToString() : $"{AccountName}/{RepositoryName}";
}
