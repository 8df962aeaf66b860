using System;
using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace AzIntegrationRuntime.Models;

/// <summary>Computes what the views show of an object, as hidden members of the type data.</summary>
/// <remarks>
/// A script block in a view costs some hundred microseconds a cell; a list of 10,000 integration runtimes has 40,000
/// cells. Members of the type data are found by their names only, so they are in no list of an object's properties.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Looks
{
    // Windows PowerShell has no way to leave colours out where output is redirected.
    private static readonly bool HasColors =
        typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle", throwOnError: false) != null;

    /// <summary>Returns the heading of a group: the parent and its service.</summary>
    /// <param name="instance">The integration runtime.</param>
    public static object? Parent(PSObject instance) => $"{Value(instance, "Parent")} ({Value(instance, "Service")})";

    /// <summary>Returns the type, or the kind where the service named no type.</summary>
    /// <param name="instance">The integration runtime.</param>
    public static object? Type(PSObject instance) =>
        Value(instance, "Type") is string { Length: > 0 } type ? type : Value(instance, "Kind");

    /// <summary>Returns the number of nodes: those that there are, else those that were asked for.</summary>
    /// <param name="instance">The integration runtime.</param>
    public static object? Nodes(PSObject instance) =>
        Unwrap(Value(instance, "Nodes")) is ICollection nodes ? nodes.Count : Value(instance, "NodeCount");

    /// <summary>Returns the state of an integration runtime, in its colour.</summary>
    /// <param name="instance">The integration runtime.</param>
    public static object? State(PSObject instance) => Colored(Value(instance, "State"));

    /// <summary>Returns the status of a node, in its colour.</summary>
    /// <param name="instance">The node.</param>
    public static object? Status(PSObject instance) => Colored(Value(instance, "Status"));

    /// <summary>Returns the name of the data factory; null where the parent is a workspace or an account.</summary>
    /// <param name="instance">The row of a node.</param>
    public static object? DataFactory(PSObject instance) =>
        Value(instance, "Service") is "DataFactory" ? Value(instance, "Parent") : null;

    /// <summary>Returns a text with its control characters as text, such as \u001b.</summary>
    /// <param name="instance">The string.</param>
    public static string Text(PSObject instance)
    {
        var text = instance?.BaseObject as string ?? string.Empty;
        var shown = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            if (IsHidden(text, index))
            {
                shown.Append("\\u").Append(((int)text[index]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                shown.Append(text[index]);
            }
        }

        return shown.ToString();
    }

    /// <summary>Returns whether a console acts on a character of a text, other than a tab or the end of a line.</summary>
    internal static bool IsHidden(string text, int index) => text[index] switch
    {
        '\n' or '\t' => false,
        '\r' => index + 1 >= text.Length || text[index + 1] != '\n',
        var character => char.IsControl(character),
    };

    private static object? Value(PSObject? instance, string name) => instance?.Properties[name]?.Value;

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static object? Colored(object? value)
    {
        if (!HasColors || Unwrap(value) is not string text)
        {
            return value;
        }

        var color = Color(text);
        return color == null ? text : $"\u001b[{color}m{text}\u001b[0m";
    }

    private static string? Color(string state)
    {
        switch (state.ToUpperInvariant())
        {
            case "ONLINE" or "STARTED" or "AVAILABLE":
                return "32";
            case "OFFLINE" or "UNAVAILABLE" or "ACCESSDENIED":
                return "31";
            case "LIMITED" or "NEEDREGISTRATION":
                return "33";
        }

        return state.IndexOf("Fail", StringComparison.OrdinalIgnoreCase) >= 0 ? "31"
            : state.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? "33"
            : null;
    }
}
