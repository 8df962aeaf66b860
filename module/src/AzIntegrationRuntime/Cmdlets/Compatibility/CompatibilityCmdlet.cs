using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using AzIntegrationRuntime.Compatibility;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Represents a cmdlet for the stand-in manifests of Az's modules.</summary>
public abstract class CompatibilityCmdlet : PSCmdlet
{
    /// <summary>
    /// The scope of the change: Process for this process and the processes that it starts, CurrentUser for later ones.
    /// The default is Process.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateSet("Process", "CurrentUser")]
    public string Scope { get; set; } = "Process";

    /// <summary>Gets the folder of the stand-ins of the scope.</summary>
    private protected string Folder =>
        string.Equals(Scope, "Process", StringComparison.OrdinalIgnoreCase)
            ? ModulePath.ProcessFolder
            : ModulePath.UserFolder ?? throw new InvalidOperationException(
                "PSModulePath has no folder of the user. Run Enable-AzIntegrationRuntimeCompatibility -Scope Process " +
                "in each process instead.");

    /// <summary>Gets the folder of the stand-in of a module in the folder of the scope.</summary>
    private protected string FolderOf(StandIn standIn) => Path.Combine(Folder, standIn.Name, standIn.Version);

    /// <summary>Returns the modules of a name, loaded or on the module path.</summary>
    private protected static IEnumerable<PSModuleInfo> FindModule(string name)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var loaded = shell.AddCommand("Get-Module").AddParameter("Name", name).Invoke<PSModuleInfo>();
        shell.Commands.Clear();
        return loaded.Concat(ListAvailable(shell, name));
    }

    /// <summary>Returns the module of a manifest.</summary>
    private protected static PSModuleInfo? ReadManifest(string path)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return File.Exists(path) ? ListAvailable(shell, path).FirstOrDefault() : null;
    }

    private static Collection<PSModuleInfo> ListAvailable(PowerShell shell, string name) =>
        shell.AddCommand("Get-Module").AddParameter("ListAvailable").AddParameter("Name", name)
            .AddParameter("ErrorAction", ActionPreference.Ignore).Invoke<PSModuleInfo>();
}
