namespace AzIntegrationRuntime;

/// <summary>Represents a change of a fleet since a baseline.</summary>
public class FleetChange
{
    /// <summary>
    /// Gets the kind: <c>New</c>, <c>Gone</c>, <c>Kind</c>, <c>State</c>, <c>Version</c> or <c>Links</c>.
    /// </summary>
    public string? Change { get; internal set; }

    /// <summary>Gets the service.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the data factory, workspace or account.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the name of the integration runtime; null for a change of its parent.</summary>
    public string? Runtime { get; internal set; }

    /// <summary>Gets the name of the node; null for a change of the integration runtime.</summary>
    public string? Node { get; internal set; }

    /// <summary>Gets the value in the baseline; null for what is new.</summary>
    public string? Before { get; internal set; }

    /// <summary>Gets the value now; null for what is gone.</summary>
    public string? After { get; internal set; }

    /// <summary>Gets the change in words.</summary>
    public string? Message { get; internal set; }

    /// <summary>Gets the resource id.</summary>
    public string? Id { get; internal set; }
}
