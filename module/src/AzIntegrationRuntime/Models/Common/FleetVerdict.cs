using System;

namespace AzIntegrationRuntime;

/// <summary>Represents the verdict on an integration runtime.</summary>
public class FleetVerdict
{
    /// <summary>
    /// Gets the verdict: <c>Healthy</c>, or the gravest severity of its findings. A linked integration runtime is no
    /// better than the shared one.
    /// </summary>
    public string? Verdict { get; internal set; }

    /// <summary>Gets the service.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the data factory, workspace or account.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the name of the integration runtime.</summary>
    public string? Runtime { get; internal set; }

    /// <summary>Gets the kind.</summary>
    public string? Kind { get; internal set; }

    /// <summary>Gets the state; null where it was not read.</summary>
    public string? State { get; internal set; }

    /// <summary>Gets the number of findings about it.</summary>
    public int Findings { get; internal set; }

    /// <summary>Gets the earliest date of these findings; null where there is none.</summary>
    public DateTime? Due { get; internal set; }

    /// <summary>Gets the resource id.</summary>
    public string? Id { get; internal set; }
}
