using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using AzIntegrationRuntime.Compatibility;
using AzIntegrationRuntime.Native;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Makes scripts work that name the modules of Az.</summary>
/// <remarks>
/// <para>
/// Writes stand-in manifests for Az, Az.Accounts, Az.Resources, Az.DataFactory and Az.Synapse, and adds their folder to
/// the module path. After that, Import-Module Az.DataFactory, #Requires -Modules Az.Accounts and names such as
/// Az.DataFactory\Get-AzDataFactoryV2 find the cmdlets of AzIntegrationRuntime and AzIntegrationRuntime.Standalone.
/// </para>
/// <para>
/// The cmdlet skips every module that is installed. The stand-ins have only the cmdlets of AzIntegrationRuntime and
/// AzIntegrationRuntime.Standalone. Disable-AzIntegrationRuntimeCompatibility removes them.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Enable-AzIntegrationRuntimeCompatibility
/// Import-Module Az.DataFactory
/// Get-Command Az.DataFactory\Get-AzDataFactoryV2
/// </code>
/// <para>Enables the module names of Az in this process.</para>
/// </example>
/// <example>
/// <code>
/// Enable-AzIntegrationRuntimeCompatibility -Scope CurrentUser -WhatIf
/// </code>
/// <para>Shows which manifests the cmdlet would write for later processes.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="CompatibilityModule">An object for each module name, with the state and its reason.</outputs>
/// <seealso>Disable-AzIntegrationRuntimeCompatibility</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsLifecycle.Enable, "AzIntegrationRuntimeCompatibility", SupportsShouldProcess = true)]
[OutputType(typeof(CompatibilityModule))]
public sealed class EnableAzIntegrationRuntimeCompatibilityCommand : CompatibilityCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var standIn in StandIn.All)
        {
            var real = FindModule(standIn.Name).FirstOrDefault(module => module.CompanyName != StandIn.Company);
            if (real != null)
            {
                var reason = $"{standIn.Name} {real.Version} is installed.";
                WriteObject(new CompatibilityModule(standIn.Name, "Skipped", reason, real.Path));
                continue;
            }

            var source = standIn.Source == null ? null : FindSource(standIn.Source);
            if (standIn.Source != null && source == null)
            {
                var reason = $"{standIn.Source} is missing. Install it, then run this cmdlet again.";
                WriteObject(new CompatibilityModule(standIn.Name, "Skipped", reason, null));
            }
            else if (ShouldProcess(FolderOf(standIn), "Write the stand-in manifest of " + standIn.Name))
            {
                WriteObject(Write(standIn, source));
            }
        }
    }

    /// <summary>Returns the module of this installation, or the one that stands beside it.</summary>
    private static PSModuleInfo? FindSource(string name)
    {
        var own = Platform.Current.ModuleFolder;
        var version = Path.GetFileName(own);
        return new[]
        {
            Path.Combine(own, name + ".psd1"),
            Path.Combine(own, "..", "..", name, version, name + ".psd1"),
            Path.Combine(own, "..", name, name + ".psd1"),
        }.Select(path => ReadManifest(Path.GetFullPath(path))).FirstOrDefault(module => module != null)
            ?? FindModule(name).FirstOrDefault();
    }

    private CompatibilityModule Write(StandIn standIn, PSModuleInfo? source)
    {
        var folder = FolderOf(standIn);
        var path = Path.Combine(folder, standIn.Name + ".psd1");
        Directory.CreateDirectory(folder);
        // With a byte-order mark: Windows PowerShell takes other files as ANSI, and a path can have any letter.
        File.WriteAllText(path, standIn.WriteManifest(source), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (string.Equals(Scope, "Process", StringComparison.OrdinalIgnoreCase))
        {
            ModulePath.Add(Folder);
        }

        var reason = source == null ? "It requires the other modules." : $"{source.Name} has its cmdlets.";
        return new CompatibilityModule(standIn.Name, "Enabled", reason, path);
    }
}
