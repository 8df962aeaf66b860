using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace AzIntegrationRuntime.Defaults;

/// <summary>Represents a service in the defaults: the parameter of its parent, and the cmdlets that have it.</summary>
internal sealed class ParentService
{
    internal static readonly ParentService DataFactory =
        new("DataFactory", "DataFactoryName", "AzDataFactoryV2IntegrationRuntime");

    internal static readonly ParentService Synapse =
        new("Synapse", "WorkspaceName", "AzSynapseIntegrationRuntime");

    internal static readonly ParentService Purview =
        new("Purview", "AccountName", "AzPurviewIntegrationRuntime");

    internal static readonly IReadOnlyList<ParentService> All = [DataFactory, Synapse, Purview];

    private readonly string noun;

    private ParentService(string name, string parameter, string noun)
    {
        Name = name;
        Parameter = parameter;
        this.noun = noun;
    }

    /// <summary>Gets the name of the service, as the objects have it.</summary>
    internal string Name { get; }

    /// <summary>Gets the parameter that names the data factory, workspace or account.</summary>
    internal string Parameter { get; }

    /// <summary>
    /// Returns whether a text can be the name of one resource. The other rules differ by service, and each cmdlet
    /// checks them.
    /// </summary>
    internal static bool IsName(string text) =>
        text.Length > 0 && !text.Any(one => char.IsWhiteSpace(one) || "*?[]/\\".IndexOf(one) >= 0);

    /// <summary>Returns the service whose integration runtimes a cmdlet is about; null for other cmdlets.</summary>
    internal static ParentService? Of(string cmdlet) =>
        All.FirstOrDefault(one => cmdlet.IndexOf("-" + one.noun, StringComparison.OrdinalIgnoreCase) > 0);

    /// <summary>
    /// Returns the cmdlets that take a default: those that are about integration runtimes of one parent. A cmdlet that
    /// removes or changes the parent itself is not among them, nor one that a parent narrows.
    /// </summary>
    internal IEnumerable<string> FindCmdlets() =>
        typeof(ParentService).Assembly.GetExportedTypes()
            .Where(type => type.GetProperty(Parameter) != null)
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .Where(cmdlet => cmdlet != null && cmdlet.NounName.StartsWith(noun, StringComparison.Ordinal))
            .Select(cmdlet => cmdlet!.VerbName + "-" + cmdlet.NounName);
}
