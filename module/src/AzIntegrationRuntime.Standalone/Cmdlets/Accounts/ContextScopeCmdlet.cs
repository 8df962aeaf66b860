using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;

namespace AzIntegrationRuntime.Standalone.Cmdlets;

/// <summary>Represents a cmdlet that changes contexts or settings of the process or the user.</summary>
public abstract class ContextScopeCmdlet : NativeCmdlet
{
    /// <summary>The scope of the change: Process for this process only, CurrentUser also for later ones.</summary>
    [Parameter]
    [ValidateSet("Process", "CurrentUser")]
    public string? Scope { get; set; }
}
