namespace AzIntegrationRuntime;

/// <summary>Represents the file of an integration runtime in an export.</summary>
public class ExportedFile
{
    /// <summary>Gets the name of the integration runtime.</summary>
    public string? Name { get; internal set; }

    /// <summary>
    /// Gets the action: <c>Create</c>, <c>Change</c>, <c>NoChange</c>, <c>NotLive</c> or <c>Refused</c>.
    /// </summary>
    public string? Action { get; internal set; }

    /// <summary>Gets a value indicating whether the file was written.</summary>
    public bool? Written { get; internal set; }

    /// <summary>Gets the action in words.</summary>
    public string? Message { get; internal set; }

    /// <summary>Gets the members that change, from the value in the file to the live value.</summary>
    public TextList? Changes { get; internal set; }

    /// <summary>Gets the file.</summary>
    public string? File { get; internal set; }

    /// <summary>Gets the service: <c>DataFactory</c> or <c>Synapse</c>.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the data factory or workspace.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the resource id of the integration runtime.</summary>
    public string? Id { get; internal set; }
}
