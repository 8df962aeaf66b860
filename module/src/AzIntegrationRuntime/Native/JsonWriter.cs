using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text;
using System.Xml;

namespace AzIntegrationRuntime.Native;

/// <summary>Writes values as JSON. Secrets go beside it.</summary>
internal sealed class JsonWriter(SecretBuffer secrets)
{
    /// <summary>How deep an argument that goes into what is written as it is may be nested.</summary>
    internal const int DeepestWhole = 30;

    // Members of objects given as arguments that are not handed on: secrets, and where Az keeps some.
    private static readonly HashSet<string> WithheldMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "AuthKey1", "AuthKey2", "CatalogAdminPassword", "SetupScriptContainerSasUri", "ExtendedProperties",
        "ExtendedProperty", "TokenCache", "Token", "Password",
    };

    private readonly StringBuilder json = new(1024);

    /// <inheritdoc />
    public override string ToString() => json.ToString();

    /// <summary>Writes JSON that is ready, such as a brace or a reference to a secret.</summary>
    internal void Raw(string text) => json.Append(text);

    /// <summary>Writes a comma unless the object or list has just begun, then the name of a member.</summary>
    internal void Name(string name)
    {
        Separate();
        Text(name);
        json.Append(':');
    }

    /// <summary>Writes a comma unless the object or list has just begun.</summary>
    internal void Separate()
    {
        if (json.Length > 0 && json[json.Length - 1] is not ('{' or '[' or ':'))
        {
            json.Append(',');
        }
    }

    /// <summary>Writes a text.</summary>
    internal void Text(string text)
    {
        json.Append('"');
        var written = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character >= ' ' && character != '"' && character != '\\')
            {
                continue;
            }

            json.Append(text, written, index - written);
            written = index + 1;
            if (character < ' ')
            {
                json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append('\\').Append(character);
            }
        }

        json.Append(text, written, text.Length - written).Append('"');
    }

    /// <summary>Writes a value; of an object its members, so many levels deep.</summary>
    /// <param name="given">The value.</param>
    /// <param name="depth">How many levels of members are written.</param>
    /// <param name="whole">Whether all members are written, and one that is deeper is an error.</param>
    internal void Value(object? given, int depth, bool whole = false)
    {
        var value = given is PSObject { BaseObject: { } inner } && inner is not PSCustomObject ? inner : given;
        switch (value)
        {
            case null:
                json.Append("null");
                return;
            case string text:
                Text(text);
                return;
            case bool flag:
                json.Append(flag ? "true" : "false");
                return;
            case SwitchParameter flag:
                json.Append(flag.IsPresent ? "true" : "false");
                return;
            case SecureString secret:
                json.Append(secrets.Add(secret));
                return;
            case PSCredential credential:
                json.Append('{');
                Name("userName");
                Text(credential.UserName);
                Name("password");
                json.Append(secrets.Add(credential.Password)).Append('}');
                return;
            case Enum or Guid or Uri or Version or char:
                Text(value.ToString() ?? string.Empty);
                return;
            case DateTime date:
                Text(date.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture));
                return;
            case DateTimeOffset date:
                Text(date.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
                return;
            case TimeSpan span:
                Text(XmlConvert.ToString(span));
                return;
            case double number:
                Number(number);
                return;
            case float number:
                Number(number);
                return;
            case ValueType and IFormattable formattable:
                json.Append(formattable.ToString(null, CultureInfo.InvariantCulture));
                return;
        }

        if (depth <= 0)
        {
            json.Append(whole
                ? throw new ArgumentException("it is nested more than 30 levels deep, or contains itself.")
                : "null");
            return;
        }

        switch (value)
        {
            case IDictionary dictionary:
                Dictionary(dictionary, depth, whole);
                break;
            case IEnumerable list:
                json.Append('[');
                foreach (var item in list)
                {
                    Separate();
                    Value(item, depth - 1, whole);
                }

                json.Append(']');
                break;
            default:
                Members(PSObject.AsPSObject(given), depth, whole);
                break;
        }
    }

    private void Dictionary(IDictionary dictionary, int depth, bool whole)
    {
        json.Append('{');
        foreach (DictionaryEntry entry in dictionary)
        {
            Name(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty);
            Value(entry.Value, depth - 1, whole);
        }

        json.Append('}');
    }

    private void Members(PSObject item, int depth, bool whole)
    {
        json.Append('{');
        foreach (var property in item.Properties)
        {
            if (!whole && WithheldMembers.Contains(property.Name))
            {
                continue;
            }

            object? value;
            try
            {
                value = property.Value;
            }
            catch (GetValueException)
            {
                // A getter of another module's object that throws has nothing to hand on.
                continue;
            }

            Name(property.Name);
            Value(value, depth - 1, whole);
        }

        json.Append('}');
    }

    private void Number(double number) => json.Append(
        double.IsNaN(number) || double.IsInfinity(number)
            ? "null"
            : number.ToString("R", CultureInfo.InvariantCulture));
}
