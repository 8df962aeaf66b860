using System.IO;
using System.Linq;
using System.Management.Automation;
using AzIntegrationRuntime.Compatibility;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Removes the stand-ins for the modules of Az.</summary>
/// <remarks>
/// <para>
/// Removes the stand-in manifests that Enable-AzIntegrationRuntimeCompatibility wrote, and their folder from the module
/// path of this process. Real modules of Az stay. Modules that are already imported stay imported.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Enable-AzIntegrationRuntimeCompatibility
/// Disable-AzIntegrationRuntimeCompatibility
/// </code>
/// <para>Enables the module names of Az in this process, and removes them.</para>
/// </example>
/// <example>
/// <code>
/// Disable-AzIntegrationRuntimeCompatibility -Scope CurrentUser -WhatIf
/// </code>
/// <para>Shows which manifests the cmdlet would remove for later processes.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="CompatibilityModule">An object for each removed stand-in.</outputs>
/// <seealso>Enable-AzIntegrationRuntimeCompatibility</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Disable, "AzIntegrationRuntimeCompatibility", SupportsShouldProcess = true)]
[OutputType(typeof(CompatibilityModule))]
public sealed class DisableAzIntegrationRuntimeCompatibilityCommand : CompatibilityCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var standIn in StandIn.All)
        {
            var folder = FolderOf(standIn);
            var path = Path.Combine(folder, standIn.Name + ".psd1");
            var written = File.Exists(path) && File.ReadAllText(path).Contains(StandIn.Company);
            if (written && ShouldProcess(path, "Remove the stand-in manifest of " + standIn.Name))
            {
                Directory.Delete(folder, recursive: true);
                var parent = Path.GetDirectoryName(folder)!;
                if (!Directory.EnumerateFileSystemEntries(parent).Any())
                {
                    Directory.Delete(parent);
                }

                WriteObject(new CompatibilityModule(standIn.Name, "Disabled", "Its stand-in was removed.", path));
            }
        }

        if (Folder == ModulePath.ProcessFolder &&
            (!Directory.Exists(Folder) || !Directory.EnumerateFileSystemEntries(Folder).Any()))
        {
            ModulePath.Remove(Folder);
        }
    }
}
