using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using AzIntegrationRuntime.Native;

namespace AzIntegrationRuntime.Completion;

/// <summary>Completes an argument with names that the library looks up.</summary>
/// <remarks>
/// It writes nothing, asks nothing and ends within a second; names that are not there by then are left out. Files of
/// the current folder are never offered in their place.
/// </remarks>
public abstract class NativeCompleter : IArgumentCompleter
{
    private static readonly string[] Context =
    [
        "ResourceGroupName", "DataFactoryName", "WorkspaceName", "AccountName", "IntegrationRuntimeName", "Name",
        "ResourceId", "DefaultProfile",
    ];

    /// <summary>Gets the kind of name, as the operation <c>completion.get</c> takes it.</summary>
    protected abstract string Kind { get; }

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var results = new List<CompletionResult>();
        try
        {
            // As it stands on the line: with the quote that was typed, and sometimes one behind it that was not.
            var word = wordToComplete ?? string.Empty;
            var quote = word.Length > 0 && word[0] is '\'' or '"' ? word.Substring(0, 1) : string.Empty;
            word = quote.Length > 0 ? word.Substring(1).TrimEnd(quote[0]) : word;
            var bound = fakeBoundParameters ?? new Hashtable();
            foreach (var name in Find(parameterName, word, bound, commandName ?? string.Empty))
            {
                if (name.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                {
                    results.Add(new CompletionResult(
                        CompletionText.Quote(name.Text, quote),
                        name.Text,
                        CompletionResultType.ParameterValue,
                        name.ToolTip));
                }
            }
        }
        catch (Exception)
        {
            // Who presses Tab wants names or nothing.
            results.Clear();
        }

        return CompletionText.OrNothing(results);
    }

    private IReadOnlyList<CompletionName> Find(
        string parameterName, string word, IDictionary bound, string command)
    {
        if (!Library.Exists)
        {
            return [];
        }

        // A cmdlet for every service has runtimes of whatever was named.
        var kind = Kind;
        if (kind == "runtime")
        {
            kind = IsFilled(bound["WorkspaceName"]) ? "synapseruntime"
                : IsFilled(bound["AccountName"]) ? "purviewruntime"
                : kind;
        }

        var operation = kind.StartsWith("synapse", StringComparison.Ordinal) ||
            kind.StartsWith("workspace", StringComparison.Ordinal) ? "synapse.completion.get"
            : kind.StartsWith("purview", StringComparison.Ordinal) ||
            kind.StartsWith("account", StringComparison.Ordinal) ? "purview.completion.get"
            : "completion.get";
        var arguments = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Kind"] = kind.StartsWith("synapse", StringComparison.Ordinal) ? kind.Substring("synapse".Length) : kind,
        };
        AddContext(arguments, parameterName, bound, command);
        var options = new RequestOptions { RunspaceId = Runspace.DefaultRunspace?.InstanceId };
        return CompletionSource.Find(operation, arguments, word, options);
    }

    private static void AddContext(
        Dictionary<string, object?> arguments, string parameterName, IDictionary bound, string command)
    {
        foreach (var name in Context)
        {
            if (bound[name] != null && !string.Equals(name, parameterName, StringComparison.OrdinalIgnoreCase))
            {
                arguments[name] = bound[name];
            }
        }

        foreach (var parent in new[] { "WorkspaceObject", "AccountObject" })
        {
            if (bound[parent] is { } given)
            {
                // Az's own workspace has its group in the id only.
                arguments[parent.Substring(0, parent.Length - "Object".Length) + "Name"] = Member(given, "Name");
                arguments["ResourceGroupName"] = GroupOf(Member(given, "Id") as string);
            }
        }

        AddDefaults(arguments, parameterName, command);
        if (bound["InputObject"] is { } input)
        {
            // A runtime, or a data factory where that is what the cmdlet takes.
            foreach (var name in new[] { "ResourceGroupName", "DataFactoryName", "WorkspaceName", "AccountName" })
            {
                if (Member(input, name) is { } value)
                {
                    arguments[name] = value;
                }
            }

            arguments["IntegrationRuntimeName"] = Member(input, "Name");
        }
    }

    /// <summary>Adds the parent that the cmdlet takes by default, if the command names none.</summary>
    private static void AddDefaults(Dictionary<string, object?> arguments, string parameterName, string command)
    {
        foreach (var (name, value) in ParentDefaults.ForCompletion(command))
        {
            if (!arguments.ContainsKey(name) && !string.Equals(name, parameterName, StringComparison.OrdinalIgnoreCase))
            {
                arguments[name] = value;
            }
        }
    }

    private static object? Member(object source, string name) => PSObject.AsPSObject(source).Properties[name]?.Value;

    private static bool IsFilled(object? value) => value != null && PSObject.AsPSObject(value).ToString().Length > 0;

    private static string? GroupOf(string? id)
    {
        const string Marker = "/resourceGroups/";
        var start = id?.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return null;
        }

        var rest = id!.Substring(start + Marker.Length);
        var end = rest.IndexOf('/');
        return end < 0 ? rest : rest.Substring(0, end);
    }
}
