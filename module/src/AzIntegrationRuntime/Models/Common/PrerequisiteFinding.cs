namespace AzIntegrationRuntime;

/// <summary>Represents the outcome of one check of the prerequisites of a self-hosted integration runtime.</summary>
public class PrerequisiteFinding
{
    /// <summary>Gets the area of the check.</summary>
    public string? Area { get; internal set; }

    /// <summary>Gets the check.</summary>
    public string? Check { get; internal set; }

    /// <summary>Gets the required value.</summary>
    public string? Required { get; internal set; }

    /// <summary>Gets the value that was found.</summary>
    public string? Found { get; internal set; }

    /// <summary>Gets the result: <c>Passed</c>, <c>Warning</c>, <c>Failed</c> or <c>NotChecked</c>.</summary>
    public string? Result { get; internal set; }

    /// <summary>Gets the reason of the check.</summary>
    public string? Why { get; internal set; }

    /// <summary>Gets the next step; null where none is needed.</summary>
    public string? Fix { get; internal set; }
}
