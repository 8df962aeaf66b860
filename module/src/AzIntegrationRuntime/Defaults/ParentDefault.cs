namespace AzIntegrationRuntime;

/// <summary>Represents the data factory, workspace or account that cmdlets use if a command names none.</summary>
public sealed class ParentDefault
{
    internal ParentDefault(string service, string parent, string? resourceGroupName, string source)
    {
        Service = service;
        Parent = parent;
        ResourceGroupName = resourceGroupName;
        Source = source;
    }

    /// <summary>Gets the service: <c>DataFactory</c>, <c>Synapse</c> or <c>Purview</c>.</summary>
    public string Service { get; }

    /// <summary>Gets the name of the data factory, workspace or account.</summary>
    public string Parent { get; }

    /// <summary>Gets the name of the resource group; null where the cmdlets find it by the name.</summary>
    public string? ResourceGroupName { get; }

    /// <summary>Gets where the default is set: <c>Session</c>, or the path of the file of a folder.</summary>
    public string Source { get; }

    /// <inheritdoc />
    public override string ToString() => Parent;
}
