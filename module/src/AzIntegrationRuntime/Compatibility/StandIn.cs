using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;

namespace AzIntegrationRuntime.Compatibility;

/// <summary>Represents a module of Az whose name a manifest of this module can stand in for.</summary>
/// <remarks>
/// The cmdlets have the interface of the given version. A real module of a later version that is installed afterwards
/// takes precedence, since PowerShell imports the highest version.
/// </remarks>
internal sealed class StandIn
{
    /// <summary>The company in the manifest, which tells a stand-in from a real module.</summary>
    internal const string Company = "AzIntegrationRuntime contributors";

    private readonly string id;
    private readonly Regex? cmdlets;

    private StandIn(string name, string version, string id, string? source, string? cmdlets)
    {
        Name = name;
        Version = version;
        Source = source;
        this.id = id;
        this.cmdlets = cmdlets == null ? null : new Regex(cmdlets, RegexOptions.CultureInvariant);
    }

    /// <summary>Gets all stand-ins; a module stands before those that require it.</summary>
    internal static IReadOnlyList<StandIn> All { get; } =
    [
        new(
            "Az.Accounts", "5.0.0", "6f0d9a5e-98a1-4c3d-8f2b-6d6c1a0c7a11", "AzIntegrationRuntime.Standalone",
            "-Az(Account|Context|Environment|Subscription|Tenant|Domain|AccessToken|RestMethod|Rest$|Profile)"),
        new(
            "Az.Resources", "8.0.0", "6f0d9a5e-98a1-4c3d-8f2b-6d6c1a0c7a12", "AzIntegrationRuntime.Standalone",
            "-Az(Resource|Role)"),
        new(
            "Az.DataFactory", "1.19.0", "6f0d9a5e-98a1-4c3d-8f2b-6d6c1a0c7a13", "AzIntegrationRuntime",
            "-AzDataFactoryV2"),
        new("Az.Synapse", "3.0.0", "6f0d9a5e-98a1-4c3d-8f2b-6d6c1a0c7a14", "AzIntegrationRuntime", "-AzSynapse"),
        new("Az", "14.0.0", "6f0d9a5e-98a1-4c3d-8f2b-6d6c1a0c7a15", null, null),
    ];

    /// <summary>Gets the name of the module.</summary>
    internal string Name { get; }

    /// <summary>Gets the version in the manifest.</summary>
    internal string Version { get; }

    /// <summary>Gets the name of the module that has the cmdlets; null if other modules are required.</summary>
    internal string? Source { get; }

    /// <summary>Returns the manifest, which nests the module that has the cmdlets.</summary>
    /// <param name="source">The module that has the cmdlets.</param>
    internal string WriteManifest(PSModuleInfo? source)
    {
        var text = new StringBuilder("@{\n");
        void Add(string key, string value) =>
            text.AppendFormat(CultureInfo.InvariantCulture, "    {0} = {1}\n", key, value);
        Add("ModuleVersion", Quote(Version));
        Add("GUID", Quote(id));
        Add("Author", Quote(Company));
        Add("CompanyName", Quote(Company));
        Add("Description", Quote($"Stands in for {Name}. Disable-AzIntegrationRuntimeCompatibility removes it."));
        if (source == null)
        {
            Add("RequiredModules", List(All.Where(other => other.Source != null).Select(other => other.Name)));
        }
        else
        {
            Add("NestedModules", List([source.Path]));
        }

        Add("CmdletsToExport", List(Select(source?.ExportedCmdlets.Keys)));
        Add("AliasesToExport", List(Select(source?.ExportedAliases.Keys)));
        Add("FunctionsToExport", "@()");
        Add("VariablesToExport", "@()");
        return text.Append("}\n").ToString();
    }

    private static string Quote(string text) => "'" + text.Replace("'", "''") + "'";

    private static string List(IEnumerable<string> texts) => "@(" + string.Join(", ", texts.Select(Quote)) + ")";

    private IEnumerable<string> Select(IEnumerable<string>? names) =>
        (names ?? []).Where(name => cmdlets?.IsMatch(name) == true).OrderBy(name => name, StringComparer.Ordinal);
}
