namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents the Azure Repos repository that a data factory is kept in.</summary>
public class FactoryVSTSConfiguration : FactoryRepoConfiguration
{
    /// <summary>Creates an empty object.</summary>
    public FactoryVSTSConfiguration()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="accountName">The name of the account or organization.</param>
    /// <param name="repositoryName">The name of the repository.</param>
    /// <param name="collaborationBranch">The branch that is worked on together.</param>
    /// <param name="rootFolder">The folder in the repository.</param>
    /// <param name="projectName">The name of the project.</param>
    /// <param name="lastCommitId">The id of the last commit.</param>
    /// <param name="disablePublish">Whether publishing from the studio is off.</param>
    /// <param name="tenantId">The tenant of the organization.</param>
    public FactoryVSTSConfiguration(
        string accountName,
        string repositoryName,
        string collaborationBranch,
        string rootFolder,
        string projectName,
        string? lastCommitId = null,
        bool? disablePublish = null,
        string? tenantId = null)
        : base(accountName, repositoryName, collaborationBranch, rootFolder, lastCommitId, disablePublish)
    {
        ProjectName = projectName;
        TenantId = tenantId;
    }

    /// <summary>Gets or sets the name of the project.</summary>
    public string? ProjectName { get; set; }

    /// <summary>Gets or sets the tenant of the organization.</summary>
    public string? TenantId { get; set; }
}
