using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Defaults;

namespace AzIntegrationRuntime;

/// <summary>Holds the defaults of each session, and finds the value of a parameter that a command omits.</summary>
/// <remarks>
/// PowerShell's <c>$PSDefaultParameterValues</c> binds the values. A plain value there is dangerous: PowerShell binds
/// it before the pipeline's objects, so that <c>$runtime | Remove-…</c> would remove the integration runtime of that
/// name in the default data factory. So each entry is a script block that asks <see cref="Resolve" />, which has no
/// value for a cmdlet with pipeline input.
/// </remarks>
public static class ParentDefaults
{
    private const string Group = "ResourceGroupName";
    private const string Variable = "global:PSDefaultParameterValues";

    private static readonly ConditionalWeakTable<Runspace, Session> Sessions = new();
    private static volatile bool used;

    // The cmdlets that were created on this thread and did not begin yet.
    [ThreadStatic]
    private static List<WeakReference<NativeCmdlet>>? pending;

    /// <summary>Returns the default of a parameter: one value, or none.</summary>
    /// <param name="cmdlet">The name of the cmdlet whose parameters are bound.</param>
    /// <param name="parameter">The name of the parameter.</param>
    public static string[] Resolve(string cmdlet, string parameter)
    {
        var command = FindPending(cmdlet);
        if (command == null || command.MyInvocation.ExpectingInput)
        {
            return [];
        }

        if (Find(command.SessionState, parameter, cmdlet) is not { } value)
        {
            return [];
        }

        command.NoteDefault(parameter, value);
        return [value];
    }

    /// <summary>
    /// Returns why a command is refused that names another resource group than that of its default data factory: its
    /// first argument was a name, most likely. Null for other commands.
    /// </summary>
    internal static string? DescribeOtherGroup(
        SessionState state, InvocationInfo invocation, ICollection<string> defaults)
    {
        var cmdlet = invocation.MyCommand.Name;
        if (ParentService.Of(cmdlet) is not { } service || !defaults.Contains(service.Parameter) ||
            defaults.Contains(Group) ||
            !invocation.BoundParameters.TryGetValue(Group, out var value) || value is not string given ||
            InForce(state).FirstOrDefault(one => one.Service == service.Name) is not
            { ResourceGroupName: { } own } found ||
            string.Equals(own, given, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = invocation.MyCommand.Parameters.TryGetValue("IntegrationRuntimeName", out _)
            ? "IntegrationRuntimeName"
            : "Name";
        return
            $"'{given}' is read as -ResourceGroupName, but '{found.Parent}', the default of -{service.Parameter}, is " +
            $"in the resource group '{own}'. Did you mean -{name} '{given}'? For another resource group, give " +
            $"-{service.Parameter} too.";
    }

    /// <summary>
    /// Takes the default of the resource group from a command that names another workspace or account than the
    /// default: it is the group of the default, and the cmdlets find these by their names.
    /// </summary>
    internal static void DropGroupOfOther(InvocationInfo invocation, IReadOnlyDictionary<string, string> defaults)
    {
        bool IsDefault(string parameter) =>
            defaults.TryGetValue(parameter, out var value) &&
            invocation.BoundParameters.TryGetValue(parameter, out var bound) && ReferenceEquals(bound, value);
        if (ParentService.Of(invocation.MyCommand.Name) is { } service && service != ParentService.DataFactory &&
            IsDefault(Group) && !IsDefault(service.Parameter))
        {
            invocation.BoundParameters.Remove(Group);
        }
    }

    /// <summary>Remembers a cmdlet until it begins, so that its parameters can be told from those of another.</summary>
    internal static void Track(NativeCmdlet cmdlet)
    {
        if (used)
        {
            (pending ??= []).Add(new WeakReference<NativeCmdlet>(cmdlet));
        }
    }

    /// <summary>Forgets a cmdlet that begins, or that PowerShell disposes since it could not be bound.</summary>
    internal static void Forget(NativeCmdlet cmdlet) =>
        pending?.RemoveAll(one => !one.TryGetTarget(out var target) || ReferenceEquals(target, cmdlet));

    /// <summary>Returns the defaults that are in force, one for each service.</summary>
    internal static IReadOnlyList<ParentDefault> InForce(SessionState state) => InForce(FolderOf(state));

    private static List<ParentDefault> InForce(string? folder)
    {
        var session = Current;
        if (session == null)
        {
            return [];
        }

        IEnumerable<ParentDefault> all = session.Defaults.Values;
        if (session.ReadsFolders && folder != null && DefaultsFile.Find(folder) is { } path)
        {
            all = DefaultsFile.Read(path).Concat(all);
        }

        return all.GroupBy(one => one.Service).Select(group => group.First())
            .OrderBy(one => one.Service, StringComparer.Ordinal).ToList();
    }

    /// <summary>Returns the parameters of a cmdlet that have a default, with their values.</summary>
    internal static IEnumerable<(string Parameter, string Value)> ForCompletion(string cmdlet)
    {
        if (!used || ParentService.Of(cmdlet) is not { } service)
        {
            yield break;
        }

        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var folder = shell.AddCommand("Get-Location").Invoke<PathInfo>().FirstOrDefault()?.ProviderPath;
        var found = InForce(folder).FirstOrDefault(one => one.Service == service.Name);
        if (found != null)
        {
            yield return (service.Parameter, found.Parent);
            if (found.ResourceGroupName != null)
            {
                yield return (Group, found.ResourceGroupName);
            }
        }
    }

    /// <summary>Sets defaults of the session.</summary>
    internal static void Set(SessionState state, IEnumerable<ParentDefault> defaults, bool readsFolders)
    {
        var session = Sessions.GetOrCreateValue(Runspace.DefaultRunspace);
        used = true;
        foreach (var one in defaults)
        {
            session.Defaults[one.Service] = one;
        }

        session.ReadsFolders |= readsFolders;
        Register(state, session);
    }

    /// <summary>Removes the defaults of the session.</summary>
    internal static void Clear(SessionState state)
    {
        if (Current is not { } session)
        {
            return;
        }

        if (state.PSVariable.GetValue(Variable) is DefaultParameterDictionary values)
        {
            foreach (var entry in session.Entries.Where(entry => ReferenceEquals(values[entry.Key], entry.Value)))
            {
                values.Remove(entry.Key);
            }
        }

        Sessions.Remove(Runspace.DefaultRunspace);
    }

    /// <summary>Returns the folder that the session is in.</summary>
    internal static string FolderOf(SessionState state) => state.Path.CurrentFileSystemLocation.ProviderPath;

    /// <summary>
    /// Refuses a location that is no folder, such as <c>Env:</c>: the file would be in another place.
    /// </summary>
    internal static void RefuseOtherLocation(SessionState state)
    {
        var location = state.Path.CurrentLocation;
        if (location.Provider.Name != "FileSystem")
        {
            throw new InvalidDataException(
                $"The current location '{location.Path}' is not a folder of the file system. Change to the folder " +
                $"first, for example with: Set-Location -LiteralPath '{FolderOf(state).Replace("'", "''")}'");
        }
    }

    private static Session? Current =>
        Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out var session) ? session : null;

    private static string? Find(SessionState state, string parameter, string cmdlet)
    {
        var service = ParentService.Of(cmdlet);
        var found = InForce(state).FirstOrDefault(one => one.Service == service?.Name);
        return parameter == Group ? found?.ResourceGroupName : found?.Parent;
    }

    /// <summary>
    /// Returns the cmdlet whose parameters PowerShell binds now. It prepares the cmdlets of a pipeline in their order,
    /// and a cmdlet has its position from then on.
    /// </summary>
    private static NativeCmdlet? FindPending(string name)
    {
        for (var index = (pending?.Count ?? 0) - 1; index >= 0; index--)
        {
            if (pending![index].TryGetTarget(out var cmdlet) && cmdlet.MyInvocation is { PipelinePosition: > 0 } own &&
                string.Equals(own.MyCommand?.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return cmdlet;
            }
        }

        return null;
    }

    private static void Register(SessionState state, Session session)
    {
        if (state.PSVariable.GetValue(Variable) is not DefaultParameterDictionary values)
        {
            values = new DefaultParameterDictionary();
            state.PSVariable.Set(Variable, values);
        }

        foreach (var service in ParentService.All)
        {
            foreach (var cmdlet in service.FindCmdlets())
            {
                foreach (var parameter in new[] { Group, service.Parameter })
                {
                    var key = cmdlet + ":" + parameter;
                    // An own entry of the user stays.
                    if (!values.Contains(key))
                    {
                        var value = ScriptBlock.Create(
                            $"[AzIntegrationRuntime.ParentDefaults]::Resolve('{cmdlet}', '{parameter}')");
                        values[key] = value;
                        session.Entries[key] = value;
                    }
                }
            }
        }
    }

    /// <summary>Represents the defaults of a runspace.</summary>
    private sealed class Session
    {
        internal Dictionary<string, ParentDefault> Defaults { get; } = new(StringComparer.Ordinal);

        internal Dictionary<string, ScriptBlock> Entries { get; } = new(StringComparer.OrdinalIgnoreCase);

        internal bool ReadsFolders { get; set; }
    }
}
