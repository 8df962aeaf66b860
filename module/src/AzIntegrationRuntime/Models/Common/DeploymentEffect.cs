namespace AzIntegrationRuntime;

/// <summary>Represents what a deployment would do to an integration runtime.</summary>
public class DeploymentEffect
{
    /// <summary>Gets the name of the integration runtime; null where a file does not tell it.</summary>
    public string? Name { get; internal set; }

    /// <summary>
    /// Gets the action: <c>Create</c>, <c>Change</c>, <c>NoChange</c>, <c>Relink</c>, <c>ReplaceLinked</c>,
    /// <c>ReplaceShared</c>, <c>CutNodes</c>, <c>ReplaceType</c>, <c>Remove</c> or <c>Unknown</c>.
    /// </summary>
    public string? Action { get; internal set; }

    /// <summary>Gets a value indicating whether the action is destructive.</summary>
    public bool? Destructive { get; internal set; }

    /// <summary>Gets a value indicating whether -Allow names the integration runtime.</summary>
    public bool? Allowed { get; internal set; }

    /// <summary>Gets the action in words.</summary>
    public string? Message { get; internal set; }

    /// <summary>Gets the members that change.</summary>
    public TextList? Changes { get; internal set; }

    /// <summary>Gets the names of the linked services that use the integration runtime.</summary>
    public TextList? LinkedServices { get; internal set; }

    /// <summary>
    /// Gets the integration runtimes of other data factories that are linked to it, as data factory and name.
    /// </summary>
    public TextList? Links { get; internal set; }

    /// <summary>Gets the names of the nodes that are online.</summary>
    public TextList? OnlineNodes { get; internal set; }

    /// <summary>Gets the next step; null where none is needed.</summary>
    public string? Fix { get; internal set; }

    /// <summary>Gets the file; null for what the files do not have.</summary>
    public string? File { get; internal set; }

    /// <summary>Gets the line in the file; null where it is not known.</summary>
    public int? Line { get; internal set; }

    /// <summary>Gets the service: <c>DataFactory</c> or <c>Synapse</c>.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the data factory or workspace.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the resource id of the integration runtime.</summary>
    public string? Id { get; internal set; }
}
