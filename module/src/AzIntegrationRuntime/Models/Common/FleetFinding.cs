using System;

namespace AzIntegrationRuntime;

/// <summary>Represents a finding of the check of a fleet.</summary>
public class FleetFinding
{
    /// <summary>Gets the code, such as <c>AZIR101</c>.</summary>
    public string? Code { get; internal set; }

    /// <summary>Gets the severity: <c>Information</c>, <c>Warning</c> or <c>Error</c>.</summary>
    public string? Severity { get; internal set; }

    /// <summary>Gets the service: <c>DataFactory</c>, <c>Synapse</c> or <c>Purview</c>.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the data factory, workspace or account; null for a subscription.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the name of the integration runtime; null for a finding about its parent.</summary>
    public string? Runtime { get; internal set; }

    /// <summary>Gets the name of the node; null for a finding about the whole integration runtime.</summary>
    public string? Node { get; internal set; }

    /// <summary>Gets the time in UTC at which it becomes grave, or became so; null where there is none.</summary>
    public DateTime? Due { get; internal set; }

    /// <summary>Gets the finding in words.</summary>
    public string? Message { get; internal set; }

    /// <summary>Gets the next step: a command that can be pasted.</summary>
    public string? Fix { get; internal set; }

    /// <summary>Gets the resource id of the integration runtime, parent or subscription.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the kind of the finding in a few words.</summary>
    public string? Title { get; internal set; }

    /// <summary>Gets whether a rules file silences the finding.</summary>
    public bool Silenced { get; internal set; }

    /// <summary>Gets the last day of the silence; null where it has no end.</summary>
    public string? SilencedUntil { get; internal set; }

    /// <summary>Gets the reason of the silence.</summary>
    public string? SilenceReason { get; internal set; }
}
