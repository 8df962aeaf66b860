namespace AzIntegrationRuntime;

/// <summary>Represents a node that was registered at the emulator.</summary>
public class EmulatorNode
{
    /// <summary>Gets the name of the node.</summary>
    public string? NodeName { get; internal set; }

    /// <summary>Gets the name of the machine.</summary>
    public string? MachineName { get; internal set; }

    /// <summary>Gets the status.</summary>
    public string? Status { get; internal set; }

    /// <summary>Gets the version of the software.</summary>
    public string? Version { get; internal set; }
}
