namespace AzIntegrationRuntime;

/// <summary>Represents a module name of Az and what happened to its stand-in manifest.</summary>
public sealed class CompatibilityModule
{
    internal CompatibilityModule(string name, string state, string reason, string? path)
    {
        Name = name;
        State = state;
        Reason = reason;
        Path = path;
    }

    /// <summary>Gets the name of the module.</summary>
    public string Name { get; }

    /// <summary>Gets the state: Enabled, Skipped or Disabled.</summary>
    public string State { get; }

    /// <summary>Gets the reason of the state.</summary>
    public string Reason { get; }

    /// <summary>Gets the path of the stand-in manifest.</summary>
    public string? Path { get; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
