using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Security;

namespace AzIntegrationRuntime.Native;

/// <summary>Writes the items of -ExpressCustomSetup: objects of the SDK (Az's or ours) or hashtables.</summary>
internal static class SetupWriter
{
    /// <summary>Writes the items; their passwords and license keys go beside the JSON.</summary>
    internal static void Write(JsonWriter json, SecretBuffer secrets, object? items)
    {
        if (items == null)
        {
            json.Raw("null");
            return;
        }

        json.Raw("[");
        foreach (var item in LanguagePrimitives.GetEnumerable(items) ?? new[] { items })
        {
            json.Separate();
            // An item has its details, and these a secret in them.
            WriteItem(json, secrets, item, 4);
        }

        json.Raw("]");
    }

    private static void WriteItem(JsonWriter json, SecretBuffer secrets, object? given, int depth)
    {
        var item = given is PSObject { BaseObject: { } inner } && inner is not PSCustomObject ? inner : given;
        if (item is null or string or ValueType or SecureString)
        {
            json.Value(item, 1);
            return;
        }

        // Members of an object that is no set-up, such as a file, can lead anywhere; its type is enough to refuse it.
        if (depth <= 0 && item is not IEnumerable and not PSCustomObject)
        {
            json.Raw("null");
            return;
        }

        if (depth <= 0)
        {
            throw new ArgumentException("an item is nested too deeply, or contains itself.");
        }

        if (item is IEnumerable list and not IDictionary)
        {
            json.Raw("[");
            foreach (var element in list)
            {
                json.Separate();
                WriteItem(json, secrets, element, depth - 1);
            }

            json.Raw("]");
            return;
        }

        var members = item is IDictionary dictionary
            ? FromDictionary(dictionary)
            : FromObject(PSObject.AsPSObject(given));
        var kind = Find(members, "__type") ?? Find(members, "type");
        if (string.Equals(kind as string, "SecureString", StringComparison.OrdinalIgnoreCase))
        {
            // The SDK's own SecureString is an object with a text in it.
            json.Raw(secrets.Add(ToText(Find(members, "Value"))));
            return;
        }

        json.Raw("{");
        foreach (var member in members)
        {
            json.Name(member.Key);
            if (IsSecret(member.Key) && member.Value is string or PSObject { BaseObject: string })
            {
                json.Raw(secrets.Add(ToText(member.Value)));
            }
            else
            {
                WriteItem(json, secrets, member.Value, depth - 1);
            }
        }

        json.Raw("}");
    }

    private static bool IsSecret(string name) =>
        string.Equals(name, "Password", StringComparison.OrdinalIgnoreCase) ||
        string.Equals(name, "LicenseKey", StringComparison.OrdinalIgnoreCase);

    private static List<KeyValuePair<string, object?>> FromDictionary(IDictionary dictionary)
    {
        // @{ type = 'CmdkeySetup'; targetName = ... } is a shorter way to write such an object.
        var given = new List<KeyValuePair<string, object?>>();
        foreach (DictionaryEntry entry in dictionary)
        {
            given.Add(new KeyValuePair<string, object?>(ToText(entry.Key), entry.Value));
        }

        var isShort = Find(given, "type") is { } type && Find(given, "typeProperties") == null &&
            !string.Equals(ToText(type), "SecureString", StringComparison.OrdinalIgnoreCase);
        if (!isShort)
        {
            return given;
        }

        var members = new List<KeyValuePair<string, object?>>();
        foreach (var entry in given)
        {
            var name = entry.Key;
            if (string.Equals(name, "type", StringComparison.OrdinalIgnoreCase))
            {
                name = "__type";
            }
            else if (name.Length > 0)
            {
                name = char.ToUpperInvariant(name[0]) + name.Substring(1);
            }

            members.Add(new KeyValuePair<string, object?>(name, entry.Value));
        }

        return members;
    }

    private static List<KeyValuePair<string, object?>> FromObject(PSObject item)
    {
        // The last part of the type's name says which kind of set-up it is.
        var typeName = item.TypeNames.Count > 0 ? item.TypeNames[0] : string.Empty;
        var kind = typeName.Substring(typeName.LastIndexOf('.') + 1);
        var members = new List<KeyValuePair<string, object?>> { new("__type", kind) };
        foreach (var property in item.Properties)
        {
            try
            {
                members.Add(new KeyValuePair<string, object?>(property.Name, property.Value));
            }
            catch (RuntimeException)
            {
                // The library refuses an object that is no set-up by its type, and a set-up by what it lacks.
            }
        }

        return members;
    }

    private static object? Find(List<KeyValuePair<string, object?>> members, string name)
    {
        foreach (var member in members)
        {
            if (string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value is PSObject { BaseObject: string text } ? text : member.Value;
            }
        }

        return null;
    }

    private static string ToText(object? value) => Convert.ToString(
        value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) ?? string.Empty;
}
