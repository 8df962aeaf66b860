using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Reflection;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime.Native;

/// <summary>Makes texts with control characters visible in views: ESC is shown as \u001b.</summary>
/// <remarks>
/// A console acts on control characters: they move the cursor and set the window's title. Such a text becomes a string
/// with a ToString of its own, which formatting calls. Its value is the text of the service, for comparisons,
/// parameters, ConvertTo-Json and requests.
/// </remarks>
internal static class VisibleText
{
    private static readonly MethodInfo Shown = typeof(Looks).GetMethod(nameof(Looks.Text))!;

    /// <summary>Returns whether a text has a control character other than tabs and ends of lines.</summary>
    internal static bool IsNeededFor(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            // Nearly all characters are between these.
            if (text[index] is (< ' ' or >= '\u007f') && Looks.IsHidden(text, index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns a note property of that value.</summary>
    internal static PSNoteProperty Note(string name, object? value) => new(name, Show(value) ?? value);

    /// <summary>Hides each property of an object that has such a text behind one that is shown visibly.</summary>
    internal static void AddTo(object target)
    {
        var wrapped = PSObject.AsPSObject(target);
        var found = new List<PSNoteProperty>();
        foreach (var property in wrapped.Properties)
        {
            if (property is PSProperty && Show(property.Value) is { } shown)
            {
                found.Add(new PSNoteProperty(property.Name, shown));
            }
        }

        foreach (var property in found)
        {
            wrapped.Properties.Add(property, preValidated: true);
        }
    }

    /// <summary>Returns the value with texts that are shown visibly; null where it has no such text.</summary>
    private static object? Show(object? value)
    {
        switch (value)
        {
            case string text:
                return IsNeededFor(text) ? Wrap(text) : null;
            case IDictionary table:
                return ShowTable(table);
            case IList list:
                return ShowList(list);
            default:
                return null;
        }
    }

    private static Hashtable? ShowTable(IDictionary table)
    {
        Hashtable? shown = null;
        foreach (DictionaryEntry entry in table)
        {
            if (entry.Value is string text && IsNeededFor(text))
            {
                shown ??= table is Hashtable own ? (Hashtable)own.Clone() : new Hashtable(table);
                shown[entry.Key] = Wrap(text);
            }
        }

        return shown;
    }

    private static object?[]? ShowList(IList list)
    {
        object?[]? shown = null;
        for (var index = 0; index < list.Count; index++)
        {
            if (list[index] is string text && IsNeededFor(text))
            {
                if (shown == null)
                {
                    shown = new object?[list.Count];
                    for (var other = 0; other < shown.Length; other++)
                    {
                        shown[other] = list[other];
                    }
                }

                shown[index] = Wrap(text);
            }
        }

        return shown;
    }

    private static PSObject Wrap(string text)
    {
        var wrapped = new PSObject(text);
        wrapped.Methods.Add(new PSCodeMethod("ToString", Shown));
        return wrapped;
    }
}
